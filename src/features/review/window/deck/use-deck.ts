/** The odd lists of a deck: the one on top, and those that come next; decisions take it off at once and are saved behind it. */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EngineClient } from '../../../../renderer/connection/connect';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { addError } from '../../../../renderer/stores/notices';
import type { RulesChoice } from '../../../../shared/contract/rules';
import { aboutOf } from '../../contract/about';
import { MOST_DECIDED_AT_ONCE } from '../../contract/limits';
import type { ReviewRow } from '../../contract/queue';
import { useSaveDecisions } from '../use-save-decisions';
import { type Alike, alikeOf, causeOf, isCovered, oddTitlesOf } from './card-content';
import { addStep, dropStep, type Step } from './trail';

/** Cards that are read ahead, and those whose lists are. */
const AHEAD = 20;
const LISTS_AHEAD = 2;

export type AskedDeck = Omit<Parameters<EngineClient['review']['queue']>[0], 'start' | 'end' | 'rules'> & {
  readonly rules?: RulesChoice;
};

/** Other lists than the one on top, by what they have in common with it. */
export interface Others {
  readonly of: Alike;
  readonly count: number;
}

interface Deciding {
  readonly decision: Step['decision'];
  /** The child, in words. */
  readonly who: string;
  /** Those that are decided about too; null for none. */
  readonly others: Others | null;
  /** Done before the decision; its answer takes it back. Null if it failed, which was told: then nothing is decided. */
  readonly first?: () => Promise<(() => Promise<unknown>) | null>;
}

/** Of the lists that are alike, those that wait. */
export const openAlike = ({ runId, order, rules }: AskedDeck, { check, item, value }: Alike) =>
  ({ runId, order, ...(rules !== undefined && { rules }), check, item, value, state: 'open' }) as const;

/**
 * @param asked which lists, in which order; those of another question are never shown
 * @param first a child whose card comes first, if it waits
 */
export function useDeck(data: string, asked: AskedDeck, first: string | undefined) {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { runId } = asked;
  const { save, refresh } = useSaveDecisions(runId);
  const [front, setFront] = useState(first ?? null);
  useEffect(() => setFront(first ?? null), [first]);
  /** Decided about here, and not saved yet. */
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const page = useQuery({
    ...queries.review.queue.queryOptions({ input: { ...asked, start: 0, end: AHEAD } }),
    // A card that was decided about meanwhile would come back for a moment.
    gcTime: 0,
  });
  const fronted = useQuery({
    ...queries.review.queue.queryOptions({
      input: front === null ? skipToken : { ...asked, profile: front, start: 0, end: 1 },
    }),
    gcTime: 0,
  });
  const waiting = [...(fronted.data?.rows ?? []), ...(page.data?.rows ?? [])].filter(
    ({ profile }, at, all) => !passed.has(profile) && all.findIndex((one) => one.profile === profile) === at,
  );
  const isReady = page.data !== undefined && (front === null || !fronted.isPending);
  const row = isReady ? (waiting[0] ?? null) : null;
  const titles = row === null ? [] : oddTitlesOf(row, asked);
  const alike = row === null ? null : alikeOf(row, titles);
  const cause = row === null ? null : causeOf(row, titles, asked);
  const countOf = (of: Alike | null) =>
    queries.review.queue.queryOptions({
      input: of === null ? skipToken : { ...openAlike(asked, of), start: 0, end: 0 },
    });
  const alikes = useQuery(countOf(alike));
  const ofCause = useQuery(countOf(cause));
  const othersOf = (of: Alike | null, total = 0): Others | null =>
    of !== null && total > 1 ? { of, count: total - 1 } : null;
  const others = othersOf(alike, alikes.data?.total);
  const othersOfCause = othersOf(cause, ofCause.data?.total);
  const next = waiting
    .slice(1, 1 + LISTS_AHEAD)
    .map(({ profile }) => profile)
    .join('\n');
  const rules = asked.rules;
  useEffect(() => {
    for (const profile of next === '' ? [] : next.split('\n')) {
      void cache.prefetchQuery(queries.lists.show.queryOptions({ input: listInput(runId, profile, rules) }));
      void cache.prefetchQuery(queries.profiles.open.queryOptions({ input: { data, profile } }));
    }
  }, [cache, queries, runId, data, next, rules]);

  const pass = (profiles: readonly string[], is: boolean): void =>
    setPassed((now) => new Set([...now].filter((one) => !profiles.includes(one)).concat(is ? profiles : [])));

  /** Lists that wait and have something in common. */
  const readAlike = async (of: Alike): Promise<readonly ReviewRow[]> =>
    (await client.review.queue({ ...openAlike(asked, of), start: 0, end: MOST_DECIDED_AT_ONCE })).rows;

  const saveAll = async ({ decision, others: also }: Deciding, top: ReviewRow) => {
    const rest = also === null ? [] : await readAlike(also.of);
    const saved = await save([
      { profile: top.profile, decision: top.decision, change: { decision, of: aboutOf(top) } },
      ...rest
        .filter(({ profile }) => profile !== top.profile)
        .map((one) => ({
          profile: one.profile,
          decision: one.decision,
          change: { decision, of: aboutOf(one, also!.of) },
        })),
    ]);
    return saved!;
  };

  /** Takes the card off at once. */
  const decide = (given: Deciding): void => {
    if (row === null) return;
    const { profile } = row;
    const also = given.others?.of;
    const gone = waiting.filter((one) => one === row || (also !== undefined && isCovered(one, also, asked)));
    const left = gone.map((one) => one.profile);
    pass(left, true);
    if (front === profile) setFront(null);
    const work = (async () => {
      const undoFirst = given.first === undefined ? undefined : await given.first();
      if (undoFirst === null) throw null;
      return { undoFirst, saved: await saveAll(given, row) };
    })();
    const step = addStep(runId, {
      decision: given.decision,
      who: given.who,
      others: given.others?.count ?? 0,
      undo: async () => {
        const { saved, undoFirst } = await work;
        await undoFirst?.();
        await saved.undo();
        setFront(profile);
        await refresh();
      },
    });
    void work
      .catch((error: unknown) => {
        dropStep(runId, step);
        if (error !== null) addError(t('checks.decideFailed'), error);
      })
      .then(refresh)
      .finally(() => pass(left, false));
  };

  return {
    row,
    titles,
    isReady,
    /** Lists that wait, as the engine counts them. */
    total: page.data?.total ?? 0,
    error: page.error ?? fronted.error,
    alike: others,
    /** All lists of the cause; null where they are those that are alike. */
    cause: othersOfCause?.count === others?.count ? null : othersOfCause,
    readAlike,
    decide,
  };
}

export type Deck = ReturnType<typeof useDeck>;

/** The list of a card, as it leaves the program. */
export const listInput = (runId: string, profile: string, rules: RulesChoice | undefined) => ({
  runId,
  profile,
  ...(rules !== undefined && { rules }),
});
