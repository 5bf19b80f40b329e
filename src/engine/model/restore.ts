/** From the tensors of a run back to its recommender, whatever kind of model it is. */
import type { Recipe } from '../../shared/recipe/table';
import { restoreDae } from './dae/dae-recommender';
import type { Kernels } from './kernels/kernels';
import { baselineOf } from './models';
import type { NamedTensors, Recommender } from './recommender';

export function restoreRecommender(recipe: Recipe, tensors: NamedTensors, kernels: Kernels): Recommender {
  return baselineOf(recipe.model)?.restore(tensors, recipe) ?? restoreDae(kernels, recipe, tensors);
}
