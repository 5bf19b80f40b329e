/** The table of models, by the names of the recipe's knob `model`. Their texts and properties are in src/shared/recipe/models.ts. */
import type { BaselineName, ModelName } from '../../shared/recipe/models';
import type { Recipe } from '../../shared/recipe/table';
import { baselineOf } from './baselines/baselines';
import { autoencoder } from './dae/autoencoder';
import { checkTensors, type ModelSizes } from './declaration';
import type { BaselineDefinition, ModelDefinition } from './definition';
import type { Kernels } from './kernels/kernels';
import type { NamedTensors, Recommender } from './recommender';

/** Models that learn by epochs; all others are baselines. */
const BY_EPOCHS: Record<Exclude<ModelName, BaselineName>, ModelDefinition> = { dae: autoencoder };

const isByEpochs = (name: ModelName): name is keyof typeof BY_EPOCHS => Object.hasOwn(BY_EPOCHS, name);

/** The model that a recipe names. */
export function modelOf({ model }: Recipe): ModelDefinition {
  return isByEpochs(model) ? BY_EPOCHS[model] : baselineOf(model);
}

/** The baseline that a recipe names; null for a model that learns by epochs. */
export function baselineOfRecipe({ model }: Recipe): BaselineDefinition | null {
  return isByEpochs(model) ? null : baselineOf(model);
}

/**
 * Restores the recommender of a run from its tensors.
 * @throws ShelfwiseError `bad-data` if the tensors are not those of such a model over so many items
 */
export function restoreRecommender(
  recipe: Recipe,
  tensors: NamedTensors,
  kernels: Kernels,
  sizes: ModelSizes,
): Recommender {
  checkModel(recipe, tensors, sizes);
  return modelOf(recipe).restore(tensors, recipe, kernels);
}

/** Checks tensors against the declaration of the recipe's model. @throws ShelfwiseError `bad-data` as restoreRecommender does */
export function checkModel(recipe: Recipe, tensors: NamedTensors, sizes: ModelSizes): void {
  checkTensors(modelOf(recipe).declare(recipe, sizes, tensors), tensors);
}
