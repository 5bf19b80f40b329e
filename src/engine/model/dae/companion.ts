/** Mixes the scores of other models into the autoencoder's when lists are made: up to two companions, each with its own share. */
import type { CompanionName } from '../../../shared/recipe/companion-names';
import type { Recommender } from '../recommender';

export interface Companion {
  readonly model: CompanionName;
  readonly recommender: Recommender;
  /** Share of this companion, 0 to 1; the autoencoder has the rest. */
  readonly share: number;
}

/** Prefix of a companion's tensors, which are stored with the autoencoder's. */
export const prefixOf = (model: CompanionName): string => `${model}/`;
/** Name of the tensor with its share. */
export const shareTensorOf = (model: CompanionName): string => `${model}.share`;

/** A history of this many titles gives the companions half their share, a shorter one less, an empty one nothing. */
export const HALF_TRUSTED = 5;

/** A companion's share of a row with this many titles in its history, 0 to `share`. */
export const companionPart = (share: number, length: number): number => (share * length) / (length + HALF_TRUSTED);

/** The places of the companions that are mixed in, of all that have a share. */
export const placesOf = ({ shares }: { readonly shares: readonly number[] }): number[] =>
  [...shares.keys()].filter((place) => shares[place]! > 0);

/**
 * (1 - sum of shares) x own + sum of share x other, row by row, with each other scaled to the mean and deviation of the own row: models of any scale
 * mix, and what is added later (a trend) weighs as much as beside the autoencoder alone. A row without a history stays as it is.
 * @param own rows x items; changed in place
 * @param others rows x items each, of the companions; standardised in place
 * @param lengths number of titles in the history of each row
 * @param shares of each of `others`
 */
export function mixRows(
  own: Float32Array,
  others: readonly Float32Array[],
  lengths: readonly number[],
  shares: readonly number[],
): void {
  const items = own.length / lengths.length;
  lengths.forEach((length, row) => {
    if (length === 0) return;
    const rowOf = (scores: Float32Array): Float32Array => scores.subarray(row * items, (row + 1) * items);
    const theirs = others.map(rowOf);
    for (const scores of theirs) standardise(scores);
    mixRow(rowOf(own), theirs, length, shares);
  });
}

/**
 * mixRows for one row with a history.
 * @param own changed in place
 * @param others as deviations from their mean
 */
function mixRow(own: Float32Array, others: readonly Float32Array[], length: number, shares: readonly number[]): void {
  const mixed = mixedRow(own, others, { moments: momentsOf(own), length }, shares, new Float64Array(own.length));
  for (let item = 0; item < own.length; item++) own[item] = mixed[item]!;
}

/** What mixing a row depends on besides the shares. */
interface RowFacts {
  /** Mean and deviation of the own scores. */
  readonly moments: Moments;
  /** Number of titles in the history, at least one. */
  readonly length: number;
}

/**
 * The mixed score of each item; it never falls if any of the scores rises. One loop for each number of others: a loop that checks the number at each
 * item takes four times as long, and these loops are most of the time that lists take.
 * @param others at most two
 * @param into as long as the own scores
 * @returns `into`
 */
export function mixedRow(
  own: Float32Array,
  others: readonly Float32Array[],
  { moments: { mean, deviation }, length }: RowFacts,
  shares: readonly number[],
  into: Float64Array,
): Float64Array {
  const theirShares = shares.map((share) => companionPart(share, length));
  const ownShare = 1 - theirShares.reduce((sum, share) => sum + share, 0);
  const [first, second] = others;
  const [firstShare = 0, secondShare = 0] = theirShares;
  if (first === undefined) for (let at = 0; at < own.length; at++) into[at] = own[at]! * ownShare;
  else if (second === undefined)
    for (let at = 0; at < own.length; at++)
      into[at] = own[at]! * ownShare + firstShare * (mean + deviation * first[at]!);
  else
    for (let at = 0; at < own.length; at++)
      into[at] =
        own[at]! * ownShare +
        firstShare * (mean + deviation * first[at]!) +
        secondShare * (mean + deviation * second[at]!);
  return into;
}

/** Subtracts the mean and divides by the standard deviation, in place; zeros if all values are equal. */
export function standardise(values: Float32Array): void {
  const { mean, deviation } = momentsOf(values);
  for (let index = 0; index < values.length; index++) values[index] = (values[index]! - mean) / (deviation || 1);
}

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and population standard deviation of the values, summed in 64 bits and in order. */
export function momentsOf(values: Float32Array): Moments {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += (values[at]! - mean) * (values[at]! - mean);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
