import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dataset } from '../../../shared/contract/dataset';
import { useFormat } from '../../../renderer/locales/format';
import { useReasonText } from './reasons';

/** Number of rows per reason over all files, most frequent first. */
export function ReasonCounts({
  dataset,
  of,
}: {
  dataset: Dataset;
  of: readonly ('rejected' | 'repaired')[];
}): ReactNode {
  const format = useFormat();
  const reasonText = useReasonText();
  const counts = new Map<string, number>();
  for (const { reasons } of dataset.files)
    for (const { reason, rows } of of.flatMap((outcome) => reasons[outcome]))
      counts.set(reason, (counts.get(reason) ?? 0) + rows);
  return (
    <Text size="sm">
      {[...counts]
        .sort(([, left], [, right]) => right - left)
        .map(([reason, rows]) => `${reasonText(reason)}: ${format.count(rows)}`)
        .join(' · ')}
    </Text>
  );
}
