/** Saves decisions about some lists, all or none, and takes them back. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EngineClient } from '../../../renderer/connection/connect';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { Decision } from '../contract/checks';
import type { ReviewRow } from '../contract/queue';
import { decisionOf, inTurn, noteDecisions } from './own-decisions';

export type Change = Omit<
  Parameters<EngineClient['review']['decideAll']>[0]['decisions'][number],
  'profile' | 'revision'
>;

/** A list to decide about, with the decision that stands. */
export type Listed = Pick<ReviewRow, 'profile' | 'decision'>;

export interface Saved {
  /** Number of lists. */
  readonly count: number;
  /** Takes back what nobody has decided again since. @returns how many lists stay as somebody else decided */
  undo(): Promise<number>;
  /** Whether any of it can still be taken back. */
  isStill(): Promise<boolean>;
}

interface SavedDecisions {
  /**
   * @param isNeeded asked once the decisions before are saved
   * @returns null if it is not needed
   * @throws ShelfwiseError `busy` if one of them was decided about elsewhere
   */
  save(lists: readonly (Listed & { readonly change: Change })[], isNeeded?: () => boolean): Promise<Saved | null>;
  /** Reads again what shows decisions. @returns once what is in sight is read */
  refresh(): Promise<unknown>;
}

/** What a decision was before a change of it, as the change back. */
const backTo = ({ decision, owner, runId, findings }: Decision, change: Change): Change => ({
  ...(change.decision !== undefined && { decision, about: runId, findings: findings ?? null }),
  ...(change.owner !== undefined && { owner }),
});

export function useSaveDecisions(runId: string): SavedDecisions {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  return useMemo(() => {
    const { review, profiles } = queries;
    const ask = async (decisions: Parameters<EngineClient['review']['decideAll']>[0]['decisions']) => {
      const decided = await client.review.decideAll({ runId, decisions });
      noteDecisions(runId, decided);
      return decided;
    };
    const saveNow = async (lists: readonly (Listed & { readonly change: Change })[]): Promise<Saved> => {
      const before = new Map(
        lists.map(({ change, ...row }) => [row.profile, { decision: decisionOf(runId, row), change }]),
      );
      const decided = await ask(
        Array.from(before, ([profile, { decision, change }]) => ({ profile, revision: decision.revision, ...change })),
      );
      const back = async () => {
        const now = new Map((await client.review.decisions({ runId })).map((one) => [one.profile, one.decision]));
        return decided
          .filter((one) => now.get(one.profile)?.revision === one.decision.revision)
          .map(({ profile, decision: { revision } }) => {
            const { decision, change } = before.get(profile)!;
            return { profile, revision, ...backTo(decision, change) };
          });
      };
      return {
        count: decided.length,
        undo: () =>
          inTurn(async () => {
            const mine = await back();
            if (mine.length > 0) await ask(mine);
            return decided.length - mine.length;
          }),
        isStill: async () => (await back()).length > 0,
      };
    };
    return {
      save: (lists, isNeeded = () => true) => inTurn(async () => (isNeeded() ? saveNow(lists) : null)),
      refresh: () =>
        Promise.all(
          [review.queue.key(), review.place.key(), review.causes.key(), profiles.page.key()].map((queryKey) =>
            cache.invalidateQueries({ queryKey }),
          ),
        ),
    };
  }, [client, queries, cache, runId]);
}
