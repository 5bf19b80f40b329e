/** Finds lists that are full of one thing, and lists without what a profile watches most. */
import {
  type Answer,
  type Checked,
  checkedList,
  type Finding,
  findingsOf,
  unorderedItems,
  watchedItems,
} from './checked';

/** @param most titles of one series that are fine */
export function crowdedBySeries(lists: Checked, most: number): Answer {
  const { series, names } = lists.series;
  return findingsOf(lists, (profile) =>
    crowd(
      unorderedItems(lists, profile),
      (item) => [series[item]!].filter((of) => of >= 0),
      most,
      (of) => names[of]!,
    ),
  );
}

/** @param most titles of one genre that are fine */
export function crowdedByGenre(lists: Checked, most: number): Answer {
  const { groups } = lists;
  if (groups === null) return 'no-genres';
  const { labels } = groups;
  return findingsOf(lists, (profile) =>
    crowd(
      unorderedItems(lists, profile),
      (item) => groups.of(item).filter((code) => code < labels.length),
      most,
      (code) => labels[code]!,
    ),
  );
}

function crowd(
  list: readonly number[],
  codesOf: (item: number) => readonly number[],
  most: number,
  nameOf: (code: number) => string,
): Omit<Finding, 'profile'> | null {
  const counts = countCodes(list, codesOf);
  const [largest] = [...counts].sort(byCount);
  if (largest === undefined || largest[1] <= most) return null;
  const [code, count] = largest;
  return { items: list.filter((item) => codesOf(item).includes(code)), value: nameOf(code), count };
}

/** @param least watched titles of a genre from which its absence counts */
export function withoutFavourite(lists: Checked, least: number): Answer {
  const { groups, items } = lists;
  if (groups === null) return 'no-genres';
  const { labels } = groups;
  const codesOf = (item: number): readonly number[] => groups.of(item).filter((code) => code < labels.length);
  const inCatalogue = countCodes(items.ids.keys(), codesOf);
  return findingsOf(lists, (profile) => {
    const [favourite] = [...countCodes(watchedItems(lists, profile), codesOf)].sort(byCount);
    if (favourite === undefined || favourite[1] < least) return null;
    const [code, count] = favourite;
    // A profile that watched them all can get no other.
    if (count >= inCatalogue.get(code)!) return null;
    const isListed = checkedList(lists, profile).some((item) => codesOf(item).includes(code));
    return isListed ? null : { value: labels[code]!, count };
  });
}

function countCodes(items: Iterable<number>, codesOf: (item: number) => readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) for (const code of codesOf(item)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Most frequent first; ties by the lower code. */
const byCount = ([left, one]: [number, number], [right, other]: [number, number]): number =>
  other - one || left - right;
