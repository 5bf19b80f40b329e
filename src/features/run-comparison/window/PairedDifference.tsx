import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { verdictOf } from '../../../shared/words/paired-text';
import type { RunComparison } from '../contract/run-comparison';
import { useFormat } from '../../../renderer/locales/format';

export type Paired = Pick<RunComparison['metrics'][number], 'mean' | 'low' | 'high' | 'isCertain'>;

/**
 * How far a figure is from the first run's, and how certain the difference is. In words first, because not everyone can
 * tell the colours apart.
 */
export function PairedDifference({ pair }: { pair: Paired | undefined }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (pair === undefined) return null;
  const verdict = verdictOf(pair);
  const color = { better: 'var(--mantine-color-anchor)', worse: 'var(--shelfwise-warning)', same: 'dimmed' }[verdict];
  return (
    <Text size="xs" c={color}>
      {t(`paired.${verdict}`)}: {format.change(pair.mean)}{' '}
      <Text span size="xs" c="dimmed" display="inline-block">
        ({t('paired.interval', { low: format.change(pair.low), high: format.change(pair.high) })})
      </Text>
    </Text>
  );
}
