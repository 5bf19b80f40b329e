/** Formats a tuned list for display: ranks before and after, badges, and titles that dropped out. */
import type { TunedItem, TunedList } from '../../shared/contract/tuning';
import type { RunData, RunSession } from '../sessions/run-session';
import { excludesWatched, neutralList, type RankedItems } from './neutral';

/** Best first, by ID, since another run may have another vocabulary. */
type NamedList = readonly { readonly item: string; readonly title: string | null }[];

/** The neutral list of a profile in a run. */
export async function namedList(session: RunSession, profile: string, count: number): Promise<NamedList> {
  const row = await session.profileRow(profile);
  return named(await session.data(), await neutralList(session, row, count, excludesWatched(session)));
}

const named = ({ items }: RunData, list: RankedItems): NamedList =>
  Array.from(list.items, (item) => ({ item: items.ids[item]!, title: items.titles[item]! }));

/**
 * @param watched columns, ascending: what counts as watched under the tuning
 * @param earlier the neutral list, which shows what is there because of the tuning; `before` is the list to compare with, the neutral one if null
 */
export function tunedItems(
  { dataset }: RunSession,
  data: RunData,
  after: RankedItems,
  watched: Int32Array,
  earlier: { readonly neutral: RankedItems; readonly before: NamedList | null },
): Pick<TunedList, 'items' | 'gone'> {
  const { items, datasetItem } = data;
  const before = earlier.before ?? named(data, earlier.neutral);
  const rankBefore = new Map(before.map(({ item }, place) => [item, place + 1]));
  const neutral = new Set(earlier.neutral.items);
  const kept = new Set(Array.from(after.items, (item) => items.ids[item]!));
  const isWatched = new Set(watched);
  return {
    items: Array.from(after.items, (item, place): TunedItem => {
      const row = datasetItem[item]!;
      const badges: TunedItem['badges'] = [];
      if (isWatched.has(item)) badges.push('watched');
      if (dataset.isNew(row)) badges.push('new');
      if (dataset.isRare(row)) badges.push('rare');
      if (!neutral.has(item)) badges.push('tuned');
      return {
        rank: place + 1,
        item: items.ids[item]!,
        title: items.titles[item]!,
        score: after.scores[place]!,
        watched: isWatched.has(item),
        group: dataset.groupOf(row),
        badges,
        before: rankBefore.get(items.ids[item]!) ?? null,
      };
    }),
    gone: before
      .map(({ item, title }, place) => ({ item, title, before: place + 1 }))
      .filter(({ item }) => !kept.has(item)),
  };
}
