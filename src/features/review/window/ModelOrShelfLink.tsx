import type { ReactNode } from 'react';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import type { RulesChoice } from '../../../shared/contract/rules';
import { ModelOrShelf } from '../../shelf-steps/window/public';
import type { ReviewRow } from '../contract/queue';

/** Where a list has too much of one genre: the way to whether the model fills it with that, or the shelf. */
export function ModelOrShelfLink({
  runId,
  data,
  rules,
  row: { profile, reasons },
}: {
  runId: string;
  data: string;
  rules: RulesChoice | undefined;
  row: Pick<ReviewRow, 'profile' | 'reasons'>;
}): ReactNode {
  const { group } = useLabels(data);
  const value = reasons.find(({ check }) => check === 'one-genre')?.value ?? null;
  if (group === null || value === null) return null;
  return (
    <ModelOrShelf
      runId={runId}
      data={data}
      who={{ profile }}
      of={{ attribute: group, value }}
      {...(rules !== undefined && { rules })}
    />
  );
}
