/**
 * A score of the autoencoder as a sum: what each watched title, each column of the profile and each part that is mixed in adds to it.
 *
 * Decoder, peers, trend and the mixture are linear in what goes into them, with the means, deviations and shares of the row held as they are.
 * Through an activation f go integrated gradients (Sundararajan et al. 2017) along the straight way from nothing to the normalised history,
 * whose norm is held too. Along it the sum z of a unit grows in proportion, so that the integral has a closed form:
 *
 *   x_j w_jh (f(z_h + b_h) - f(b_h)) / z_h
 *
 * No steps are taken, and the parts add up but for rounding.
 */
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import type { NamedTensors } from '../recommender';

/** Of one row and one item; sums in 64 bits. */
export interface NetworkParts {
  /** With an empty history and nothing known about the profile. */
  readonly base: number;
  /** Of each title of the history, in its order. */
  readonly history: Float64Array;
  /** Of each column of the encoded profile, against a profile about which nothing is known. */
  readonly condition: Float64Array;
  /** Of what was mixed into the code from others, and of pushing it along directions. */
  readonly neighbours: number;
  readonly directions: number;
}

interface Activation {
  readonly value: (sum: number) => number;
  readonly slope: (sum: number) => number;
}

const ACTIVATIONS: Record<Recipe['structure.activation'], Activation> = {
  tanh: { value: tanh, slope: (sum) => 1 - tanh(sum) * tanh(sum) },
  relu: { value: (sum) => Math.max(0, sum), slope: (sum) => (sum > 0 ? 1 : 0) },
  linear: { value: (sum) => sum, slope: () => 1 },
};

/** By way of exp, which is the same in every Node. */
function tanh(sum: number): number {
  const small = Math.exp(-2 * Math.abs(sum));
  const size = (1 - small) / (1 + small);
  return sum < 0 ? -size : size;
}

/** Shorter ways than this have the slope at their start: their difference would be rounding alone. */
const SHORT = 1e-6;

/** The mean slope of an activation on the way from one sum to another. */
function meanSlope({ value, slope }: Activation, from: number, way: number): number {
  return Math.abs(way) < SHORT ? slope(from) : (value(from + way) - value(from)) / way;
}

export interface NetworkInput {
  readonly tensors: NamedTensors;
  readonly recipe: Recipe;
  /** One row, normalised. */
  readonly history: SparseRows;
  /** The encoded profile, and that of a profile about which nothing is known. */
  readonly condition: Float32Array;
  readonly unknown: Float32Array;
  /** Of the condition; 1 is as trained. */
  readonly strength: number;
  /** How much of the row's own code is left beside that of its neighbours; then the code with theirs, and as it goes into the decoder. */
  readonly ownShare: number;
  readonly mixed: Float32Array;
  readonly pushed: Float32Array;
}

/** What the network alone gives an item, before anything is mixed in. */
export function networkParts(input: NetworkInput, item: number): NetworkParts {
  const { tensors, history, ownShare } = input;
  const encoder = tensors['encoder']!.values;
  const bias = tensors['encoder.bias']!.values;
  const width = bias.length;
  const activation = ACTIVATIONS[input.recipe['structure.activation']];
  const decoder = rowOf(tensors, item);

  const sums = new Float64Array(width);
  history.indices.forEach((column, place) => {
    for (let unit = 0; unit < width; unit++) sums[unit]! += history.values[place]! * encoder[column * width + unit]!;
  });
  const weights = sums.map((sum, unit) => ownShare * decoder[unit]! * meanSlope(activation, bias[unit]!, sum));
  const titles = Float64Array.from(history.indices, (column, place) => {
    let part = 0;
    for (let unit = 0; unit < width; unit++) part += weights[unit]! * encoder[column * width + unit]!;
    return part * history.values[place]!;
  });

  let base = tensors['decoder.bias']!.values[item]!;
  let neighbours = 0;
  let directions = 0;
  for (let unit = 0; unit < width; unit++) {
    const silent = activation.value(bias[unit]!);
    const own = ownShare * (activation.value(bias[unit]! + sums[unit]!) - silent);
    base += decoder[unit]! * silent;
    // With no neighbours the difference is what 32 bits lose.
    if (ownShare < 1) neighbours += decoder[unit]! * (input.mixed[unit]! - silent - own);
    directions += decoder[unit]! * (input.pushed[unit]! - input.mixed[unit]!);
  }
  const beside = besideParts(input, decoder.subarray(width));
  return { base: base + beside.base, history: titles, condition: beside.condition, neighbours, directions };
}

/** What joins the code: the profile as it is, or through a network of its own, whose activation is tanh. */
function besideParts(
  { tensors, condition, unknown, strength }: NetworkInput,
  decoder: Float32Array,
): Pick<NetworkParts, 'base' | 'condition'> {
  const parts = new Float64Array(condition.length);
  if (decoder.length === 0) return { base: 0, condition: parts };
  const changes = Float64Array.from(condition, (value, column) => strength * (value - unknown[column]!));
  const network = tensors['condition']?.values;
  let base = 0;
  if (network === undefined) {
    for (let column = 0; column < condition.length; column++) {
      base += decoder[column]! * unknown[column]!;
      parts[column] = decoder[column]! * changes[column]!;
    }
    return { base, condition: parts };
  }
  const bias = tensors['condition.bias']!.values;
  const width = bias.length;
  for (let unit = 0; unit < width; unit++) {
    let start = bias[unit]!;
    let way = 0;
    for (let column = 0; column < condition.length; column++) {
      const weight = network[column * width + unit]!;
      start += unknown[column]! * weight;
      way += (condition[column]! - unknown[column]!) * weight;
    }
    base += decoder[unit]! * tanh(start);
    const slope = decoder[unit]! * meanSlope(ACTIVATIONS.tanh, start, way);
    for (let column = 0; column < condition.length; column++)
      parts[column]! += slope * network[column * width + unit]! * changes[column]!;
  }
  return { base, condition: parts };
}

function rowOf(tensors: NamedTensors, item: number): Float32Array {
  const { shape, values } = tensors['decoder']!;
  return (values as Float32Array).subarray(item * shape[1]!, (item + 1) * shape[1]!);
}
