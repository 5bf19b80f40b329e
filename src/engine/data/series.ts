/** Reads series and episodes from titles, for the check of their order. */
import { episodeOrder, seriesKey, titleParts } from '../../shared/values/episode';

export interface SeriesOfItems {
  /** Names as the first title of each series writes them. */
  readonly names: readonly string[];
  /** Index of its series by item; -1 without a title. A title without an episode number is a series of its own. */
  readonly series: Int32Array;
}

/** @param titles by item; null if unknown */
export function seriesOfItems(titles: readonly (string | null)[]): SeriesOfItems {
  const names: string[] = [];
  const indices = new Map<string, number>();
  const series = Int32Array.from(titles, (title) => {
    if (title === null) return -1;
    const { series: name } = titleParts(title);
    const key = seriesKey(name);
    if (!indices.has(key)) indices.set(key, names.push(name) - 1);
    return indices.get(key)!;
  });
  return { names, series };
}

/**
 * Items of the previous episode, by item; empty for a first episode and for a title without a number. Skips gaps in the numbers, and counts units
 * separately: "episode 2" says nothing about "season 1".
 */
export function episodesBefore(titles: readonly (string | null)[]): ReadonlyArray<readonly number[]> {
  const numbered = new Map<string, Map<number, number[]>>();
  titles.forEach((title, item) => {
    const order = title === null ? null : episodeOrder(title);
    if (order === null) return;
    const episodes = numbered.get(order.series) ?? new Map<number, number[]>();
    numbered.set(order.series, episodes);
    episodes.set(order.number, [...(episodes.get(order.number) ?? []), item]);
  });
  const before: (readonly number[])[] = titles.map(() => []);
  for (const episodes of numbered.values()) {
    const ordered = [...episodes].sort(([left], [right]) => left - right);
    ordered.forEach(([, items], place) => {
      if (place > 0) for (const item of items) before[item] = ordered[place - 1]![1];
    });
  }
  return before;
}
