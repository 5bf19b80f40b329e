/** Finds lists that changed much more than the others since an earlier run. */
import { type ComparedList, comparedLists } from '../../../../engine/delivery/compare';
import { type Answer, type Checked, checkedList, findingsOf } from './checked';
import type { ListsBeside } from './lists-before';

/** How far below the quarter of the lists that changed most a list must lie, in interquartile ranges (Tukey 1977). */
const FENCE = 1.5;

interface TitlesBeside {
  /** Titles that a list shares with its earlier one; NaN for a profile without an earlier list, with which nothing is compared. */
  readonly shared: Float64Array;
  readonly lists: ReadonlyMap<number, ComparedList>;
}

/** By row of the later lists. */
function titlesBeside({ before, now }: ListsBeside): TitlesBeside {
  const shared = new Float64Array(now.profiles.length).fill(NaN);
  const lists = new Map<number, ComparedList>();
  for (const list of comparedLists(before, now)) {
    shared[list.row] = list.difference.shared;
    lists.set(list.row, list);
  }
  return { shared, lists };
}

/** The number of new titles, by row of the later lists; null for a profile without an earlier list. */
export function newTitles(lists: ListsBeside): (number | null)[] {
  const { shared, lists: compared } = titlesBeside(lists);
  return Array.from(shared, (count, row) => (Number.isNaN(count) ? null : compared.get(row)!.difference.came.length));
}

/**
 * A list is odd if it shares fewer titles with the earlier one than Tukey's lower fence over all lists. If all lists changed alike, as with another
 * model, none is.
 * @param since null if no earlier run has lists
 */
export function changedMost(lists: Checked, since: ListsBeside | null): Answer {
  if (since === null) return 'no-earlier-run';
  const { shared, lists: compared } = titlesBeside(since);
  const ordered = shared.filter((count) => !Number.isNaN(count)).sort();
  if (ordered.length === 0) return 'no-earlier-run';
  const quarter = (share: number): number => ordered[Math.floor((ordered.length - 1) * share)]!;
  const fence = quarter(0.25) - FENCE * (quarter(0.75) - quarter(0.25));
  return findingsOf(lists, (profile) => {
    if (!(shared[profile]! < fence)) return null;
    const came = new Set(compared.get(profile)!.difference.came);
    const items = [...checkedList(lists, profile)].filter((item) => came.has(lists.items.ids[item]!));
    return { items, count: came.size };
  });
}
