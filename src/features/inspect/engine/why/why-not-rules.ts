/**
 * Explains why a title is not in a list under rules, and finds the smallest change of the rules that brings it in. Found by trying, like changes of
 * the history: makes the list without each rule that applies to the profile, without two if one is not enough, and with the title moved up.
 */
import { setImmediate } from 'node:timers/promises';
import type { AppliedRules, Rule } from '../../../../shared/contract/rules';
import type { Tuning } from '../../../../shared/contract/tuning';
import type { WhyNotUnderRules } from '../../contract/why-not';
import { LIST_LENGTH, STORED_PLACES } from '../../../../shared/limits';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { ruledProfileOf } from '../../../../engine/delivery/compare';
import { deliveredLists, type RuledDelivery } from '../../../../engine/delivery/deliver';

/** Number of rules to try singly, and in pairs. */
const MOST_SINGLE = 60;
const MOST_PAIRED = 8;
/** The most places that a rule may move a title up. */
const MOST_UP = STORED_PLACES - LIST_LENGTH;

type Change = WhyNotUnderRules['changes'][number];

/** @throws ShelfwiseError as deliveredLists, `not-found` for an unknown profile */
export async function whyNotUnderRules(
  session: RunSession,
  { profile, item, tuning }: { profile: string; item: string; tuning: Tuning },
  { set, date }: AppliedRules,
): Promise<WhyNotUnderRules> {
  const row = await session.profileRow(profile);
  const only = Int32Array.of(row);
  const tuned = { tuning, group: only };
  const listUnder = async (rules: readonly Rule[]): Promise<{ run: RuledDelivery; list: string[] }> => {
    await setImmediate();
    const run = await deliveredLists(session, { rules: { set: { ...set, rules: [...rules] }, date }, tuned }, { only });
    return { run, list: ruledProfileOf(run, 0).after.map((title) => title.item) };
  };
  const { run, list } = await listUnder(set.rules);
  if (list.includes(item)) return { rank: list.indexOf(item) + 1, outBy: null, changes: [], tried: 0 };

  const stays = new Set(list);
  let tried = 0;
  const tryOut = async (rules: readonly Rule[], change: Pick<Change, 'off' | 'up'>): Promise<Change | null> => {
    tried++;
    const after = (await listUnder(rules)).list;
    const place = after.indexOf(item);
    return place < 0 ? null : { ...change, rank: place + 1, stay: after.filter((other) => stays.has(other)).length };
  };
  const { active } = run.under.rules;
  const counting = active.filter(({ index }) => run.under.rules.isFor(index, row)).map(({ rule }) => rule);
  const without = (off: readonly Rule[]): Promise<Change | null> =>
    tryOut(
      set.rules.filter((rule) => !off.includes(rule)),
      { off: off.map(({ id, name }) => ({ id, name })), up: null },
    );
  const single = await best(
    counting.slice(0, MOST_SINGLE).map((rule) => [rule]),
    without,
  );
  const several = counting.slice(0, MOST_PAIRED);
  const pairs = several.flatMap((one, place) => several.slice(place + 1).map((other) => [one, other]));
  const off = single ?? (await best(pairs, without));
  const up = await smallestMove(set.rules, item, tryOut);
  return {
    rank: null,
    outBy: takenOutBy(run, row, item) ?? (off?.off.length === 1 ? off.off[0]! : null),
    changes: [off, up].filter((change) => change !== null),
    tried,
  };
}

/** The change that keeps most of the list, then the one with the best rank; null if none brings the title in. */
async function best<Of>(all: readonly Of[], attempt: (one: Of) => Promise<Change | null>): Promise<Change | null> {
  let found: Change | null = null;
  for (const one of all) {
    const change = await attempt(one);
    if (change === null) continue;
    if (found === null || change.stay > found.stay || (change.stay === found.stay && change.rank < found.rank))
      found = change;
  }
  return found;
}

/** Binary search: a title that is in the list after a move up is also in it after a longer one. */
async function smallestMove(
  rules: readonly Rule[],
  item: string,
  tryOut: (rules: readonly Rule[], change: Pick<Change, 'off' | 'up'>) => Promise<Change | null>,
): Promise<Change | null> {
  const ids = new Set(rules.map(({ id }) => id));
  let id = 'why-not';
  while (ids.has(id)) id += '-x';
  const movedUp = (places: number): Promise<Change | null> => {
    const boost: Rule = { kind: 'boost', id, name: id, on: true, titles: { ids: [item] }, places };
    return tryOut([...rules, boost], { off: [], up: places });
  };
  let found = await movedUp(MOST_UP);
  if (found === null) return null;
  let [low, high] = [1, MOST_UP];
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = await movedUp(middle);
    if (change === null) low = middle + 1;
    else {
      high = middle;
      found = change;
    }
  }
  return found;
}

/** The rule that removes a title for a profile, at any rank; null if none does, or only limits and pairs refuse it. */
function takenOutBy({ items, under: { rules } }: RuledDelivery, row: number, item: string): WhyNotUnderRules['outBy'] {
  const index = rules.planOf(row)?.takenOutBy[items.ids.indexOf(item)] ?? -1;
  if (index < 0) return null;
  const { id, name } = rules.active[index]!.rule;
  return { id, name };
}
