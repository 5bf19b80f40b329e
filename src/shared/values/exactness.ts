/** Where a run comes out the same again, bit for bit: everywhere, or on its GPU. */
import type { Recipe } from '../recipe/table';

export const exactnessOf = (recipe: Pick<Recipe, 'numeric.device'>): 'same' | 'gpu' =>
  recipe['numeric.device'] === 'gpu' ? 'gpu' : 'same';
