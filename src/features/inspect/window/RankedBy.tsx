import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';

/** Whether the lists are shown as the model ranks, and how to change that. */
export interface AsRanked {
  readonly isOn: boolean;
  readonly setOn: (isOn: boolean) => void;
}

/** Shows the lists as they are delivered or as the model ranks. */
export function RankedBy({ isOn, setOn }: AsRanked): ReactNode {
  const t = useTexts();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('compare.rankedBy')}
      value={isOn ? 'model' : 'delivered'}
      onChange={(value) => setOn(value === 'model')}
      data={[
        { value: 'delivered', label: t('compare.asDelivered') },
        { value: 'model', label: t('compare.asRanked') },
      ]}
    />
  );
}
