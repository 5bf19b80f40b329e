/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): a linear model from a history to all titles whose diagonal is zero, in
 * closed form. With G = X'X + lambda I and P = inverse of G, B = -P / diag(P) outside the diagonal.
 *
 * The inverse costs the cube of the number of titles, so large catalogues use only the EASE_ITEMS most popular titles (ties to the lower index); the
 * others score 0, like titles without viewings. A row whose history has none of these titles gets the popularity of all titles instead, since
 * nothing personal is known.
 */
import { ShelfwiseError } from '../../../../shared/errors';
import type { Recipe } from '../../../../shared/recipe/table';
import { say } from '../../../../shared/words/sentence';
import { columnCounts } from '../../../data/histories';
import type { ModelSizes, TensorDeclaration } from '../../declaration';
import type { SparseRows, WholeTrainingData } from '../../../data/tables';
import type { ScoringRows } from '../../ranking/scorer';
import { topK } from '../../ranking/top-k';
import type { NamedTensors, Recommender } from '../../recommender';
import type { BaselineDefinition } from '../../definition';
import { EASE_ITEMS } from '../../costs';
import { negativeInverse } from '../../kernels/linear/dense';
import { floatsOf, integersOf } from '../../values-of';

interface EaseModel {
  /** The titles in the model, ascending. */
  kept: Int32Array;
  /** kept x kept: the weight of a watched title (row) for another (column). */
  weights: Float32Array;
  popularity: Float32Array;
}

export const ease = {
  usesChance: false,
  fit: ({ histories }: WholeTrainingData, recipe: Recipe) =>
    easeRecommender(fitEase(histories, recipe['ease.regularisation'], EASE_ITEMS)),
  declare: (_recipe: Recipe, { items }: ModelSizes): TensorDeclaration[] => [
    { name: 'kept', type: 'I32', shape: ['kept'], values: { kind: 'rising', below: items } },
    { name: 'weights', type: 'F32', shape: ['kept', 'kept'] },
    { name: 'popularity', type: 'F32', shape: [items] },
  ],
  restore: (tensors: NamedTensors) =>
    easeRecommender({
      kept: integersOf(tensors, 'kept'),
      weights: floatsOf(tensors, 'weights'),
      popularity: floatsOf(tensors, 'popularity'),
    }),
} satisfies BaselineDefinition;

/**
 * Fits EASE (Steck 2019, section 3.1) over the most popular titles.
 * @param histories profiles x items
 * @param regularisation lambda
 * @param mostItems the most titles in the model
 * @throws ShelfwiseError `usage` if the regularisation is too small for the data
 */
export function fitEase(histories: SparseRows, regularisation: number, mostItems: number): EaseModel {
  const popularity = Float32Array.from(columnCounts(histories));
  const kept = topK(popularity, 0, popularity.length, mostItems).sort();
  const size = kept.length;
  const gram = gramOf(histories, kept);
  for (let item = 0; item < size; item++) gram[item * size + item]! += regularisation;
  const negative = negativeInverse(gram, size);
  if (negative === null) throw new ShelfwiseError('usage', say('model.ease-too-small', { value: regularisation }));
  const weights = new Float32Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (row === column) continue;
      const entry = row > column ? negative[row * size + column]! : negative[column * size + row]!;
      weights[row * size + column] = entry / -negative[column * size + column]!;
    }
  return { kept, weights, popularity };
}

/** X'X over the kept titles: kept x kept, lower triangle. */
function gramOf(histories: SparseRows, kept: Int32Array): Float64Array {
  const size = kept.length;
  const gram = new Float64Array(size * size);
  const places = placesOf(kept, histories.columns);
  for (let row = 0; row < histories.rows; row++)
    for (let first = histories.offsets[row]!; first < histories.offsets[row + 1]!; first++) {
      const place = places[histories.indices[first]!]!;
      if (place < 0) continue;
      // Histories and positions both ascend, so `second` is never right of the diagonal.
      for (let second = histories.offsets[row]!; second <= first; second++) {
        const other = places[histories.indices[second]!]!;
        if (other >= 0) gram[place * size + other]! += histories.values[first]! * histories.values[second]!;
      }
    }
  return gram;
}

/** Each title's index among the kept ones; -1 for the others. */
function placesOf(kept: Int32Array, items: number): Int32Array {
  const places = new Int32Array(items).fill(-1);
  kept.forEach((item, place) => (places[item] = place));
  return places;
}

function easeRecommender({ kept, weights, popularity }: EaseModel): Recommender {
  const items = popularity.length;
  const size = kept.length;
  const places = placesOf(kept, items);
  const sums = new Float64Array(size);
  return {
    score({ histories }: ScoringRows): Float32Array {
      const scores = new Float32Array(histories.rows * items);
      for (let row = 0; row < histories.rows; row++) {
        let known = 0;
        sums.fill(0);
        for (let at = histories.offsets[row]!; at < histories.offsets[row + 1]!; at++) {
          const place = places[histories.indices[at]!]!;
          if (place < 0) continue;
          known++;
          const value = histories.values[at]!;
          const start = place * size;
          for (let column = 0; column < size; column++) sums[column]! += value * weights[start + column]!;
        }
        if (known === 0) scores.set(popularity, row * items);
        else for (let column = 0; column < size; column++) scores[row * items + kept[column]!] = sums[column]!;
      }
      return scores;
    },
    tensors: () => ({
      kept: { shape: [size], values: kept },
      weights: { shape: [size, size], values: weights },
      popularity: { shape: [items], values: popularity },
    }),
    dispose: () => {},
  };
}
