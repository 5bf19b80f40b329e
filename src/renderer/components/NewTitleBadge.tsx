/** Marks a title without viewings that a rule brought into a list. */
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function NewTitleBadge(): ReactNode {
  const { t } = useTranslation();
  return (
    <Badge size="sm" variant="light" tt="none" flex="none">
      {t('common.newTitle')}
    </Badge>
  );
}
