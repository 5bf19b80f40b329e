/** The list of models: what the recipe's knob `model` names. */
import type { ModelName, Recipe } from '../../shared/recipe/table';
import { als } from './baselines/als';
import type { BaselineDefinition } from './baselines/baseline';
import { ease } from './baselines/version-2/ease';
import { filter } from './baselines/filter';
import { itemKnn } from './baselines/item-knn';
import { popularity } from './baselines/popularity';
import { recent } from './baselines/recent';
import { trend } from './baselines/trend';
import { als as alsOfVersion2 } from './baselines/version-2/als';
import { itemKnn as itemKnnOfVersion2 } from './baselines/version-2/item-knn';

type Baselines = Record<Exclude<ModelName, 'dae'>, BaselineDefinition>;

const BASELINES: Baselines = {
  popularity,
  recent,
  trend,
  'item-knn': itemKnn,
  ease,
  als,
  filter,
};

/** What recipes of versions 1 and 2 mean by these names. */
const BASELINES_OF_VERSION_2: Baselines = { ...BASELINES, als: alsOfVersion2, 'item-knn': itemKnnOfVersion2 };

/** The baseline of that name, as recipes of that version mean it; null for the DAE, which train/ fits epoch by epoch. */
export function baselineOf(model: ModelName, version: Recipe['version']): BaselineDefinition | null {
  if (model === 'dae') return null;
  return (version < 3 ? BASELINES_OF_VERSION_2 : BASELINES)[model];
}

/** Whether another seed gives another model of the same data. */
export const usesChance = (recipe: Recipe): boolean => baselineOf(recipe.model, recipe.version)?.usesChance ?? true;
