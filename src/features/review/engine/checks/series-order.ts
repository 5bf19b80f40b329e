/** Finds episodes without the previous one: a series begun in the middle, or out of order. */
import type { TitleNote } from '../../contract/queue';
import { type Answer, type Checked, checkedList, findingsOf, watchedItems } from './checked';

/**
 * The previous episode may have been watched, or stand earlier in the list.
 * @param most such episodes that are fine in one list
 */
export function outOfOrder(lists: Checked, most: number): Answer {
  const { ids, titles } = lists.items;
  if (lists.before.every((items) => items.length === 0)) return 'no-episodes';
  return findingsOf(lists, (profile) => {
    const had = new Set(watchedItems(lists, profile));
    const items: number[] = [];
    const notes: TitleNote[] = [];
    for (const item of checkedList(lists, profile)) {
      const before = lists.before[item]!;
      if (before.length > 0 && !before.some((one) => had.has(one)) && !lists.isOrdered(profile, item)) {
        items.push(item);
        notes.push({ kind: 'without', title: titles[before[0]!] ?? ids[before[0]!]! });
      }
      had.add(item);
    }
    return items.length <= most ? null : { items, notes };
  });
}
