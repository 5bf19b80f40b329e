/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): a linear model from a history to all titles whose diagonal is
 * zero, in closed form. With P the inverse of X'X + lambda I, B = -P / diag(P) outside the diagonal; where there are fewer profiles than
 * titles, the same by way of the inverse of XX' + lambda I. No title is left out: data that is too large is refused.
 *
 * Each title keeps the weights that are greatest in size, as many as all titles together may have. A profile of whose history no title has
 * a weight gets popularity: nothing personal is known.
 */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import { columnCounts } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { ScoringRows } from '../../ranking/scorer';
import { EASE_WEIGHTS } from '../costs';
import type { BaselineDefinition } from '../definition';
import type { Kernels } from '../kernels/kernels';
import type { NamedTensors, Recommender } from '../recommender';
import { storedWeights } from './similarity-recommender';
import { transpose } from './transpose';

/** Lambda if the recipe does not say, times the mean of the diagonal of X'X: how many profiles watched a title (alike). */
const REGULARISATION = 11;

export const ease: BaselineDefinition = {
  usesChance: false,
  refusal({ rows: profiles, columns: titles }, kernels) {
    const most = kernels.linear.mostInverted;
    return Math.min(profiles, titles) <= most ? null : say('model.ease-too-large', { profiles, titles, most });
  },
  async fit({ histories }, recipe, _random, kernels, pause) {
    const ridge = recipe['ease.regularisation'] || regularisationFor(histories);
    const count = Math.max(1, Math.floor(EASE_WEIGHTS / Math.max(1, histories.columns)));
    const weights = await kernels.linear.titleRegression(histories, { ridge, count }, pause);
    if (weights === null) throw new ShelfwiseError('usage', say('model.ease-too-small', { value: ridge }));
    return easeRecommender(transpose(weights), Float32Array.from(columnCounts(histories)), kernels);
  },
  declare: (_recipe, { items }) => [
    { name: 'offsets', type: 'I32', shape: [items + 1], values: { kind: 'offsets', into: 'candidates' } },
    { name: 'candidates', type: 'I32', shape: ['candidates'], values: { kind: 'indices', below: items } },
    { name: 'weights', type: 'F32', shape: ['candidates'] },
    { name: 'popularity', type: 'F32', shape: [items] },
  ],
  restore(tensors: NamedTensors, _recipe, kernels) {
    const popularity = tensors.popularity!.values as Float32Array;
    return easeRecommender(storedWeights(tensors, 'weights'), popularity, kernels);
  },
};

/** What the data say, where the recipe does not. Titles that nobody watched say nothing. */
function regularisationFor({ indices, values }: SparseRows): number {
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  return squares > 0 ? (REGULARISATION * squares) / new Set(indices).size : 1;
}

/** @param weights row i: how much a watched title i speaks for others */
function easeRecommender(weights: SparseRows, popularity: Float32Array, kernels: Kernels): Recommender {
  const items = popularity.length;
  const scorer = kernels.linear.sparseScorer(weights);
  const speaks = (title: number): boolean => weights.offsets[title + 1]! > weights.offsets[title]!;
  return {
    score({ histories }: ScoringRows): Float32Array {
      const scores = scorer.score(histories);
      for (let row = 0; row < histories.rows; row++)
        if (!histories.indices.subarray(histories.offsets[row], histories.offsets[row + 1]).some(speaks))
          scores.set(popularity, row * items);
      return scores;
    },
    tensors: () => ({
      offsets: { shape: [items + 1], values: weights.offsets },
      candidates: { shape: [weights.indices.length], values: weights.indices },
      weights: { shape: [weights.values.length], values: weights.values },
      popularity: { shape: [items], values: popularity },
    }),
    dispose: () => scorer.dispose(),
  };
}
