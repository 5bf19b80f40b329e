/** Finds the directions in which the latent codes of the profiles vary most: principal components, in 64 bits. */
import { symmetricEigen } from '../eigen';
import { topK } from '../ranking/top-k';
import type { NamedTensor } from '../recommender';
import type { LatentCodes } from './latent';
import { MOST_DIRECTIONS } from '../../../shared/limits';

/** Profiles summed between two pauses, in which other calls are answered. */
const ROWS_PER_TURN = 256;

export interface Directions {
  readonly count: number;
  /** Standard deviation of the codes along each direction. */
  readonly deviations: Float64Array;
  /** Share of the codes' variance along each direction. */
  readonly shares: Float64Array;
  /** count x width, unit vectors. */
  readonly vectors: Float64Array;
}

/**
 * Principal components of the codes (profiles x width), by decreasing variance.
 * @param rest awaited from time to time, so that other work gets its turn
 */
export async function principalDirections(codes: LatentCodes, rest: () => Promise<void>): Promise<Directions> {
  const { width, rows } = codes;
  const covariance = await covarianceOf(codes, rest);
  const { values, vectors } = symmetricEigen(covariance, width);
  let variance = 0;
  for (const value of values) variance += Math.max(0, value);
  const count = Math.min(MOST_DIRECTIONS, width, rows);
  return {
    count,
    deviations: values.slice(0, count).map((value) => Math.sqrt(Math.max(0, value))),
    shares: values.slice(0, count).map((value) => (variance > 0 ? Math.max(0, value) / variance : 0)),
    vectors: vectors.slice(0, count * width),
  };
}

async function covarianceOf(codes: LatentCodes, rest: () => Promise<void>): Promise<Float64Array> {
  const { width, rows } = codes;
  const mean = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const code = codes.of(row);
    for (let unit = 0; unit < width; unit++) mean[unit]! += code[unit]!;
  }
  for (let unit = 0; unit < width; unit++) mean[unit]! /= Math.max(1, rows);
  const covariance = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const code = codes.of(row);
    for (let unit = 0; unit < width; unit++) centred[unit] = code[unit]! - mean[unit]!;
    for (let unit = 0; unit < width; unit++) {
      const own = centred[unit]!;
      const at = unit * width;
      for (let other = 0; other <= unit; other++) covariance[at + other]! += own * centred[other]!;
    }
    if (row % ROWS_PER_TURN === ROWS_PER_TURN - 1) await rest();
  }
  for (let unit = 0; unit < width; unit++)
    for (let other = 0; other <= unit; other++) {
      covariance[unit * width + other]! /= Math.max(1, rows);
      covariance[other * width + unit] = covariance[unit * width + other]!;
    }
  return covariance;
}

/** Moves a code (width) along directions, by amounts in standard deviations of each. */
export function pushed(
  code: Float32Array,
  directions: Directions,
  pushes: readonly { direction: number; amount: number }[],
): Float32Array {
  if (pushes.every(({ amount }) => amount === 0)) return code;
  const width = code.length;
  const sums = Float64Array.from(code);
  for (const { direction, amount } of pushes) {
    // A recipe may name more directions than a small model has.
    if (direction >= directions.count) continue;
    const step = amount * directions.deviations[direction]!;
    for (let unit = 0; unit < width; unit++) sums[unit]! += step * directions.vectors[direction * width + unit]!;
  }
  return Float32Array.from(sums);
}

/** The items whose scores a direction raises and lowers most, strongest first. */
export function movedItems(
  directions: Directions,
  direction: number,
  decoder: NamedTensor,
  count: number,
): { raises: Int32Array; lowers: Int32Array } {
  const [items, columns] = [decoder.shape[0]!, decoder.shape[1]!];
  const width = directions.vectors.length / directions.count;
  const vector = directions.vectors.subarray(direction * width, (direction + 1) * width);
  const effects = new Float32Array(items);
  for (let item = 0; item < items; item++) {
    let sum = 0;
    for (let unit = 0; unit < width; unit++) sum += decoder.values[item * columns + unit]! * vector[unit]!;
    effects[item] = sum;
  }
  const shown = Math.min(count, Math.floor(items / 2));
  return {
    raises: topK(effects, 0, items, shown),
    lowers: topK(
      effects.map((effect) => -effect),
      0,
      items,
      shown,
    ),
  };
}
