/** Episode numbers, for rules about their order. */
import { episodeOrder } from '../../shared/values/episode';
import type { ItemTable } from '../data/tables';

/** Each title's position in its series. */
export interface Episodes {
  /** -1 if the title names no episode. */
  readonly series: Int32Array;
  readonly number: Int32Array;
}

export const NO_EPISODES: Episodes = { series: new Int32Array(0), number: new Int32Array(0) };

export function episodesOf({ titles }: ItemTable): Episodes {
  const places = new Map<string, number>();
  const episodes = { series: new Int32Array(titles.length).fill(-1), number: new Int32Array(titles.length) };
  titles.forEach((title, row) => {
    const order = title === null ? null : episodeOrder(title);
    if (order === null) return;
    const series = places.get(order.series) ?? places.size;
    places.set(order.series, series);
    episodes.series[row] = series;
    episodes.number[row] = order.number;
  });
  return episodes;
}
