/** Where on the scale of popularity viewings lie, and where recommendations. */
import type { TailBin } from '../contract/figures';
import { columnCounts } from '../../../engine/data/histories';
import { type Listed, recommendedTo } from './listed';

/** Parts of the titles that a chart shows side by side. */
const BINS = 20;

/** Titles by the number of profiles that watched them, most watched first; equal ones in their order. */
export function byPopularity(listed: Listed): number[] {
  const watched = columnCounts(listed.histories);
  return Array.from(watched.keys()).sort((left, right) => watched[right]! - watched[left]! || left - right);
}

/**
 * Titles from the most watched to the least in up to 20 parts with equally many titles.
 * @param order of the titles, as `byPopularity`
 * @returns for each part the share of all viewings (each title once per profile) and of all places of lists
 */
export function popularityTail(listed: Listed, order: readonly number[]): TailBin[] {
  const watched = columnCounts(listed.histories);
  const recommended = new Int32Array(order.length);
  for (let profile = 0; profile < listed.histories.rows; profile++)
    for (const title of recommendedTo(listed, profile)) recommended[title]!++;
  const bins = Math.min(BINS, order.length);
  const endOf = (bin: number): number => Math.floor((bin * order.length) / bins);
  const shareOf = (counts: Int32Array, titles: readonly number[]): number => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return all === 0 ? 0 : titles.reduce((sum, title) => sum + counts[title]!, 0) / all;
  };
  return Array.from({ length: bins }, (_, bin) => {
    const titles = order.slice(endOf(bin), endOf(bin + 1));
    return {
      from: endOf(bin) + 1,
      to: endOf(bin + 1),
      watched: shareOf(watched, titles),
      recommended: shareOf(recommended, titles),
    };
  });
}
