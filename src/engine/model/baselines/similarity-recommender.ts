/** Scores titles through weights from title to title, for item-knn. */
import type { SparseRows } from '../../data/tables';
import type { ScoringRows } from '../ranking/scorer';
import type { Kernels } from '../kernels/kernels';
import type { NamedTensors, Recommender } from '../recommender';
import type { BaselineDefinition } from '../definition';
import { floatsOf, integersOf } from '../values-of';

/**
 * Scores a title by the weighted sum over the history, and unreached titles by popularity.
 * @param weights items x items; row i: the weights of title i for others
 * @param popularity of each title: the score if nothing personal is known
 * @param profiles number of profiles that popularity was counted over
 */
export function similarityRecommender(
  weights: SparseRows,
  popularity: Float32Array,
  profiles: number,
  kernels: Kernels,
): Recommender {
  const items = popularity.length;
  // Titles without any link from the history come after all others, by popularity: -1 + a share below 1 is always below 0.
  const background = popularity.map((count) => count / (profiles + 1) - 1);
  const scorer = kernels.linear.sparseScorer(weights);
  return {
    score({ histories }: ScoringRows): Float32Array {
      const scores = scorer.score(histories);
      for (let at = 0, item = 0; at < scores.length; at++, item = item + 1 === items ? 0 : item + 1)
        if (!(scores[at]! > 0)) scores[at] = background[item]!;
      return scores;
    },
    tensors: () => ({
      offsets: { shape: [items + 1], values: weights.offsets },
      candidates: { shape: [weights.indices.length], values: weights.indices },
      similarities: { shape: [weights.values.length], values: weights.values },
      popularity: { shape: [items], values: popularity },
      profiles: { shape: [1], values: Int32Array.of(profiles) },
    }),
    dispose: () => scorer.dispose(),
  };
}

/** The tensors of a model with weights from title to title: sparse rows (items x items), popularity (items) and the number of profiles. */
export const declareSimilarity: BaselineDefinition['declare'] = (_recipe, { items }) => [
  { name: 'offsets', type: 'I32', shape: [items + 1], values: { kind: 'offsets', into: 'candidates' } },
  { name: 'candidates', type: 'I32', shape: ['candidates'], values: { kind: 'indices', below: items } },
  { name: 'similarities', type: 'F32', shape: ['candidates'] },
  { name: 'popularity', type: 'F32', shape: [items] },
  { name: 'profiles', type: 'I32', shape: [1], values: { kind: 'counts' } },
];

/** @param tensors as declared by `declareSimilarity` */
export function restoreSimilarity(tensors: NamedTensors, kernels: Kernels): Recommender {
  const popularity = floatsOf(tensors, 'popularity');
  const weights: SparseRows = {
    rows: popularity.length,
    columns: popularity.length,
    offsets: integersOf(tensors, 'offsets'),
    indices: integersOf(tensors, 'candidates'),
    values: floatsOf(tensors, 'similarities'),
  };
  return similarityRecommender(weights, popularity, integersOf(tensors, 'profiles')[0]!, kernels);
}
