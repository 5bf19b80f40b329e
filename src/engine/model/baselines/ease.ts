/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): a linear model from a history to all titles whose diagonal is zero, in
 * closed form. With P the inverse of X'X + lambda I, B = -P / diag(P) outside the diagonal; with fewer profiles than titles, the same through the
 * inverse of XX' + lambda I. No title is left out: data that is too large is refused.
 *
 * Keeps the weights of the greatest links (kernels/linear/links), as many as EASE_BYTES allows. A profile whose history has no linked title gets
 * popularity, since nothing personal is known.
 */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { columnCounts, rowsWithEntries } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { ScoringRows } from '../ranking/scorer';
import { EASE_BYTES } from '../costs';
import type { BaselineDefinition } from '../definition';
import type { Kernels } from '../kernels/kernels';
import { type LinkedTitles, mostSpacers } from '../kernels/linear/links';
import type { NamedTensors, Recommender } from '../recommender';
import { floatsOf, integersOf } from '../values-of';

/** Lambda if the recipe does not say, times the square root of how many titles two profiles have in common (bench/linear). */
const REGULARISATION = 150;

export const ease: BaselineDefinition = {
  usesChance: false,
  refusal({ rows: profiles, columns: titles }, kernels) {
    const most = kernels.linear.mostInverted;
    return Math.min(profiles, titles) <= most ? null : say('model.ease-too-large', { profiles, titles, most });
  },
  async fit({ histories }, recipe, _random, kernels, pause) {
    const ridge = recipe['ease.regularisation'] || regularisationFor(histories);
    const most = Math.max(1, Math.floor(EASE_BYTES / 4) - mostSpacers(histories.columns));
    const weights = await kernels.linear.titleRegression(histories, { ridge, most }, pause);
    if (weights === null) throw new ShelfwiseError('usage', say('model.ease-too-small', { value: ridge }));
    return easeRecommender(weights, Float32Array.from(columnCounts(histories)), kernels);
  },
  declare: (_recipe, { items }) => [
    { name: 'offsets', type: 'I32', shape: [items + 1], values: { kind: 'offsets', into: 'links' } },
    { name: 'links', type: 'I32', shape: ['links'], values: { kind: 'links', offsets: 'offsets', below: items } },
    { name: 'multipliers', type: 'F32', shape: [items] },
    { name: 'popularity', type: 'F32', shape: [items] },
  ],
  restore(tensors: NamedTensors, _recipe, kernels) {
    const weights = {
      offsets: integersOf(tensors, 'offsets'),
      links: integersOf(tensors, 'links'),
      multipliers: floatsOf(tensors, 'multipliers'),
    };
    return easeRecommender(weights, floatsOf(tensors, 'popularity'), kernels);
  },
};

/**
 * Lambda from the data, if the recipe does not say: the mean number of titles that two profiles have in common, over all pairs of profiles with a
 * history. Like the best lambda, it does not grow with the number of profiles. In the unit of a squared value, and at least one such unit.
 */
function regularisationFor(histories: SparseRows): number {
  const { columns, indices, values } = histories;
  const profiles = rowsWithEntries(histories).length;
  const sums = new Float64Array(columns);
  let squares = 0;
  indices.forEach((title, at) => {
    sums[title]! += values[at]!;
    squares += values[at]! * values[at]!;
  });
  const square = indices.length > 0 ? squares / indices.length : 1;
  const common = (sums.reduce((sum, value) => sum + value * value, 0) - squares) / (profiles * (profiles - 1));
  return profiles > 1 ? Math.max(square, REGULARISATION * Math.sqrt(common * square)) : square;
}

function easeRecommender(weights: LinkedTitles, popularity: Float32Array, kernels: Kernels): Recommender {
  const items = popularity.length;
  const { offsets, links, multipliers } = weights;
  const scorer = kernels.linear.linkedScorer(weights);
  const speaks = (title: number): boolean => offsets[title + 1]! > offsets[title]!;
  return {
    score({ histories }: ScoringRows): Float32Array {
      const scores = scorer.score(histories);
      for (let row = 0; row < histories.rows; row++)
        if (!histories.indices.subarray(histories.offsets[row], histories.offsets[row + 1]).some(speaks))
          scores.set(popularity, row * items);
      return scores;
    },
    tensors: () => ({
      offsets: { shape: [items + 1], values: offsets },
      links: { shape: [links.length], values: links },
      multipliers: { shape: [items], values: multipliers },
      popularity: { shape: [items], values: popularity },
    }),
    dispose: () => scorer.dispose(),
  };
}
