/** The scores of profiles by each of many mixtures of the same models. */
import type { Kernels } from '../../model/kernels/kernels';
import type { Recommender } from '../../model/recommender';
import { placesOf, type Trial } from './choose-companions';
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
  // The kernels mix up to two models, so trials go by which ones they mix.
  const groups = new Map<string, number[]>();
  const where = trials.map((trial, index) => {
    const group = placesOf(trial).join();
    const indices = groups.get(group) ?? [];
    groups.set(group, indices);
    return { group, place: indices.push(index) - 1 };
  });
  return judgeVariants(judged, trials.length, (rows) => {
    const ownScores = own.model.score(rows);
    const otherScores = others.map((model) => model.score(rows));
    const listsOf = new Map(
      Array.from(groups, ([group, indices]) => {
        const places = placesOf(trials[indices[0]!]!);
        const scores = {
          own: ownScores,
          others: places.map((place) => otherScores[place]!),
          ...(trend && { trend }),
          isOwnStandardised: own.isStandardised,
        };
        const mixtures = indices.map((index) => {
          const { shares, strength } = trials[index]!;
          return { shares: places.map((place) => shares[place]!), strength };
        });
        return [group, listsOfBlock(kernels, scores, rows.histories, mixtures)] as const;
      }),
    );
    return (row) => {
      const lists = new Map(Array.from(listsOf, ([group, listsOfRow]) => [group, listsOfRow(row)]));
      return (index) => {
        const { group, place } = where[index]!;
        return lists.get(group)!(place);
      };
    };
  });
}
