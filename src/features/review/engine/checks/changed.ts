/** Finds lists that changed much more than the others since an earlier run. */
import { comparedLists, type NamedLists } from '../../../../engine/delivery/compare';
import { listOf } from '../../../../engine/runs/lists-file';
import { type Answer, type Checked, checkedList, findingsOf } from './checked';

/** How far below the quarter of the lists that changed most a list must lie, in interquartile ranges (Tukey 1977). */
const FENCE = 1.5;

/** For each profile, the number of titles of its list, and how many of them its earlier list has; null if it had none. */
export function sharedTitles(
  { profiles, items, lists }: Pick<Checked, 'profiles' | 'items' | 'lists'>,
  earlier: NamedLists,
): { of: number; shared: number | null }[] {
  const all = profiles.ids.map((_, row): { of: number; shared: number | null } => ({
    of: listOf(lists, row).length,
    shared: null,
  }));
  for (const list of comparedLists(earlier, { lists, profiles: profiles.ids, items: items.ids }))
    all[list.row]!.shared = list.difference.shared;
  return all;
}

/**
 * A list is odd if it shares fewer titles with the earlier one than Tukey's lower fence over all lists. If all lists changed alike, as with another
 * model, none is.
 * @param earlier null if no earlier run has lists
 */
export function changedMost(lists: Checked, earlier: NamedLists | null): Answer {
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
