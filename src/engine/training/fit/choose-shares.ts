/** Chooses the weight of companions beside the autoencoder: the shares whose lists score best on the validation part. */
import type { Conditions } from '../../data/conditions';
import { meanOf } from '../../model/evaluate/judge';
import type { Kernels } from '../../model/kernels/kernels';
import type { Recommender } from '../../model/recommender';
import { sharesUpTo } from './choosing';
import { judgeVariants } from './judge-variants';
import { listsOfBlock } from './mixed-lists';
import type { Validation } from './validation';

/** Shares are multiples of a tenth. */
const TENTHS = 10;

interface ChoosingInput {
  readonly kernels: Pick<Kernels, 'bestOfMixtures'>;
  readonly validation: Pick<Validation, 'fit' | 'targets'>;
  readonly conditions: Conditions;
  /** The limit for all companions together. */
  readonly most: number;
}

/**
 * @param own the autoencoder alone
 * @param companions one or two, fitted on the same part
 * @returns the share of each; among equal scores the smaller shares
 */
export function chooseShares(
  own: Recommender,
  companions: readonly Recommender[],
  { kernels, validation, conditions, most }: ChoosingInput,
): number[] {
  const mixtures = sharesUpTo(most, companions.length, TENTHS);
  const scores = scoresOf(own, companions, mixtures, kernels, validation, conditions);
  return mixtures[scores.indexOf(Math.max(...scores))]!;
}

/** The score of each mixture. */
function scoresOf(
  own: Recommender,
  companions: readonly Recommender[],
  mixtures: readonly number[][],
  kernels: ChoosingInput['kernels'],
  { fit: { histories }, targets }: ChoosingInput['validation'],
  conditions: Conditions,
): number[] {
  const variants = mixtures.map((shares) => ({ shares, strength: 0 }));
  const scores = judgeVariants({ histories, targets, conditions }, mixtures.length, (rows) => {
    const others = companions.map((companion) => companion.score(rows));
    return listsOfBlock(kernels, { own: own.score(rows), others, isOwnStandardised: false }, rows.histories, variants);
  });
  return scores.map(meanOf);
}
