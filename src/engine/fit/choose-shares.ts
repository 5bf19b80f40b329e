/** Chooses how much companions count beside the autoencoder: the shares whose lists score best on the validation part. */
import type { Conditions } from '../data/conditions';
import { meanOf } from '../evaluate/judge';
import { standardise } from '../model/dae/companion';
import type { Recommender } from '../model/recommender';
import { watchedOf } from '../ranking/lists';
import { sharesUpTo } from './choosing';
import { judgeVariants } from './judge-variants';
import { listsOfMixtures } from './mixed-lists';
import type { Validation } from './validation';

/** Shares are tried in tenths. */
const TENTHS = 10;

interface ChoosingInput {
  readonly validation: Pick<Validation, 'fit' | 'targets'>;
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
  const mixtures = sharesUpTo(most, companions.length, TENTHS);
  const scores = scoresOf(own, companions, mixtures, validation, conditions);
  return mixtures[scores.indexOf(Math.max(...scores))]!;
}

/** The score of each mixture. */
function scoresOf(
  own: Recommender,
  companions: readonly Recommender[],
  mixtures: readonly number[][],
  { fit: { histories }, targets }: ChoosingInput['validation'],
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
      const listOf = listsOfMixtures({ own: rowOf(mine), others }, watchedOf(rows.histories, row));
      return (mixture) => listOf(mixtures[mixture]!);
    };
  });
  return scores.map(meanOf);
}
