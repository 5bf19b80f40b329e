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
 * @param properties.names of the two, where no column says whose figure it is: the sentence then names the better one
 */
export function PairedDifference({
  pair,
  names,
}: {
  pair: Paired | undefined;
  names?: { readonly other: string; readonly first: string };
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (pair === undefined) return null;
  const verdict = verdictOf(pair);
  const isFirstBetter = names !== undefined && verdict === 'worse';
  // The difference is that of the one that is named.
  const { mean, low, high } = isFirstBetter ? { mean: -pair.mean, low: -pair.high, high: -pair.low } : pair;
  const color = { better: 'var(--mantine-color-anchor)', worse: 'var(--shelfwise-warning)', same: 'dimmed' }[
    isFirstBetter ? 'better' : verdict
  ];
  const name = isFirstBetter ? names.first : names?.other;
  return (
    <Text size="xs" c={color}>
      {name === undefined || verdict === 'same' ? t(`paired.${verdict}`) : t('paired.betterNamed', { name })}:{' '}
      {format.change(mean)}{' '}
      <Text span size="xs" c="dimmed" display="inline-block">
        ({t('paired.interval', { low: format.change(low), high: format.change(high) })})
      </Text>
    </Text>
  );
}
