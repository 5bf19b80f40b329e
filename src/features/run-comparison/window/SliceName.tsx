import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Slice } from '../../../shared/contract/run';
import { sliceText } from '../../../shared/labels/slice-text';
import { useLabels } from '../../../renderer/components/labels/use-labels';

/** A group of profiles or titles in plain words. @param data fingerprint of the data set */
export function SliceName({ data, slice }: { data: string; slice: Pick<Slice, 'group' | 'label'> }): ReactNode {
  const t = useTexts();
  const { heading, label, code } = sliceText(slice, { t, labels: useLabels(data) });
  return (
    <>
      <Text span size="sm" c="dimmed">
        {heading}:
      </Text>{' '}
      <span title={label === code ? undefined : code}>{label}</span>
    </>
  );
}
