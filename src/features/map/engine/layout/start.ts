/** Starting positions of a layout: those of an earlier map, or along the directions in which points vary most. */
import type { RandomStream } from '../../../../engine/model/random';
import type { Graph } from './graph';

/** Scale of the layout: maps extend about 1 from the middle to their edge, layouts start at about 10. */
const SPREAD = 10;
/** Keeps points at the same position from moving as one. */
const NOISE = 1e-3;

/**
 * @param principal x and y alternately, at most 1
 * @returns in the scale of the layout
 */
export function startAlong(principal: Float32Array, random: RandomStream): Float64Array {
  return Float64Array.from(principal, (value) => SPREAD * value + noise(random));
}

/**
 * Points that the earlier map did not have start amid those of their neighbours that it had, or in the middle of all.
 * @param earlier x and y alternately, NaN for points that the earlier map did not have
 */
export function startAtEarlier(
  earlier: Float64Array,
  { heads, tails, weights }: Graph,
  random: RandomStream,
): Float64Array {
  const points = earlier.length / 2;
  const sums = new Float64Array(3 * points);
  const add = (point: number, other: number, weight: number): void => {
    if (!hasPlace(earlier, other)) return;
    sums[3 * point]! += weight * earlier[2 * other]!;
    sums[3 * point + 1]! += weight * earlier[2 * other + 1]!;
    sums[3 * point + 2]! += weight;
  };
  weights.forEach((weight, pair) => {
    add(heads[pair]!, tails[pair]!, weight);
    add(tails[pair]!, heads[pair]!, weight);
  });
  const [middleX, middleY] = middleOf(earlier);
  const start = new Float64Array(earlier.length);
  for (let point = 0; point < points; point++) {
    const all = sums[3 * point + 2]!;
    const [x, y] = hasPlace(earlier, point)
      ? [earlier[2 * point]!, earlier[2 * point + 1]!]
      : all > 0
        ? [sums[3 * point]! / all, sums[3 * point + 1]! / all]
        : [middleX, middleY];
    start[2 * point] = SPREAD * x + noise(random);
    start[2 * point + 1] = SPREAD * y + noise(random);
  }
  return start;
}

export const hasPlace = (places: Float64Array, point: number): boolean => !Number.isNaN(places[2 * point]!);

const noise = (random: RandomStream): number => (2 * random.uniform() - 1) * NOISE;

function middleOf(places: Float64Array): [x: number, y: number] {
  let [x, y, known] = [0, 0, 0];
  for (let point = 0; point < places.length / 2; point++)
    if (hasPlace(places, point)) {
      x += places[2 * point]!;
      y += places[2 * point + 1]!;
      known++;
    }
  return known === 0 ? [0, 0] : [x / known, y / known];
}
