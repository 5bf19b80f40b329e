/** Decides about a list, and offers Undo in a notice. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Decision } from '../contract/checks';
import type { ReviewRow } from '../contract/queue';
import type { EngineClient } from '../../../renderer/connection/connect';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { Translate } from '../../../shared/words/texts';
import { addNotice, addUndo, addUndone, type Told } from '../../../renderer/stores/notices';
import { decisionOf, inTurn, noteDecisions } from './own-decisions';

/** Decisions are seen in the queue, beside the list of a profile and among the changed lists. */
const SEEN_ON = ['review', 'compare', 'changes'] as const;

/** Whose decision was taken back: it may be of another list than the one that is open by then. */
const tellUndone = (told: Told): void =>
  addUndone((t, nameOfRun) => t('checks.undone', { what: told(t, nameOfRun) }), SEEN_ON);

/** Absent fields stay as they are. */
interface Change {
  decision?: Decision['decision'];
  owner?: string;
}

/** Reads the lists to decide about, with the decisions that stand. */
export type ReadLists = () => Promise<readonly Pick<ReviewRow, 'profile' | 'decision'>[]>;

/** Decides about many lists at once: about all, or about none. */
interface DecidingAll {
  decideAll(read: ReadLists, decision: NonNullable<Decision['decision']>): Promise<void>;
  error: unknown;
  isBusy: boolean;
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

/** Reads again what shows decisions. */
function useRefresh(): () => void {
  const { queries } = useEngine();
  const cache = useQueryClient();
  return () => {
    for (const queryKey of [queries.review.queue.key(), queries.review.place.key(), queries.profiles.page.key()])
      void cache.invalidateQueries({ queryKey });
  };
}

export function useDecideAll(runId: string): DecidingAll {
  const t = useTexts();
  const { client, queries } = useEngine();
  const refresh = useRefresh();
  const ask = async (decisions: Parameters<EngineClient['review']['decideAll']>[0]['decisions']) => {
    const decided = await client.review.decideAll({ runId, decisions });
    noteDecisions(runId, decided);
    return decided;
  };
  const all = useMutation({
    mutationFn: async ({ read, decision }: { read: ReadLists; decision: NonNullable<Decision['decision']> }) => {
      const before = new Map((await read()).map((row) => [row.profile, decisionOf(runId, row)]));
      if (before.size === 0) return;
      const decided = await ask(Array.from(before, ([profile, { revision }]) => ({ profile, decision, revision })));
      /** What was decided here and by no one since, as it was before. */
      const back = async () => {
        const now = new Map((await client.review.decisions({ runId })).map((one) => [one.profile, one.decision]));
        return decided
          .filter((one) => now.get(one.profile)?.revision === one.decision.revision)
          .map(({ profile, decision: { revision } }) => {
            const { decision: was, runId: about } = before.get(profile)!;
            return { profile, decision: was, about, revision };
          });
      };
      const told: Told = (say) =>
        say('checks.alike.decided', { count: decided.length, decision: say(`checks.decisions.${decision}`) });
      const undo = async (): Promise<void> => {
        const mine = await back();
        if (mine.length > 0) await ask(mine);
        tellUndone(told);
        if (mine.length < decided.length) addNotice(t('checks.alike.leftOut', { count: decided.length - mine.length }));
      };
      addUndo(told, SEEN_ON, () => inTurn(undo).finally(refresh), {
        key: queries.review.key(),
        isStill: async () => (await back()).length > 0,
      });
    },
    onSettled: refresh,
  });
  return {
    decideAll: (read, decision) =>
      inTurn(() => all.mutateAsync({ read, decision })).catch(() => {
        // Shown as `error`.
      }),
    error: all.error,
    isBusy: all.isPending,
  };
}

export function useDecide(runId: string): Deciding {
  const { client, queries } = useEngine();
  const [error, setError] = useState<unknown>(null);
  const refresh = useRefresh();
  const ask = (profile: string, change: Change & { about?: Decision['runId'] }, revision: number): Promise<Decision> =>
    client.review.decide({ runId, profile, ...change, revision }).then((decided) => {
      noteDecisions(runId, [{ profile, decision: decided }]);
      return decided;
    });
  const told = (profile: string, { decision, owner }: Change, t: Translate): string => {
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
    const saying: Told = (t) => told(profile, change, t);
    addUndo(
      saying,
      SEEN_ON,
      () =>
        inTurn(() => ask(profile, back, decided.revision))
          .then(() => tellUndone(saying))
          .finally(refresh),
      {
        key: queries.review.key(),
        isStill: async () => (await client.review.place({ runId, profile })).row.decision.revision === decided.revision,
      },
    );
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
