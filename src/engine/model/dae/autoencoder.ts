/** The row of the autoencoder in the table of models: its own tensors, and those of a companion beside them. */
import type { Recipe } from '../../../shared/recipe/table';
import { baselineOf } from '../baselines/baselines';
import type { ModelSizes, TensorDeclaration } from '../declaration';
import type { ModelDefinition } from '../definition';
import type { Kernels } from '../kernels/kernels';
import type { NamedTensors } from '../recommender';
import type { Companion } from './companion';
import { restoreDae } from './dae-recommender';
import { declareDae } from './structure';

/** Tensors of a companion stand beside the autoencoder's under this prefix, its share by itself. */
export const COMPANION_PREFIX = 'companion/';
export const COMPANION_SHARE = 'companion.share';

export const autoencoder: ModelDefinition = {
  usesChance: true,
  declare: (recipe, sizes, tensors) => [
    ...declareDae(recipe, sizes, tensors),
    ...declareCompanion(recipe, sizes, tensors),
  ],
  restore: (tensors, recipe, kernels) => restoreDae(kernels, recipe, tensors, companionOf(recipe, tensors, kernels)),
};

function declareCompanion(recipe: Recipe, sizes: ModelSizes, tensors: NamedTensors): TensorDeclaration[] {
  const name = recipe['mixture.companion'];
  if (name === 'none' || !Object.hasOwn(tensors, COMPANION_SHARE)) return [];
  const own = baselineOf(name, recipe.version).declare(recipe, sizes, {});
  return [
    ...own.map((declaration) => ({ ...declaration, name: `${COMPANION_PREFIX}${declaration.name}` })),
    { name: COMPANION_SHARE, type: 'F32', shape: [1], values: { kind: 'share' } },
  ];
}

function companionOf(recipe: Recipe, tensors: NamedTensors, kernels: Kernels): Companion | null {
  const share = tensors[COMPANION_SHARE]?.values[0] ?? 0;
  const name = recipe['mixture.companion'];
  if (share === 0 || name === 'none') return null;
  const own = Object.entries(tensors)
    .filter(([key]) => key.startsWith(COMPANION_PREFIX))
    .map(([key, tensor]) => [key.slice(COMPANION_PREFIX.length), tensor]);
  return {
    recommender: baselineOf(name, recipe.version).restore(Object.fromEntries(own) as NamedTensors, recipe, kernels),
    share,
  };
}
