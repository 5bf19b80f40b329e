/** Another model whose scores are mixed into the autoencoder's when lists are made. */
import type { Recommender } from '../recommender';

export interface Companion {
  readonly recommender: Recommender;
  /** Of the companion, 0 to 1; the autoencoder has the rest. */
  readonly share: number;
}

/** A history of this many titles gives the companion half its share: with fewer it knows less, and with none nothing. */
const HALF_TRUSTED = 5;

/**
 * (1 - share) x own + share x other, row by row, with the other brought to the mean and deviation of the own row: models of any scale mix,
 * and what is added later (a trend) weighs as much as beside the autoencoder alone. Changes both in place; a row without a history
 * stays as it is.
 * @param own rows x items
 * @param other rows x items, of the companion
 * @param lengths titles in the history of each row
 */
export function mixRows(own: Float32Array, other: Float32Array, lengths: readonly number[], share: number): void {
  const items = own.length / lengths.length;
  lengths.forEach((length, row) => {
    if (length === 0) return;
    const mine = own.subarray(row * items, (row + 1) * items);
    const theirs = other.subarray(row * items, (row + 1) * items);
    const { mean, deviation } = momentsOf(mine);
    standardise(theirs);
    const theirShare = (share * length) / (length + HALF_TRUSTED);
    for (let item = 0; item < items; item++)
      mine[item] = (1 - theirShare) * mine[item]! + theirShare * (mean + deviation * theirs[item]!);
  });
}

/** Values as deviations from their mean, in place; zeros where all are the same. */
export function standardise(values: Float32Array): void {
  const { mean, deviation } = momentsOf(values);
  for (let index = 0; index < values.length; index++) values[index] = (values[index]! - mean) / (deviation || 1);
}

function momentsOf(values: Float32Array): { mean: number; deviation: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
