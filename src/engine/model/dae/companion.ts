/** Other models whose scores are mixed into the autoencoder's when lists are made: up to two of them, each with a share of its own. */
import type { CompanionSlot } from '../../../shared/recipe/companions';
import type { Recommender } from '../recommender';

export interface Companion {
  readonly recommender: Recommender;
  /** Of this companion, 0 to 1; the autoencoder has what is left. */
  readonly share: number;
}

/** Where the tensors of a companion stand beside the autoencoder's. */
export const prefixOf = ({ key }: CompanionSlot): string => `${key}/`;
/** The tensor of its share. */
export const shareTensorOf = ({ key }: CompanionSlot): string => `${key}.share`;

/** A history of this many titles gives the companions half their share: with fewer they know less, and with none nothing. */
const HALF_TRUSTED = 5;

/**
 * (1 - sum of shares) x own + sum of share x other, row by row, with each other brought to the mean and deviation of the own row: models of
 * any scale mix, and what is added later (a trend) weighs as much as beside the autoencoder alone. A row without a history stays as it is.
 * @param own rows x items; changed in place
 * @param others rows x items each, of the companions; brought to deviations from their mean, in place
 * @param lengths titles in the history of each row
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
 * As mixRows, for one row of a history that is not empty.
 * @param own changed in place
 * @param others as deviations from their mean
 */
export function mixRow(
  own: Float32Array,
  others: readonly Float32Array[],
  length: number,
  shares: readonly number[],
): void {
  const scoreOf = mixedScores({ moments: momentsOf(own), length }, shares);
  for (let item = 0; item < own.length; item++) own[item] = scoreOf(own, others, item);
}

/** What mixing needs to know of a row, whatever the shares are. */
export interface RowFacts {
  /** Of the own scores. */
  readonly moments: Moments;
  /** Titles in the history, at least one. */
  readonly length: number;
}

/** @returns the mixed score of one place of some own scores and those of others, which does not fall where any of them rises */
export function mixedScores(
  { moments: { mean, deviation }, length }: RowFacts,
  shares: readonly number[],
): (own: Float32Array, others: readonly Float32Array[], at: number) => number {
  const theirShares = shares.map((share) => (share * length) / (length + HALF_TRUSTED));
  const ownShare = 1 - theirShares.reduce((sum, share) => sum + share, 0);
  return (own, others, at) => {
    let sum = own[at]! * ownShare;
    for (let which = 0; which < theirShares.length; which++)
      sum += theirShares[which]! * (mean + deviation * others[which]![at]!);
    return sum;
  };
}

/** Values as deviations from their mean, in place; zeros where all are the same. */
export function standardise(values: Float32Array): void {
  const { mean, deviation } = momentsOf(values);
  for (let index = 0; index < values.length; index++) values[index] = (values[index]! - mean) / (deviation || 1);
}

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

export function momentsOf(values: Float32Array): Moments {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += (values[at]! - mean) * (values[at]! - mean);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
