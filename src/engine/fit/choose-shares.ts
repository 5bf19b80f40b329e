/** Chooses how much companions count beside the autoencoder: the shares whose lists score best on the validation part. */
import { LIST_LENGTH } from '../../shared/limits';
import type { Conditions } from '../data/conditions';
import { meanOf } from '../evaluate/judge';
import { mixedScores, momentsOf, standardise } from '../model/dae/companion';
import type { Recommender } from '../model/recommender';
import { rankedItems, watchedOf } from '../ranking/lists';
import { topK, topKOf } from '../ranking/top-k';
import { judgeVariants } from './judge-variants';
import type { Validation } from './validation';

/** Shares are tried in tenths. */
const TENTHS = 10;

interface ChoosingInput {
  readonly validation: Validation;
  readonly conditions: Conditions;
  /** What all companions together may have. */
  readonly most: number;
}

/**
 * @param own the autoencoder alone
 * @param companions one or two, fitted on the same part
 * @returns the share of each; of equal scores the smaller shares
 */
export function chooseShares(
  own: Recommender,
  companions: readonly Recommender[],
  { validation, conditions, most }: ChoosingInput,
): number[] {
  const mixtures = sharesUpTo(Math.round(most * TENTHS), companions.length).map((tenths) =>
    tenths.map((share) => share / TENTHS),
  );
  const scores = scoresOf(own, companions, mixtures, validation, conditions);
  return mixtures[scores.indexOf(Math.max(...scores))]!;
}

/** Every way to give so many companions whole tenths whose sum is not above the limit; smaller ones first. */
function sharesUpTo(limit: number, companions: number): number[][] {
  if (companions === 0) return [[]];
  return Array.from({ length: limit + 1 }, (_, tenths) => tenths).flatMap((tenths) =>
    sharesUpTo(limit - tenths, companions - 1).map((others) => [tenths, ...others]),
  );
}

/** The score of each mixture. */
function scoresOf(
  own: Recommender,
  companions: readonly Recommender[],
  mixtures: readonly number[][],
  { fit: { histories }, targets }: Validation,
  conditions: Conditions,
): number[] {
  const items = histories.columns;
  const scores = judgeVariants({ histories, targets, conditions }, mixtures.length, (rows) => {
    const mine = own.score(rows);
    const theirs = companions.map((companion) => companion.score(rows));
    return (row) => {
      const rowOf = (found: Float32Array): Float32Array => found.subarray(row * items, (row + 1) * items);
      const others = theirs.map(rowOf);
      for (const deviations of others) standardise(deviations);
      const listOf = listsOfMixtures(rowOf(mine), others, watchedOf(rows.histories, row));
      return (mixture) => listOf(mixtures[mixture]!);
    };
  });
  return scores.map(meanOf);
}

/** Best titles by the scores of each model alone that are looked at first. */
const FIRST = 4 * LIST_LENGTH;

/**
 * The list of a row by each mixture. The score of a mixture rises with that of each model, so a title that is among the FIRST of no model is
 * not above what the last of each come to: a list that ends above that is the list.
 * @param others as deviations from their mean
 */
function listsOfMixtures(
  own: Float32Array,
  others: readonly Float32Array[],
  watched: Int32Array,
): (shares: readonly number[]) => Int32Array {
  const items = own.length;
  const listOf = (scores: Float32Array): Int32Array => rankedItems(scores, 0, items, LIST_LENGTH, watched, true);
  if (watched.length === 0) {
    const list = listOf(own);
    return () => list;
  }
  const firsts = [own, ...others].map((scores) => topK(scores, 0, items, FIRST, watched));
  const [ownLast, ...othersLast] = [own, ...others].map((scores, which) =>
    Float32Array.of(scores[firsts[which]!.at(-1)!]!),
  );
  const candidates = Int32Array.from(new Set(firsts.flatMap((first) => Array.from(first)))).sort();
  const facts = { moments: momentsOf(own), length: watched.length };
  const mixed = new Float32Array(items);
  return (shares) => {
    const scoreOf = mixedScores(facts, shares);
    for (const item of candidates) mixed[item] = scoreOf(own, others, item);
    const list = topKOf(mixed, 0, candidates, LIST_LENGTH);
    if (list.length === LIST_LENGTH && mixed[list.at(-1)!]! > Math.fround(scoreOf(ownLast!, othersLast, 0)))
      return list;
    for (let item = 0; item < items; item++) mixed[item] = scoreOf(own, others, item);
    return listOf(mixed);
  };
}
