import { isKept } from '../../data/events';
import type { Histories, Interactions } from '../../data/tables';

export const SECONDS_A_DAY = 86_400;

/**
 * Tells of the latest event of each profile with each item, the last one first: what counts profiles rather than repeats, as popularity does.
 * @param histories of the same events
 * @param visit is given positions in the arrays of the events
 */
export function forEachLatest(
  { profile, item, kept }: Interactions,
  { offsets, indices }: Histories,
  visit: (event: number) => void,
): void {
  const columns = indices.subarray(0, indices.length);
  const isSeen = new Uint8Array(columns.length);
  for (let event = profile.length - 1; event >= 0; event--) {
    if (!isKept(kept, event)) continue;
    const position = positionOf(columns, offsets, profile[event]!, item[event]!);
    if (isSeen[position] === 1) continue;
    isSeen[position] = 1;
    visit(event);
  }
}

/** Where an item stands in its profile's history, by halving. */
function positionOf(indices: Int32Array, offsets: Int32Array, profile: number, item: number): number {
  let low = offsets[profile]!;
  let high = offsets[profile + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (indices[middle]! < item) low = middle + 1;
    else high = middle;
  }
  return low;
}
