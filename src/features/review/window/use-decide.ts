/** Decides about a list, and offers Undo in a notice. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Decision, ReviewRow } from '../contract/checks';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addUndo } from '../../../renderer/stores/notices';
import { decisionOf, inTurn, noteDecision } from './own-decisions';

/** Absent fields stay as they are. */
interface Change {
  decision?: Decision['decision'];
  owner?: string;
}

interface Deciding {
  /** Resolves to whether it was done; `error` holds what went wrong. */
  decide(decided: Change & { row: ReviewRow }): Promise<boolean>;
  error: unknown;
}

/** Whether the decision is already made, as by a key pressed twice. */
const isSaid = (runId: string, { decision, owner }: Change, before: Decision): boolean =>
  (owner === undefined || owner === before.owner) &&
  (decision === undefined || (decision === before.decision && (decision === null || before.runId === runId)));

export function useDecide(runId: string): Deciding {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const refresh = (): void => {
    for (const queryKey of [queries.review.queue.key(), queries.profiles.page.key()])
      void cache.invalidateQueries({ queryKey });
  };
  const ask = (profile: string, change: Change & { about?: Decision['runId'] }, revision: number): Promise<Decision> =>
    client.review.decide({ runId, profile, ...change, revision }).then((decided) => {
      noteDecision(runId, profile, decided);
      return decided;
    });
  const told = (profile: string, { decision, owner }: Change): string => {
    if (decision !== undefined)
      return t('checks.decided', {
        profile,
        decision: decision === null ? t('checks.undecided') : t(`checks.decisions.${decision}`),
      });
    return owner === '' ? t('checks.ownedByNobody', { profile }) : t('checks.owned', { profile, owner: owner ?? '' });
  };
  const decideNow = async ({ row, ...change }: Change & { row: ReviewRow }): Promise<void> => {
    const { profile } = row;
    const before = decisionOf(runId, row);
    if (isSaid(runId, change, before)) return;
    const decided = await ask(profile, change, before.revision);
    const back = {
      ...(change.decision !== undefined && { decision: before.decision, about: before.runId }),
      ...(change.owner !== undefined && { owner: before.owner }),
    };
    addUndo(told(profile, change), () => inTurn(() => ask(profile, back, decided.revision)).finally(refresh));
  };
  return {
    error,
    decide: (decided) => {
      setError(null);
      const failed = (thrown: unknown): boolean => {
        setError(thrown);
        return false;
      };
      return inTurn(() => decideNow(decided))
        .then(() => true, failed)
        .finally(refresh);
    },
  };
}
