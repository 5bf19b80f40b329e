/** Which models a recipe is made of. */
import { type BaselineName, MODEL_ROWS } from './models';
import type { Recipe } from './table';

/** The models that stand beside the autoencoder, first and second. */
export function companionsOf(recipe: Recipe): BaselineName[] {
  if (recipe.model !== 'dae') return [];
  return [recipe['mixture.companion'], recipe['mixture.second']].filter((name) => name !== 'none');
}

/** Whether the tensors of such a run are the histories themselves: its own, or those of a companion. */
export const holdsHistories = (recipe: Recipe): boolean =>
  [recipe.model, ...companionsOf(recipe)].some((model) => MODEL_ROWS[model].holdsHistories);
