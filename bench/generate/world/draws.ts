/** Draws from distributions by uniform numbers with plain arithmetic, log and exp only: the same on every engine. */
import type { RandomStream } from '../../../src/engine/model/random';

/** Nearly normal with mean 0 and deviation 1, within [-6, 6]: the sum of twelve uniform numbers. */
export function normal(random: RandomStream): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += random.uniform();
  return sum;
}

/** At least 1, with the given mean (> 1): trials until an event of chance 1 / mean. */
export function geometric(random: RandomStream, mean: number): number {
  return 1 + Math.floor(Math.log(1 - random.uniform()) / Math.log(1 - 1 / mean));
}

export function chance(random: RandomStream, probability: number): boolean {
  return random.uniform() < probability;
}

export function pick<Value>(random: RandomStream, values: readonly Value[]): Value {
  return values[random.below(values.length)]!;
}

/** Cumulative sums of weights, for `pickCumulative`. */
export function cumulate(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sums[index] = sum += weights[index]!;
  return sums;
}

/** Picks an index in proportion to its weight, by binary search in the sums. */
export function pickCumulative(random: RandomStream, sums: Float64Array): number {
  const drawn = random.uniform() * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Marks exactly `count` allowed indices below `size`, or all of them if there are fewer. */
export function markSome(
  random: RandomStream,
  size: number,
  count: number,
  allowed: (index: number) => boolean = () => true,
): Uint8Array {
  const marks = new Uint8Array(size);
  const candidates = new Int32Array(size);
  let candidateCount = 0;
  for (let index = 0; index < size; index++) if (allowed(index)) candidates[candidateCount++] = index;
  const chosen = Math.min(count, candidateCount);
  for (let index = 0; index < chosen; index++) {
    const other = index + random.below(candidateCount - index);
    const kept = candidates[other]!;
    candidates[other] = candidates[index]!;
    marks[kept] = 1;
  }
  return marks;
}
