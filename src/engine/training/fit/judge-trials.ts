/** The scores of profiles by each of many mixtures of the same models. */
import type { Kernels } from '../../model/kernels/kernels';
import type { Recommender } from '../../model/recommender';
import type { Trial } from './choose-companions';
import { type Judged, judgeVariants } from './judge-variants';
import { listsOfBlock } from './mixed-lists';

export interface MixedModels {
  /** The model that companions stand beside, and whether its scores are brought to deviations from their mean. */
  readonly own: { readonly model: Pick<Recommender, 'score'>; readonly isStandardised: boolean };
  readonly others: readonly Pick<Recommender, 'score'>[];
  /** One score per title, the same for all profiles. */
  readonly trend?: Float32Array;
}

/**
 * @param trials with a share for each of `others`
 * @returns for each trial the score of each profile with targets, in the order of profiles
 */
export function judgeTrials(
  kernels: Pick<Kernels, 'bestOfMixtures'>,
  judged: Judged,
  { own, others, trend }: MixedModels,
  trials: readonly Trial[],
): Float64Array[] {
  return judgeVariants(judged, trials.length, (rows) => {
    const scores = {
      own: own.model.score(rows),
      others: others.map((model) => model.score(rows)),
      ...(trend && { trend }),
      isOwnStandardised: own.isStandardised,
    };
    return listsOfBlock(kernels, scores, rows.histories, trials);
  });
}
