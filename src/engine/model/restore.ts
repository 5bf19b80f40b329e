/** From the tensors of a run back to its recommender, whatever kind of model it is. */
import type { Recipe } from '../../shared/recipe/table';
import { restoreDae } from './dae/dae-recommender';
import type { Companion } from './dae/companion';
import type { Kernels } from './kernels/kernels';
import { baselineOf } from './models';
import type { NamedTensors, Recommender } from './recommender';

/** Tensors of a companion stand beside the autoencoder's under this prefix, its share by itself. */
export const COMPANION_PREFIX = 'companion/';
export const COMPANION_SHARE = 'companion.share';

export function restoreRecommender(recipe: Recipe, tensors: NamedTensors, kernels: Kernels): Recommender {
  return (
    baselineOf(recipe.model)?.restore(tensors, recipe) ??
    restoreDae(kernels, recipe, tensors, companionOf(recipe, tensors))
  );
}

function companionOf(recipe: Recipe, tensors: NamedTensors): Companion | null {
  const share = tensors[COMPANION_SHARE]?.values[0] ?? 0;
  const name = recipe['mixture.companion'];
  if (share === 0 || name === 'none') return null;
  const own = Object.entries(tensors)
    .filter(([key]) => key.startsWith(COMPANION_PREFIX))
    .map(([key, tensor]) => [key.slice(COMPANION_PREFIX.length), tensor]);
  return { recommender: baselineOf(name)!.restore(Object.fromEntries(own) as NamedTensors, recipe), share };
}
