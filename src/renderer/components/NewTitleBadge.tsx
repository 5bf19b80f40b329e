import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/** Marks a title without viewings that a rule added to a list. */
export function NewTitleBadge(): ReactNode {
  const t = useTexts();
  return (
    <Badge size="sm" variant="light" tt="none" flex="none">
      {t('common.newTitle')}
    </Badge>
  );
}
