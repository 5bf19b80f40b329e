/** Finds lists that changed much more than the others since an earlier run. */
import type { Lists } from '../../../../engine/model/ranking/lists';
import { listOf } from '../../../../engine/runs/lists-file';
import { type Answer, type Checked, checkedList, findingsOf } from './checked';

/** Lists of an earlier run, over its own vocabulary. */
export interface EarlierLists {
  readonly lists: Lists;
  readonly profiles: readonly string[];
  readonly items: readonly string[];
}

/** How far below the quarter of the lists that changed most a list must lie, in interquartile ranges (Tukey 1977). */
const FENCE = 1.5;

/** For each profile, the number of titles of its list, and how many of them its earlier list has; null if it had none. */
export function sharedTitles(
  lists: Pick<Checked, 'profiles' | 'items' | 'lists'>,
  earlier: EarlierLists,
): { of: number; shared: number | null }[] {
  const rowOf = new Map(earlier.profiles.map((id, row) => [id, row]));
  const newItem = new Map(lists.items.ids.map((id, item) => [id, item]));
  return lists.profiles.ids.map((id, profile) => {
    const list = listOf(lists.lists, profile);
    const row = rowOf.get(id);
    if (row === undefined) return { of: list.length, shared: null };
    const was = new Set(Array.from(listOf(earlier.lists, row), (item) => newItem.get(earlier.items[item]!)));
    return { of: list.length, shared: list.filter((item) => was.has(item)).length };
  });
}

/**
 * A list is odd if it shares fewer titles with the earlier one than Tukey's lower fence over all lists. If all lists changed alike, as with another
 * model, none is.
 * @param earlier null if no earlier run has lists
 */
export function changedMost(lists: Checked, earlier: EarlierLists | null): Answer {
  if (earlier === null) return 'no-earlier-run';
  const shared = sharedTitles(lists, earlier).map((one) => one.shared ?? NaN);
  const ordered = Float64Array.from(shared.filter((count) => !Number.isNaN(count))).sort();
  if (ordered.length === 0) return 'no-earlier-run';
  const quarter = (share: number): number => ordered[Math.floor((ordered.length - 1) * share)]!;
  const fence = quarter(0.25) - FENCE * (quarter(0.75) - quarter(0.25));
  return findingsOf(lists, (profile) => {
    const count = shared[profile]!;
    return count < fence ? { count: checkedList(lists, profile).length - count } : null;
  });
}
