/** Why titles came into the list of a profile or left it. */
import type { ShownDelivery } from '../../../shared/contract/delivery';
import { canonicalJson } from '../../../shared/values/canonical-json';
import type { ChangedLists, ChangeReason } from '../contract/changes';
import { type ComparedList, type NamedLists } from '../../../engine/delivery/compare';
import type { Delivery } from '../../../engine/delivery/open';
import { hasMoved } from '../../../engine/delivery/list-difference';
import { namedTitle } from '../../../engine/lists/new-title-reason';
import { listOf } from '../../../engine/runs/lists-file';

/** What came into a list and went out of it, best places first. */
export type Moves = Pick<ChangedLists['lists'][number], 'came' | 'went' | 'shared' | 'viewings'>;

export const listsIn = ({ data: { profiles }, delivered: { lists, items } }: Delivery): NamedLists => ({
  lists,
  profiles: profiles.ids,
  items: items.ids,
});

/** Null for the same titles. @param watched IDs of titles that the profile watched since */
export function movesIn(
  earlier: Delivery,
  later: Delivery,
  list: ComparedList,
  watched: ReadonlySet<string>,
): Moves | null {
  const { before, after, difference } = list;
  if (!hasMoved(difference)) return null;
  const reason = reasons(earlier, later, list, watched);
  return {
    viewings: watched.size,
    shared: difference.shared,
    came: difference.came.map((id) => moved(later, after, id, reason.cameBy(id))),
    went: difference.went.map((id) => moved(earlier, before, id, reason.wentBy(id))),
  };
}

const rankedIn = ({ delivered: { items, ranked } }: Delivery, row: number): ReadonlySet<string> =>
  new Set(Array.from(listOf(ranked.lists, row), (column) => items.ids[column]!));

function moved(
  { session: { dataset } }: Delivery,
  list: readonly string[],
  id: string,
  reason: ChangeReason,
): Moves['came'][number] {
  return { ...namedTitle(dataset.items, dataset.itemRow.get(id)!), reason, place: list.indexOf(id) + 1 };
}

/** Whether one model ranks both lists, under different tunings. */
const isOnlyTuned = (earlier: ShownDelivery, later: ShownDelivery): boolean =>
  earlier.runId === later.runId && canonicalJson(earlier.tuning) !== canonicalJson(later.tuning);

/** Rules are the reason where a list and the ranking behind it disagree about a title, on either side. */
function reasons(
  earlier: Delivery,
  later: Delivery,
  { was, row }: ComparedList,
  watched: ReadonlySet<string>,
): { cameBy(id: string): ChangeReason; wentBy(id: string): ChangeReason } {
  const [rankedBefore, rankedAfter] = [rankedIn(earlier, was), rankedIn(later, row)];
  const learned = isOnlyTuned(earlier.shown, later.shown) ? 'tuning' : watched.size > 0 ? 'viewings' : 'model';
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
