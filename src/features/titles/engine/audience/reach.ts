/** What it would take for titles to reach more profiles: rules that bring them in, and what each costs on the hold-out. */
import { setImmediate } from 'node:timers/promises';
import type { Reach, ReachRequest } from '../../contract/audience';
import { type AppliedRules, type Rule, ruleSetOf } from '../../../../shared/contract/rules';
import { LIST_LENGTH, STORED_PLACES } from '../../../../shared/limits';
import { today } from '../../../../shared/values/day';
import { changedLists } from '../../../../engine/delivery/compare';
import { deliveredLists, type DeliveredLists, deliveredToAll } from '../../../../engine/delivery/deliver';
import { watchedOf } from '../../../../engine/model/ranking/lists';
import { profilesOf } from '../../../../engine/rules/conditions';
import { reasonsOf } from '../../../../engine/rules/pass';
import type { RunData, RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';
import { askedColumns, askedRows, placesIn, type AskedTitles } from './asked';
import { costsBeside } from './cost-of-rule';
import { type Goal, goalOf } from './goal';
import { nameOf, nearestGroup, pinsFor, pinWithin, ruleOf, type RuleToTry } from './rules-to-try';

/** The most places that a title can be moved up. */
const MOST_PLACES = STORED_PLACES - LIST_LENGTH;
/** How often a title is moved further up, where other rules stand in the way. */
const MOST_MOVES = 4;
const FURTHER = 5;

type Option = Reach['options'][number];

/** @throws ShelfwiseError as askedRows, goalOf and deliveredLists */
export async function reachOf(
  workspace: Workspace,
  session: RunSession,
  { titles, rules, goal: asked }: AskedTitles & Pick<ReachRequest, 'goal'>,
): Promise<Reach> {
  const rows = askedRows(session, titles);
  const goal = await goalOf(workspace, session, asked);
  const [data, current] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  const count = data.profiles.ids.length;
  const isAsked = askedColumns(current.items, titles);
  const places = placesIn(current.lists, count, isAsked);
  const known = [...isAsked.keys()].filter((column) => isAsked[column] === 1 && column < data.items.ids.length);
  const isOpen = openTo(data, known, current.ranked.excludeWatched);
  const now = goal.rows.reduce((sum, row) => sum + Math.min(places[row]!, 1), 0);
  const reach = {
    runId: session.record.runId,
    wanted: goal.wanted,
    now,
    profiles: goal.rows.length,
    watchedAll: known.length === rows.length ? goal.rows.filter((row) => isOpen[row] === 0).length : 0,
    isWider: goal.isWider,
  };
  if (now >= goal.wanted) return { ...reach, options: [] };

  const date = rules?.date ?? today();
  const given = rules?.set.rules ?? [];
  const named = { taken: new Set(given.map(({ id }) => id)), name: nameOf(session.dataset, rows) };
  const rulesWith = (rule: Rule): AppliedRules => ({
    set: ruleSetOf([...given, rule]),
    date,
  });
  const tried = async (rule: RuleToTry): Promise<Option> => {
    const made = ruleOf(rule, titles, named);
    const effect = await effectOf(session, { titles, goal, current, places }, rulesWith(made));
    await setImmediate();
    return { rule: made, ...effect, isEnough: effect.reached >= goal.wanted, cost: null };
  };

  const options: Option[] = [];
  if (known.length > 0) {
    const ranks = placesIn(current.ranked.lists, count, isAsked, current.ranked.lists.count);
    options.push(...(await movedUp({ goal, places, ranks, now }, tried)));
    for (const pin of pinsFor(goal.profiles)) options.push(await tried(pin));
    const group = 'profiles' in asked && nearestGroup(data.profiles.attributes, { ranks, isOpen, wanted: goal.wanted });
    if (group !== false && group !== null) options.push(await tried(pinWithin(LIST_LENGTH, group)));
  }
  if (known.length < rows.length) options.push(await tried({ kind: 'new-titles', count: 1, profiles: goal.profiles }));
  // Only what is told is measured on the hold-out.
  const told = options.filter(({ reached }) => reached > now);
  const counting = rules && { set: rules.set, date };
  const costs = await costsBeside(
    session,
    { counting, date },
    told.map(({ rule }) => rulesWith(rule)),
  );
  const priced = told.map((option, at): Option => ({ ...option, cost: costs[at]! }));
  return { ...reach, options: priced.sort(nearestFirst) };
}

const nearestFirst = (left: Option, right: Option): number =>
  Number(right.isEnough) - Number(left.isEnough) ||
  (left.isEnough ? left.reached - right.reached : right.reached - left.reached) ||
  (right.cost?.mean ?? 0) - (left.cost?.mean ?? 0);

/** For each profile, 1 if its list may have one of the titles that the run knows. */
function openTo({ profiles, histories }: RunData, known: readonly number[], excludeWatched: boolean): Uint8Array {
  const isOpen = new Uint8Array(profiles.ids.length).fill(known.length > 0 ? 1 : 0);
  if (!excludeWatched || known.length === 0) return isOpen;
  for (let row = 0; row < isOpen.length; row++) {
    const watched = watchedOf(histories, row);
    // Columns of a row are ascending; few titles are asked about, so each is sought.
    if (known.length <= watched.length && known.every((column) => watched.includes(column))) isOpen[row] = 0;
  }
  return isOpen;
}

interface Before {
  readonly goal: Goal;
  /** Of the best of the titles in each list as it is delivered now; 0 without one. */
  readonly places: Int32Array;
}

/** The title moved up by as few places as suffice, as far as the run stores its ranking. */
async function movedUp(
  { goal, places, ranks, now }: Before & { readonly ranks: Int32Array; readonly now: number },
  tried: (rule: RuleToTry) => Promise<Option>,
): Promise<Option[]> {
  const near = Array.from(
    goal.rows.filter((row) => places[row] === 0 && ranks[row]! > 0),
    (row) => ranks[row]!,
  );
  if (near.length === 0) return [];
  const [rank = STORED_PLACES] = near.sort((left, right) => left - right).slice(goal.wanted - now - 1);
  let up = Math.min(MOST_PLACES, Math.max(1, rank - LIST_LENGTH));
  for (let moves = 1; ; moves++) {
    const option = await tried({ kind: 'boost', places: up, profiles: goal.profiles });
    if (option.isEnough || up === MOST_PLACES || moves === MOST_MOVES) return [option];
    up = Math.min(MOST_PLACES, up + FURTHER * moves * moves);
  }
}

/** What rules change, of which the last is the one that is tried. */
async function effectOf(
  session: RunSession,
  { titles, goal, current, places }: Before & { readonly current: DeliveredLists } & Pick<AskedTitles, 'titles'>,
  applied: AppliedRules,
): Promise<Pick<Option, 'reached' | 'changed' | 'unmet' | 'why'>> {
  const { profiles } = await session.data();
  const { watched } = session.dataset;
  const only = Int32Array.from(profilesOf({ profiles, watched }, applied.set.rules.at(-1)!.profiles));
  const { items, lists, under } = await deliveredLists(session, { rules: applied }, { only });
  const after = placesIn(lists, only.length, askedColumns(items, titles));
  const has = Uint8Array.from(places, (place) => Math.min(place, 1));
  only.forEach((row, at) => (has[row] = Math.min(after[at]!, 1)));
  const changed = changedLists(
    { lists: current.lists, profiles: profiles.ids, items: current.items.ids },
    { lists, profiles: Array.from(only, (row) => profiles.ids[row]!), items: items.ids },
  );
  const last = under.rules.active.length - 1;
  return {
    reached: goal.rows.reduce((sum, row) => sum + has[row]!, 0),
    changed: changed.length,
    unmet: under.ruled.broken.filter(({ index }) => index === last).length,
    why: reasonsOf(last, under.ruled),
  };
}
