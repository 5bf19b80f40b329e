import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../locales/format';
import { useTexts } from '../../locales/use-texts';
import type { UnmetReasons } from '../../../shared/contract/unmet-reasons';

/** Why a rule could not be kept, one reason a line. */
export function UnmetWhy({ why }: { why: UnmetReasons }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return why.map(({ reason, count }) => (
    <Text key={reason} size="xs" c="dimmed">
      {t('rules.reasonOften', { count: format.count(count), why: t(`rules.reason.${reason}`) })}
    </Text>
  ));
}
