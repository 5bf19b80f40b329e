/**
 * Measures the effect of rules on the lists of a run before they are switched on: how many change, the loss on the hold-out, and what could not be
 * kept.
 */
import type { AppliedRules, RuleSet } from '../../../shared/contract/rules';
import type { BrokenRule, RuleEffect } from '../../../shared/contract/rule-answers';
import { MOST_BROKEN_SHOWN, MOST_RULED_SHOWN } from '../contract/limits';
import type { Lists } from '../../../engine/model/ranking/lists';
import { compareLists } from '../../../engine/delivery/judge';
import { conflictsOf } from '../../../engine/rules/conflicts';
import { reasonsOf } from '../../../engine/rules/pass';
import { hashRules } from '../../../engine/rules/rule-set';
import { listOf } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { changedByRules } from '../../../engine/delivery/compare';
import { deliveredLists, type RuledDelivery } from '../../../engine/delivery/deliver';
import { rulesOnTest } from '../../../engine/delivery/hold-out';
import type { PassOptions } from '../../../engine/lists/ranked-lists';

/**
 * @param asked.beside rules whose lists are compared with; absent: the lists as the model ranks
 * @throws ShelfwiseError as deliveredLists
 */
export async function tryRules(
  session: RunSession,
  { beside, ...applied }: AppliedRules & { readonly beside?: RuleSet | undefined },
  options: PassOptions = {},
): Promise<RuleEffect> {
  const started = performance.now();
  const other = beside && { set: beside, date: applied.date };
  const base = other && (await deliveredLists(session, { rules: other }, options));
  const made = await deliveredLists(session, { rules: applied }, options);
  const before = base ?? { lists: made.ranked.lists, items: made.items };
  const { rules, ruled } = made.under;
  const { profiles } = rules.data;
  const count = profiles.ids.length;
  const changed = changedByRules(before, made, MOST_RULED_SHOWN);
  const isChanged = new Set(changed.rows);
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
    changed: changed.rows.length,
    rescored: ruled.rescored,
    cost: await costOf(session, applied, other),
    coverage: {
      before: coverageOf(before.lists, count, rules.columns),
      after: coverageOf(ruled.lists, count, rules.columns),
    },
    rules: rules.active.map(({ rule: { id }, index }) => ({
      rule: id,
      lists: ruled.touched[index]!.lists,
      // A title that is pinned where it stood changes nothing.
      first: ruled.touched[index]!.first.flatMap((row) => (isChanged.has(row) ? profiles.ids[row]! : [])),
      broken: brokenOf[index]!,
      why: reasonsOf(index, ruled),
    })),
    newTitles: newTitlesIn(made.under),
    broken: broken.slice(0, MOST_BROKEN_SHOWN),
    brokenCount: broken.length,
    conflicts: conflictsOf(applied.set, rules.data),
    most: changed.most,
    seconds: (performance.now() - started) / 1000,
  };
}

/** Share of the run's titles that are in the first 25 of at least one profile. */
function coverageOf(lists: Lists, profiles: number, items: number): number {
  const isListed = new Uint8Array(items);
  for (let row = 0; row < profiles; row++) for (const item of listOf(lists, row)) if (item < items) isListed[item] = 1;
  return isListed.reduce((sum, listed) => sum + listed, 0) / items;
}

async function costOf(
  session: RunSession,
  applied: AppliedRules,
  beside: AppliedRules | undefined,
): Promise<RuleEffect['cost']> {
  const test = await rulesOnTest(session, applied);
  if (test === null) return null;
  const before = beside === undefined ? test.before : (await rulesOnTest(session, beside))!.after;
  return compareLists(test, before, [test.after])[0]!;
}

/** What rules about new titles brought into the lists of profiles; null if no such rule applies. */
function newTitlesIn({ rules, ruled }: RuledDelivery['under']): RuleEffect['newTitles'] {
  const about = rules.active.filter(({ rule }) => rule.kind === 'new-titles');
  if (about.length === 0) return null;
  const placed = new Set<number>();
  let [lists, places] = [0, 0];
  for (let row = 0; row < rules.data.profiles.ids.length; row++) {
    const own = listOf(ruled.lists, row).filter((column) => rules.data.newTitles?.isNew[column] === 1);
    for (const column of own) placed.add(column);
    if (own.length > 0) lists++;
    places += own.length;
  }
  const titles = new Set(about.flatMap(({ columns }) => columns));
  return { titles: titles.size, placed: placed.size, lists, places };
}
