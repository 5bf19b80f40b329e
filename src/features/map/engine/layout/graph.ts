/** Which points attract each other, and how strongly: the fuzzy simplicial set of UMAP (McInnes, Healy and Melville 2018, section 3.1). */
import type { Neighbours } from './nearest';
import { exactExp } from './exact-exp';

/** Halvings of the interval that contains the scale of a point. */
const HALVINGS = 64;
/** Tolerance for the sum of a point's weights; the same as in umap-learn. */
const CLOSE_ENOUGH = 1e-5;
/** Least scale, relative to the mean distance. */
const LEAST_SCALE = 1e-3;

/** Each pair of neighbours once. */
export interface Graph {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  /** Above 0, at most 1. */
  readonly weights: Float64Array;
}

/** Sorted by the lower point, then by the distance of the other one. */
export function neighbourGraph({ count, indices, distances }: Neighbours): Graph {
  const points = count === 0 ? 0 : indices.length / count;
  const directed = new Float64Array(indices.length);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
  for (let point = 0; point < points; point++) {
    const own = distances.subarray(point * count, (point + 1) * count);
    const nearest = own.find((distance) => distance > 0) ?? 0;
    const scale = scaleOf(own, nearest, mean);
    own.forEach((distance, place) => (directed[point * count + place] = weightAt(distance - nearest, scale)));
  }
  const [heads, tails, weights]: [number[], number[], number[]] = [[], [], []];
  for (let point = 0; point < points; point++)
    for (let at = point * count; at < (point + 1) * count; at++) {
      const other = indices[at]!;
      const back = indices.subarray(other * count, (other + 1) * count).indexOf(point);
      // A pair of mutual neighbours is added once, with the lower point.
      if (back >= 0 && other < point) continue;
      const forth = directed[at]!;
      const backward = back < 0 ? 0 : directed[other * count + back]!;
      const weight = forth + backward - forth * backward;
      if (weight <= 0) continue;
      heads.push(point);
      tails.push(other);
      weights.push(weight);
    }
  return { heads: Int32Array.from(heads), tails: Int32Array.from(tails), weights: Float64Array.from(weights) };
}

const weightAt = (beyond: number, scale: number): number => (beyond <= 0 ? 1 : exactExp(-beyond / scale));

/** The scale at which the weights add up to the binary logarithm of their number. */
function scaleOf(distances: Float64Array, nearest: number, meanOfAll: number): number {
  const wanted = binaryLogarithm(distances.length);
  let [low, high, scale] = [0, Infinity, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    let sum = 0;
    for (const distance of distances) sum += weightAt(distance - nearest, scale);
    if (Math.abs(sum - wanted) < CLOSE_ENOUGH) break;
    if (sum > wanted) high = scale;
    else low = scale;
    scale = high === Infinity ? 2 * scale : (low + high) / 2;
  }
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
  return Math.max(scale, LEAST_SCALE * (nearest > 0 ? mean : meanOfAll), Number.MIN_VALUE);
}

/** Linear interpolation between powers of two, which is accurate enough for a number of neighbours, and the same everywhere. */
function binaryLogarithm(count: number): number {
  let [whole, power] = [0, 1];
  while (2 * power <= count) {
    power *= 2;
    whole++;
  }
  return Math.max(1, whole + (count - power) / power);
}
