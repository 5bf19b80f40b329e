import type { TrainingData } from '../../data/tables';

export const SECONDS_A_DAY = 86_400;

/**
 * The latest event of each profile with each item: what counts profiles rather than repeats, as popularity does.
 * @returns positions in data.interactions, descending
 */
export function latestEvents({ interactions, histories }: TrainingData): Int32Array {
  const { profile, item } = interactions;
  const isSeen = new Uint8Array(histories.indices.length);
  const latest = new Int32Array(histories.indices.length);
  let length = 0;
  for (let event = profile.length - 1; event >= 0; event--) {
    const position = positionOf(histories.indices, histories.offsets, profile[event]!, item[event]!);
    if (isSeen[position] === 1) continue;
    isSeen[position] = 1;
    latest[length++] = event;
  }
  return latest.subarray(0, length);
}

/** Where an item stands in its profile's history, by halving. */
function positionOf(indices: Int32Array, offsets: Int32Array, profile: number, item: number): number {
  let low = offsets[profile]!;
  let high = offsets[profile + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (indices[middle]! < item) low = middle + 1;
    else high = middle;
  }
  return low;
}
