/** Decides about lists, and offers Undo in a notice. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { addNotice, addUndo, addUndone, type Told } from '../../../renderer/stores/notices';
import type { Translate } from '../../../shared/words/texts';
import { aboutOf } from '../contract/about';
import type { Decision } from '../contract/checks';
import type { ReviewRow } from '../contract/queue';
import { decisionOf } from './own-decisions';
import { type Change, type Listed, type Saved, useSaveDecisions } from './use-save-decisions';

/** Decisions are seen in the queue, beside the list of a profile and among the changed lists. */
const SEEN_ON = ['review', 'compare', 'changes'] as const;

/** Whose decision was taken back: it may be of another list than the one that is open by then. */
const tellUndone = (told: Told): void =>
  addUndone((t, nameOfRun) => t('checks.undone', { what: told(t, nameOfRun) }), SEEN_ON);

/** Reads the lists to decide about; those that have reasons are decided about by what was found in them. */
export type ReadLists = () => Promise<readonly (Listed & { readonly of?: Change['of'] })[]>;

/** Decides about many lists at once: about all, or about none. */
interface DecidingAll {
  decideAll(read: ReadLists, decision: NonNullable<Decision['decision']>): Promise<void>;
  error: unknown;
  isBusy: boolean;
}

interface Deciding {
  /** Resolves to whether it was done; `error` holds what went wrong. */
  decide(decided: Pick<Change, 'decision' | 'owner'> & { row: ReviewRow }): Promise<boolean>;
  error: unknown;
}

/** Offers Undo of what was saved, while some of it stands. */
function useOfferUndo(refresh: () => unknown): (told: Told, saved: Saved) => void {
  const t = useTexts();
  const { queries } = useEngine();
  return (told, { undo, isStill }) => {
    const takeBack = async (): Promise<void> => {
      const left = await undo();
      tellUndone(told);
      if (left > 0) addNotice(t('checks.alike.leftOut', { count: left }));
    };
    addUndo(told, SEEN_ON, () => takeBack().finally(refresh), { key: queries.review.key(), isStill });
  };
}

export function useDecideAll(runId: string): DecidingAll {
  const { save, refresh } = useSaveDecisions(runId);
  const offerUndo = useOfferUndo(refresh);
  const all = useMutation({
    mutationFn: async ({ read, decision }: { read: ReadLists; decision: NonNullable<Decision['decision']> }) => {
      const lists = await read();
      if (lists.length === 0) return;
      const saved = await save(
        lists.map(({ profile, decision: before, of }) => ({
          profile,
          decision: before,
          change: { decision, ...(of !== undefined && { of: [...of] }) },
        })),
      );
      if (saved === null) return;
      offerUndo(
        (say) => say('checks.alike.decided', { count: saved.count, decision: say(`checks.decisions.${decision}`) }),
        saved,
      );
    },
    onSettled: refresh,
  });
  return {
    decideAll: (read, decision) =>
      all.mutateAsync({ read, decision }).catch(() => {
        // Shown as `error`.
      }),
    error: all.error,
    isBusy: all.isPending,
  };
}

/** Whether the decision is already made, as by a key pressed twice. */
function isSaid(runId: string, { decision, owner }: Change, row: ReviewRow): boolean {
  const before = decisionOf(runId, row);
  const isNewer = before.revision > row.decision.revision;
  return (
    (owner === undefined || owner === before.owner) &&
    (decision === undefined ||
      (decision === before.decision &&
        (decision === null || (before.runId === runId && (row.isDecided || isNewer || decision === 'again')))))
  );
}

export function useDecide(runId: string): Deciding {
  const [error, setError] = useState<unknown>(null);
  const { save, refresh } = useSaveDecisions(runId);
  const offerUndo = useOfferUndo(refresh);
  const told = (profile: string, { decision, owner }: Change, t: Translate): string => {
    if (decision !== undefined)
      return t('checks.decided', {
        profile,
        decision: decision === null ? t('checks.undecided') : t(`checks.decisions.${decision}`),
      });
    return owner === '' ? t('checks.ownedByNobody', { profile }) : t('checks.owned', { profile, owner: owner ?? '' });
  };
  const decideNow = async ({ row, ...given }: Change & { row: ReviewRow }): Promise<void> => {
    const change = { ...given, ...(given.decision !== undefined && { of: aboutOf(row) }) };
    const lists = [{ profile: row.profile, decision: row.decision, change }];
    const saved = await save(lists, () => !isSaid(runId, given, row));
    if (saved !== null) offerUndo((t) => told(row.profile, change, t), saved);
  };
  return {
    error,
    decide: (decided) => {
      setError(null);
      const failed = (thrown: unknown): boolean => {
        setError(thrown);
        return false;
      };
      return decideNow(decided)
        .then(() => true, failed)
        .finally(() => void refresh());
    },
  };
}
