/** A model with the same scores for every profile: one per item. Popularity, recent and trend are such models. */
import type { Recipe } from '../../../shared/recipe/table';
import type { ScoringRows } from '../ranking/scorer';
import type { ModelSizes, TensorDeclaration } from '../declaration';
import type { NamedTensors, Recommender } from '../recommender';
import { floatsOf } from '../values-of';

/**
 * Scores every profile with the same scores.
 * @param scores one per item, finite; kept, not copied
 */
export function staticRecommender(scores: Float32Array): Recommender {
  return {
    score({ histories }: ScoringRows): Float32Array {
      const all = new Float32Array(histories.rows * scores.length);
      for (let row = 0; row < histories.rows; row++) all.set(scores, row * scores.length);
      return all;
    },
    tensors: () => ({ scores: { shape: [scores.length], values: scores } }),
    dispose: () => {},
  };
}

/** The one tensor of a static model: scores, length items. */
export const declareStatic = (_recipe: Recipe, { items }: ModelSizes): TensorDeclaration[] => [
  { name: 'scores', type: 'F32', shape: [items] },
];

/** @param tensors as declared by `declareStatic` */
export function restoreStatic(tensors: NamedTensors): Recommender {
  return staticRecommender(floatsOf(tensors, 'scores'));
}

/**
 * Scores that express an order: for each item, the number of items below it. Whole numbers up to 2^24 are exact in 32 bits, so rounding neither
 * makes nor breaks a tie.
 * @param compare negative if `left` is the better item; 0 for a tie
 */
export function rankScores(items: number, compare: (left: number, right: number) => number): Float32Array {
  const order = Int32Array.from({ length: items }, (_, item) => item).sort((left, right) => compare(left, right));
  const scores = new Float32Array(items);
  for (let place = items - 1; place >= 0; place--) {
    const next = place + 1;
    const isTied = next < items && compare(order[place]!, order[next]!) === 0;
    scores[order[place]!] = isTied ? scores[order[next]!]! : items - next;
  }
  return scores;
}
