/** How the value in a reason is shown: genres by their labels, series unchanged. */
import { useMemo } from 'react';
import { useLabels } from '../../../renderer/components/labels/use-labels';

export function useReasonValue(data?: string): (check: string) => (value: string) => string {
  const labels = useLabels(data);
  return useMemo(
    () => (check) => (value) => {
      if (labels.group === null || (check !== 'one-genre' && check !== 'favourite')) return value;
      return labels.text(labels.group, value);
    },
    [labels],
  );
}
