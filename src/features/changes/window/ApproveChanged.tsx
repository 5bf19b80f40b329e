import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { ApproveButton } from '../../review/window/public';
import type { ChangedLists } from '../contract/changes';

/** Approves the lists of the later run for export, where what changed in them was decided about. */
export function ApproveChanged({ of: { runId, data } }: { of: ChangedLists['after'] }): ReactNode {
  const { queries } = useEngine();
  const rules = useCountingRules(data);
  const { data: queue } = useQuery(
    queries.review.queue.queryOptions({
      input: { runId, ...rules.choice, start: 0, end: 0 },
      placeholderData: keepPreviousData,
    }),
  );
  return <ApproveButton runId={runId} undecided={queue === undefined ? 0 : queue.odd - queue.decided} rules={rules} />;
}
