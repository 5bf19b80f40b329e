/** Chooses how much companions count beside the autoencoder: the shares whose lists score best on the validation part. */
import { LIST_LENGTH } from '../../shared/limits';
import type { Conditions } from '../data/conditions';
import { rowsWithEntries } from '../data/histories';
import { judge, meanOf } from '../evaluate/judge';
import { mixRow, standardise } from '../model/dae/companion';
import type { Recommender } from '../model/recommender';
import { rankedItems, SCORING_ROWS, watchedOf } from '../ranking/lists';
import { selectScoringRows } from '../ranking/scorer';
import type { Validation } from './validation';

/** Shares are tried in tenths: of two companions every other one first, then the neighbours of the best. */
const TENTHS = 10;
const COARSE = 2;

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
  const limit = Math.round(most * TENTHS);
  const judgeAll = (candidates: readonly number[][]): { tenths: number[]; score: number }[] => {
    const shares = candidates.map((tenths) => tenths.map((share) => share / TENTHS));
    const scores = scoresOf(own, companions, shares, validation, conditions);
    return candidates.map((tenths, index) => ({ tenths, score: scores[index]! }));
  };
  const bestOf = (judged: { tenths: number[]; score: number }[]): { tenths: number[]; score: number } =>
    judged.reduce((best, other) => (other.score > best.score ? other : best));
  const all = sharesUpTo(limit, companions.length);
  if (companions.length === 1) return bestOf(judgeAll(all)).tenths.map((share) => share / TENTHS);
  const coarse = bestOf(judgeAll(all.filter((tenths) => tenths.every((share) => share % COARSE === 0))));
  const near = all.filter(
    (tenths) =>
      tenths.every((share, index) => Math.abs(share - coarse.tenths[index]!) < COARSE) &&
      tenths.some((share) => share % COARSE !== 0),
  );
  return bestOf([coarse, ...judgeAll(near)]).tenths.map((share) => share / TENTHS);
}

/** Every way to give so many companions whole tenths whose sum is not above the limit; smaller ones first. */
function sharesUpTo(limit: number, companions: number): number[][] {
  if (companions === 0) return [[]];
  return Array.from({ length: limit + 1 }, (_, tenths) => tenths).flatMap((tenths) =>
    sharesUpTo(limit - tenths, companions - 1).map((others) => [tenths, ...others]),
  );
}

/** The score of each mixture. The models score each profile once, however many mixtures there are. */
function scoresOf(
  own: Recommender,
  companions: readonly Recommender[],
  mixtures: readonly number[][],
  { fit: { histories }, targets }: Validation,
  conditions: Conditions,
): number[] {
  const profiles = Int32Array.from(rowsWithEntries(targets));
  const lists = mixtures.map(() => new Int32Array(profiles.length * LIST_LENGTH).fill(-1));
  const items = histories.columns;
  for (let from = 0; from < profiles.length; from += SCORING_ROWS) {
    const block = profiles.subarray(from, from + SCORING_ROWS);
    const rows = selectScoringRows(histories, conditions.values, conditions.width, block);
    const mine = own.score(rows);
    const theirs = companions.map((companion) => companion.score(rows));
    block.forEach((_, row) => {
      const rowOf = (scores: Float32Array): Float32Array => scores.subarray(row * items, (row + 1) * items);
      const others = theirs.map(rowOf);
      for (const scores of others) standardise(scores);
      const watched = watchedOf(rows.histories, row);
      mixtures.forEach((shares, which) => {
        const scores = rowOf(mine).slice();
        if (watched.length > 0) mixRow(scores, others, watched.length, shares);
        const list = rankedItems(scores, 0, items, LIST_LENGTH, watched, true);
        lists[which]!.set(list, (from + row) * LIST_LENGTH);
      });
    });
  }
  return lists.map((list) => meanOf(judge(list, LIST_LENGTH, profiles, targets).score));
}
