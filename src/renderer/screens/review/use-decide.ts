/** Decides about a list, with the way back in a notice. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Decision, ReviewRow } from '../../../shared/contract';
import { useEngine } from '../../connection/engine-context';
import { addUndo } from '../../stores/notices';

interface Decided {
  row: ReviewRow;
  /** What is absent stays. */
  decision?: Decision['decision'];
  owner?: string;
}

export function useDecide(runId: string): UseMutationResult<Decision, Error, Decided> {
  const { t } = useTranslation();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const refresh = (): Promise<unknown> =>
    Promise.all([
      cache.invalidateQueries({ queryKey: queries.review.queue.key() }),
      cache.invalidateQueries({ queryKey: queries.profiles.page.key() }),
    ]);
  return useMutation({
    mutationFn: async ({ row, ...change }: Decided) => {
      const { profile, decision: before } = row;
      const decided = await client.review.decide({ runId, profile, ...change, revision: before.revision });
      if (change.decision !== undefined)
        addUndo(
          t('checks.decided', {
            profile,
            decision: change.decision === null ? t('checks.undecided') : t(`checks.decisions.${change.decision}`),
          }),
          async () => {
            await client.review.decide({ runId, profile, decision: before.decision, revision: decided.revision });
            await refresh();
          },
        );
      return decided;
    },
    onSettled: refresh,
  });
}
