/** A model with the same answer for everyone: one score per item. Popularity, recent and trend are such models. */
import type { Recipe } from '../../../shared/recipe/table';
import type { ScoringRows } from '../ranking/scorer';
import type { ModelSizes, TensorDeclaration } from '../declaration';
import type { NamedTensors, Recommender } from '../recommender';
import { floatsOf } from '../values-of';

/** @param scores one per item, finite; kept, not copied */
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

export const declareStatic = (_recipe: Recipe, { items }: ModelSizes): TensorDeclaration[] => [
  { name: 'scores', type: 'F32', shape: [items] },
];

export function restoreStatic(tensors: NamedTensors): Recommender {
  return staticRecommender(floatsOf(tensors, 'scores'));
}

/**
 * Scores that keep an order: for each item, how many items come after it. Whole numbers up to 2^24 are exact in 32 bits, so
 * no tie is made or broken by rounding.
 * @param compare negative where `left` is the better item; 0 leaves them tied
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
