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
  const told = ({ profile }: ReviewRow, { decision, owner }: Omit<Decided, 'row'>): string => {
    if (decision !== undefined)
      return t('checks.decided', {
        profile,
        decision: decision === null ? t('checks.undecided') : t(`checks.decisions.${decision}`),
      });
    return owner === '' ? t('checks.ownedByNobody', { profile }) : t('checks.owned', { profile, owner });
  };
  return useMutation({
    mutationFn: async ({ row, ...change }: Decided) => {
      const { profile, decision: before } = row;
      const decided = await client.review.decide({ runId, profile, ...change, revision: before.revision });
      addUndo(told(row, change), async () => {
        await client.review.decide({
          runId,
          profile,
          ...(change.decision !== undefined && { decision: before.decision, about: before.runId }),
          ...(change.owner !== undefined && { owner: before.owner }),
          revision: decided.revision,
        });
        await refresh();
      });
      return decided;
    },
    onSettled: refresh,
  });
}
