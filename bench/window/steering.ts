/** What a curator asks about all lists of a run: checks, the review queue, and the effect and cost of rules. */
import { makeChecks } from '../../src/features/review/engine/checks/check-lists';
import { reviewQueue } from '../../src/features/review/engine/checks/review-queue';
import { NO_DECISION, readDecisions } from '../../src/features/review/engine/decisions';
import { changedLists, type NamedLists } from '../../src/engine/delivery/compare';
import { deliveredLists } from '../../src/engine/delivery/deliver';
import { listOf } from '../../src/engine/runs/lists-file';
import { tryRules } from '../../src/features/rules/engine/try-rules';
import type { Sessions } from '../../src/engine/sessions/sessions';
import type { Workspace } from '../../src/engine/storage/workspace';
import { type AppliedRules, ruleSetSchema } from '../../src/shared/contract/rules';
import { finalValue } from '../../src/shared/values/final-value';
import { measure, type Measurement, type Subject } from './measure';

const PAGE = 100;
const DATE = '2026-11-26';

/** A new day per turn: checks of one day are cached for the queue's pages. */
const dayOf = (turn: number): string => new Date(Date.UTC(2027, 0, 1 + turn)).toISOString().slice(0, 10);

export async function measureSteering(
  { client, data, runId }: Subject,
  workspace: Workspace,
  sessions: Sessions,
  repeats: number,
): Promise<Measurement[]> {
  const few = Math.min(repeats, 7);
  return sessions.withRun(runId, async (run) => {
    const { profiles, items } = await run.data();
    const rowAt = (turn: number): number => (turn * 131) % profiles.ids.length;
    const idAt = (turn: number): string => profiles.ids[rowAt(turn)]!;
    const genres = items.attributes.flatMap((attribute) =>
      attribute.kind === 'categorical' ? [{ [attribute.name]: attribute.categories }] : [],
    )[0];
    const applied: AppliedRules = { date: DATE, set: fiveRules(genres) };
    const made = await deliveredLists(run, { rules: applied });
    const [asTrained, underRules] = [made.ranked.lists, made.lists].map((lists): NamedLists => ({
      lists,
      profiles: profiles.ids,
      items: made.items.ids,
    }));
    const decisions = await readDecisions(workspace, data);
    const revisionOf = (profile: string): number => (decisions.get(profile) ?? NO_DECISION).revision;
    const page = (turn: number) => ({
      start: (turn * PAGE) % 1000,
      end: ((turn * PAGE) % 1000) + PAGE,
      of: 'odd' as const,
    });
    return [
      await measure(
        'checks: all lists',
        few,
        (turn) => client.checks.run({ runId, date: dayOf(turn) }),
        (turn) => makeChecks({ workspace, sessions: async () => sessions }, run, { date: dayOf(turn) }),
      ),
      await measure(
        'review: the next page of the queue',
        repeats,
        (turn) => client.review.queue({ runId, date: DATE, ...page(turn) }),
        (turn) =>
          reviewQueue({ workspace, sessions: async () => sessions }, run, { date: DATE, order: 'need', ...page(turn) }),
      ),
      await measure(
        'review: a decision',
        repeats,
        (turn) => {
          const profile = idAt(turn);
          return client.review.decide({ runId, profile, decision: 'fine', revision: revisionOf(profile) });
        },
        null,
      ),
      await measure(
        'rules: what five change and cost, all lists',
        few,
        async () => finalValue(await client.rules.try({ runId, ...applied })),
        () => tryRules(run, applied),
      ),
      await measure(
        'compared: which lists differ, by number',
        repeats,
        async () => changedLists(asTrained!, underRules!).length,
        () => differentRows(asTrained!, underRules!),
      ),
      await measure(
        'rules: the list of a profile',
        repeats,
        (turn) => client.lists.show({ runId, profile: idAt(turn), rules: applied }),
        (turn) => deliveredLists(run, { rules: applied }, { only: Int32Array.of(rowAt(turn)) }),
      ),
    ];
  });
}

/** The least work that tells which lists differ: the numbers of their titles, side by side. */
function differentRows(earlier: NamedLists, later: NamedLists): number {
  let different = 0;
  for (let row = 0; row < later.profiles.length; row++) {
    const [was, is] = [listOf(earlier.lists, row), listOf(later.lists, row)];
    if (was.length !== is.length || was.some((column, place) => column !== is[place])) different++;
  }
  return different;
}

/** Kinds of rules that look at every list; their titles are of two genres, if the data has any. */
function fiveRules(genres: Record<string, readonly string[]> | undefined): AppliedRules['set'] {
  const [name, values] = Object.entries(genres ?? {})[0] ?? [null, []];
  const of = (place: number): object =>
    name === null ? {} : { attributes: { [name]: [values[place % values.length]!] } };
  return ruleSetSchema.parse({
    formatVersion: 1,
    rules: [
      { id: 'limit', name: 'limit', kind: 'at-most', count: 2, per: { series: true } },
      { id: 'order', name: 'order', kind: 'in-order' },
      { id: 'boost', name: 'boost', kind: 'boost', titles: of(0), places: 10 },
      { id: 'bury', name: 'bury', kind: 'bury', titles: of(1), places: 20, profiles: { watched: { from: 20 } } },
      { id: 'expire', name: 'expire', kind: 'expire', titles: of(2), after: '2026-01-01' },
    ],
  });
}
