/** From the tensors of a run back to its recommender, whatever kind of model it is. */
import type { Recipe } from '../../shared/recipe/table';
import { restoreDae } from './dae/dae-recommender';
import type { Companion } from './dae/companion';
import { checkTensors, type ModelSizes, type TensorDeclaration } from './declaration';
import { declareDae } from './dae/structure';
import type { Kernels } from './kernels/kernels';
import { baselineOf } from './models';
import type { NamedTensors, Recommender } from './recommender';

/** Tensors of a companion stand beside the autoencoder's under this prefix, its share by itself. */
export const COMPANION_PREFIX = 'companion/';
export const COMPANION_SHARE = 'companion.share';

/** @throws ShelfwiseError `bad-data` where the tensors are not those of such a model over so many items */
export function restoreRecommender(
  recipe: Recipe,
  tensors: NamedTensors,
  kernels: Kernels,
  sizes: ModelSizes,
): Recommender {
  checkModel(recipe, tensors, sizes);
  return (
    baselineOf(recipe.model, recipe.version)?.restore(tensors, recipe, kernels) ??
    restoreDae(kernels, recipe, tensors, companionOf(recipe, tensors, kernels))
  );
}

/** @throws ShelfwiseError `bad-data` as restoreRecommender does */
export function checkModel(recipe: Recipe, tensors: NamedTensors, sizes: ModelSizes): void {
  const baseline = baselineOf(recipe.model, recipe.version);
  checkTensors(
    baseline?.declare(recipe, sizes) ?? [
      ...declareDae(recipe, sizes, tensors),
      ...declareCompanion(recipe, sizes, tensors),
    ],
    tensors,
  );
}

function declareCompanion(recipe: Recipe, sizes: ModelSizes, tensors: NamedTensors): TensorDeclaration[] {
  const name = recipe['mixture.companion'];
  if (name === 'none' || !Object.hasOwn(tensors, COMPANION_SHARE)) return [];
  const own = baselineOf(name, recipe.version)!.declare(recipe, sizes);
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
    recommender: baselineOf(name, recipe.version)!.restore(Object.fromEntries(own) as NamedTensors, recipe, kernels),
    share,
  };
}
