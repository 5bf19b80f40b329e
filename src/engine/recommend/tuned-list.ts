/** A tuned list as it is shown: ranks before and after, badges, and what is gone. */
import type { TunedItem, TunedList } from '../../shared/contract';
import type { RunData, RunSession } from '../sessions/run-session';
import type { RankedItems } from './untouched';

/** @param watched columns, ascending: what counts as watched under the tuning */
export function tunedItems(
  { dataset }: RunSession,
  { items, datasetItem }: RunData,
  before: RankedItems,
  after: RankedItems,
  watched: Int32Array,
): Pick<TunedList, 'items' | 'gone'> {
  const rankBefore = new Map(Array.from(before.items, (item, place) => [item, place + 1]));
  const kept = new Set(after.items);
  const isWatched = new Set(watched);
  return {
    items: Array.from(after.items, (item, place): TunedItem => {
      const earlier = rankBefore.get(item) ?? null;
      const row = datasetItem[item]!;
      const badges: TunedItem['badges'] = [];
      if (isWatched.has(item)) badges.push('watched');
      if (dataset.isNew(row)) badges.push('new');
      if (dataset.isRare(row)) badges.push('rare');
      if (earlier === null) badges.push('tuned');
      return {
        rank: place + 1,
        item: items.ids[item]!,
        title: items.titles[item]!,
        score: after.scores[place]!,
        watched: isWatched.has(item),
        group: dataset.groupOf(row),
        badges,
        before: earlier,
      };
    }),
    gone: Array.from(before.items, (item, place) => ({ item, before: place + 1 }))
      .filter(({ item }) => !kept.has(item))
      .map(({ item, before: rank }) => ({ item: items.ids[item]!, title: items.titles[item]!, before: rank })),
  };
}
