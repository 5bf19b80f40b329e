/** The lists of one profile on both sides, and why titles came into the later one or left the earlier one. */
import type { ChangedLists, ChangeReason } from '../contract/changes';
import { hasMoved, type ListDifference, listDifference } from '../../../engine/lists/list-difference';
import { namedTitle } from '../../../engine/lists/new-title-reason';
import type { Lists } from '../../../engine/model/ranking/lists';
import { listOf } from '../../../engine/runs/lists-file';
import type { Side } from './side';

/** What came into a list and went out of it, best places first. */
export type Moves = Pick<ChangedLists['lists'][number], 'came' | 'went' | 'shared' | 'viewings'>;

interface BothLists {
  /** IDs of titles, best first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly difference: ListDifference<string>;
  /** Null for the same titles. @param watched IDs of titles that the profile watched since */
  moves(watched: ReadonlySet<string>): Moves | null;
}

/** @param was row of the profile in the earlier run @param row in the later one */
export function bothLists(earlier: Side, later: Side, was: number, row: number): BothLists {
  const before = idsOf(earlier, earlier.delivered.lists, was);
  const after = idsOf(later, later.delivered.lists, row);
  const difference = listDifference(before, after);
  return {
    before,
    after,
    difference,
    moves(watched) {
      if (!hasMoved(difference)) return null;
      const reason = reasons(earlier, later, { was, row, watched });
      return {
        viewings: watched.size,
        shared: difference.shared,
        came: difference.came.map((id) => moved(later, after, id, reason.cameBy(id))),
        went: difference.went.map((id) => moved(earlier, before, id, reason.wentBy(id))),
      };
    },
  };
}

const idsOf = ({ delivered: { items } }: Side, lists: Lists, row: number): string[] =>
  Array.from(listOf(lists, row), (column) => items.ids[column]!);

function moved(
  { session: { dataset } }: Side,
  list: readonly string[],
  id: string,
  reason: ChangeReason,
): Moves['came'][number] {
  return { ...namedTitle(dataset.items, dataset.itemRow.get(id)!), reason, place: list.indexOf(id) + 1 };
}

/** Rules are the reason where a list and the ranking behind it disagree about a title, on either side. */
function reasons(
  earlier: Side,
  later: Side,
  { was, row, watched }: { readonly was: number; readonly row: number; readonly watched: ReadonlySet<string> },
): { cameBy(id: string): ChangeReason; wentBy(id: string): ChangeReason } {
  const rankedBefore = new Set(idsOf(earlier, earlier.delivered.ranked.lists, was));
  const rankedAfter = new Set(idsOf(later, later.delivered.ranked.lists, row));
  const learned = watched.size > 0 ? 'viewings' : 'model';
  return {
    cameBy(id) {
      if (!earlier.session.dataset.itemRow.has(id)) return 'catalogue';
      return !rankedAfter.has(id) || rankedBefore.has(id) ? 'rules' : learned;
    },
    wentBy(id) {
      if (!later.session.dataset.itemRow.has(id)) return 'catalogue';
      if (watched.has(id)) return 'watched';
      return rankedAfter.has(id) || !rankedBefore.has(id) ? 'rules' : learned;
    },
  };
}
