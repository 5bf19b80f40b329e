/**
 * Splits a score of the autoencoder into a sum: the contribution of each watched title, each column of the profile and each mixed-in part.
 *
 * Decoder, peers, trend and the mixture are linear in their inputs, with the means, deviations and shares of the row held fixed. Through an
 * activation f, integrated gradients (Sundararajan et al. 2017) follow the straight path from nothing to the normalised history, whose norm is also
 * held fixed. Along it the sum z of a unit grows in proportion, so that the integral has a closed form:
 *
 *   x_j w_jh (f(z_h + b_h) - f(b_h)) / z_h
 *
 * No steps are taken, and the parts add up to the score but for rounding.
 */
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import type { NamedTensors } from '../recommender';

/** Parts for one row and one item; sums in 64 bits. */
interface NetworkParts {
  /** With an empty history and an unknown profile. */
  readonly base: number;
  /** One part per title of the history, in its order. */
  readonly history: Float64Array;
  /** One part per column of the encoded profile, relative to a profile of which nothing is known. */
  readonly condition: Float64Array;
  /** Parts of the neighbours' codes in the mixture, and of pushes along directions. */
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

/** Through exp, which is the same in every Node. */
function tanh(sum: number): number {
  const small = Math.exp(-2 * Math.abs(sum));
  const size = (1 - small) / (1 + small);
  return sum < 0 ? -size : size;
}

/** Shorter paths use the slope at their start: the difference of their ends would be mere rounding. */
const SHORT = 1e-6;

/** The mean slope of an activation on the path from one sum to another. */
function meanSlope({ value, slope }: Activation, from: number, way: number): number {
  return Math.abs(way) < SHORT ? slope(from) : (value(from + way) - value(from)) / way;
}

interface NetworkInput {
  readonly tensors: NamedTensors;
  readonly recipe: Recipe;
  /** One row, normalised. */
  readonly history: SparseRows;
  /** The encoded profile, and that of a profile of which nothing is known. */
  readonly condition: Float32Array;
  readonly unknown: Float32Array;
  /** Strength of the condition; 1 is as trained. */
  readonly strength: number;
  /** Share of the row's own code beside its neighbours'; then the mixed code, and the code that enters the decoder. */
  readonly ownShare: number;
  readonly mixed: Float32Array;
  readonly pushed: Float32Array;
}

/**
 * The parts of the score that the network alone gives an item, before anything is mixed in.
 * @param item column of the vocabulary
 */
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
    // Without neighbours the difference would be mere rounding in 32 bits.
    if (ownShare < 1) neighbours += decoder[unit]! * (input.mixed[unit]! - silent - own);
    directions += decoder[unit]! * (input.pushed[unit]! - input.mixed[unit]!);
  }
  const beside = besideParts(input, decoder.subarray(width));
  return { base: base + beside.base, history: titles, condition: beside.condition, neighbours, directions };
}

/** What joins the code: the profile as it is, or through its own network with the activation tanh. */
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
