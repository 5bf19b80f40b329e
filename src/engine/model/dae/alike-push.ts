/**
 * Carries a push along latent directions over from one autoencoder to another of the same titles. Every training draws its own weights, so the units
 * of two latent spaces, and their principal directions, do not correspond by number. The change that a push makes to the scores can be compared:
 * this finds the push with the nearest effect, by least squares over the titles.
 */
import type { NamedTensor } from '../recommender';
import type { Directions } from './directions';

/** Steps of conjugate gradients; the remaining residual is far below the effect of a push of a tenth of a deviation. */
const STEPS = 60;
/** Squared residual, relative to its start, at which the steps stop. */
const ENOUGH = 1e-12;

/** The sum of all pushes along directions, in the units of the code: one number per unit. */
export function pushOf(
  { vectors, deviations, count }: Directions,
  pushes: readonly { direction: number; amount: number }[],
): Float64Array {
  const width = vectors.length / count;
  const whole = new Float64Array(width);
  for (const { direction, amount } of pushes) {
    if (direction >= count) continue;
    for (let unit = 0; unit < width; unit++)
      whole[unit]! += amount * deviations[direction]! * vectors[direction * width + unit]!;
  }
  return whole;
}

/**
 * Conjugate gradients on the normal equations (CGLS; Björck 1996, section 7.4). Sums in 64 bits and in a fixed order: the same bits everywhere.
 * @param push in the units of the code of `from`
 * @param from items x columns, the code first
 * @param to of the same items
 * @param width of the code of `to`
 * @returns the push in the units of the code of `to`
 */
export function alikePush(push: Float64Array, from: NamedTensor, to: NamedTensor, width: number): Float64Array {
  const left = effectOf(push, from);
  const found = new Float64Array(width);
  let gradient = backOf(left, to, width);
  let along = gradient.slice();
  let squares = product(gradient, gradient);
  const first = squares;
  for (let step = 0; step < STEPS && squares > ENOUGH * first; step++) {
    const effect = effectOf(along, to);
    const length = squares / product(effect, effect);
    for (let unit = 0; unit < width; unit++) found[unit]! += length * along[unit]!;
    for (let item = 0; item < left.length; item++) left[item]! -= length * effect[item]!;
    gradient = backOf(left, to, width);
    const before = squares;
    squares = product(gradient, gradient);
    along = gradient.map((value, unit) => value + (squares / before) * along[unit]!);
  }
  return found;
}

/** The change that a push makes to the scores of the items. */
function effectOf(push: Float64Array, { shape, values }: NamedTensor): Float64Array {
  const [items, columns] = [shape[0]!, shape[1]!];
  const effect = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    let sum = 0;
    for (let unit = 0; unit < push.length; unit++) sum += values[item * columns + unit]! * push[unit]!;
    effect[item] = sum;
  }
  return effect;
}

function backOf(effect: Float64Array, { shape, values }: NamedTensor, width: number): Float64Array {
  const columns = shape[1]!;
  const back = new Float64Array(width);
  effect.forEach((value, item) => {
    for (let unit = 0; unit < width; unit++) back[unit]! += value * values[item * columns + unit]!;
  });
  return back;
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += left[at]! * right[at]!;
  return sum;
}

/** A push as a single direction: an amount of 1 along it is the whole push. */
export const directionOf = (push: Float64Array): Directions => ({
  count: 1,
  deviations: Float64Array.of(1),
  shares: Float64Array.of(0),
  vectors: push,
});
