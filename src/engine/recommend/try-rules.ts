/** What rules do to the lists of a run before they are switched on: how many change, what it costs on the hold-out, what could not be kept. */
import type { AppliedRules, BrokenRule, RuleEffect } from '../../shared/contract';
import { LIST_LENGTH, MOST_BROKEN_SHOWN, MOST_RULED_SHOWN, STORED_PLACES } from '../../shared/limits';
import { columnCounts } from '../data/histories';
import { pairedDifference } from '../evaluate/bootstrap';
import { judge, meanOf } from '../evaluate/judge';
import { RandomStreams } from '../model/random';
import { type Lists, watchedOf } from '../ranking/lists';
import { applyRules } from '../rules/apply';
import { conflictsOf } from '../rules/conflicts';
import { PreparedRules } from '../rules/plan';
import { hashRules } from '../rules/rule-set';
import { LIST_END, listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { excludesWatched } from './neutral';
import { applyToRun, changedRows, type PassOptions, ruledProfileOf } from './ruled-lists';

/** The same rules give the same interval, whatever the seed of the run. */
const RANDOM = new RandomStreams(0);

/** @throws ShelfwiseError as applyToRun */
export async function tryRules(
  session: RunSession,
  applied: AppliedRules,
  options: PassOptions = {},
): Promise<RuleEffect> {
  const started = performance.now();
  const run = await applyToRun(session, applied, options);
  const { rules, stored, ruled } = run;
  const { profiles, items } = rules.data;
  const count = profiles.ids.length;
  // The list for strangers is no profile's: it is exported, and counted nowhere.
  const changed = [...changedRows(run)].filter((row) => row < count);
  const broken = ruled.broken.map(({ row, index, reason }): BrokenRule => ({
    rule: rules.active[index]!.rule.id,
    profile: profiles.ids[row] ?? null,
    reason,
  }));
  const brokenOf = new Int32Array(rules.active.length);
  for (const { index } of ruled.broken) brokenOf[index]!++;
  return {
    runId: session.record.runId,
    date: applied.date,
    rulesSha256: hashRules(applied.set),
    profiles: count,
    changed: changed.length,
    rescored: ruled.rescored,
    cost: await costOf(session, applied),
    coverage: {
      before: coverageOf(stored, count, items.ids.length),
      after: coverageOf(ruled.lists, count, items.ids.length),
    },
    rules: rules.active.map(({ rule: { id }, index }) => ({
      rule: id,
      lists: ruled.touched[index]!,
      broken: brokenOf[index]!,
    })),
    broken: broken.slice(0, MOST_BROKEN_SHOWN),
    brokenCount: broken.length,
    conflicts: conflictsOf(applied.set, rules.data),
    most: changed
      .map((row) => ruledProfileOf(run, row))
      .sort((left, right) => left.shared - right.shared)
      .slice(0, MOST_RULED_SHOWN),
    seconds: (performance.now() - started) / 1000,
  };
}

/** Share of the titles that are in the first 25 of at least one profile. */
function coverageOf(lists: Lists, profiles: number, items: number): number {
  const isListed = new Uint8Array(items);
  for (let row = 0; row < profiles; row++) for (const item of listOf(lists, row)) isListed[item] = 1;
  return isListed.reduce((sum, listed) => sum + listed, 0) / items;
}

/**
 * The lists that the run was judged by, under the same rules. The model that made them is not kept, only its 25 places; behind these stand
 * the titles that were watched most in the rest of the data. So what a rule brings in from beyond place 25 is worth a little less here than
 * it would be with that model.
 */
async function costOf(session: RunSession, { set, date }: AppliedRules): Promise<RuleEffect['cost']> {
  const tested = await session.testProfiles();
  if (tested === null || tested.judged === null) return null;
  const [{ targets, histories }, { profiles, items }] = await Promise.all([session.testPart(), session.data()]);
  const excludeWatched = excludesWatched(session);
  const rules = new PreparedRules(set, date, {
    profiles,
    items,
    histories,
    watched: session.dataset.watched,
    excludeWatched,
  });
  const popular = mostWatched(columnCounts(histories));
  const { lists } = tested.judged;
  const made = new Int32Array(lists.length).fill(LIST_END);
  tested.profile.forEach((row, index) => {
    const judged = lists.subarray(index * LIST_LENGTH, (index + 1) * LIST_LENGTH).filter((item) => item !== LIST_END);
    const watched = new Set(excludeWatched ? watchedOf(histories, row) : []);
    const behind = (most: number): number[] => followed(judged, popular, watched, most);
    const list =
      applyRules(rules, row, { items: behind(STORED_PLACES), isComplete: false }) ??
      applyRules(rules, row, { items: behind(items.ids.length), isComplete: true })!;
    made.set(list.items, index * LIST_LENGTH);
  });
  const before = judge(lists, LIST_LENGTH, tested.profile, targets).score;
  const after = judge(made, LIST_LENGTH, tested.profile, targets).score;
  const { mean, ...interval } = pairedDifference(before, after, RANDOM.stream('rules/score'));
  return { score: mean, ...interval, before: meanOf(before), after: meanOf(after) };
}

function mostWatched(counts: Int32Array): Int32Array {
  return Int32Array.from(counts.keys()).sort((left, right) => counts[right]! - counts[left]! || left - right);
}

/** A list and the titles behind it, those that were watched last of all. */
function followed(list: Int32Array, others: Int32Array, watched: ReadonlySet<number>, most: number): number[] {
  const there = new Set(list);
  const all = [...list];
  for (const isBehind of [false, true])
    for (let place = 0; place < others.length && all.length < most; place++) {
      const item = others[place]!;
      if (watched.has(item) === isBehind && !there.has(item)) all.push(item);
    }
  return all;
}
