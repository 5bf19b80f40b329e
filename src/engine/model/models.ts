/** The list of models: what the recipe's knob `model` names. */
import type { ModelName } from '../../shared/recipe/table';
import { als } from './baselines/als';
import { ease } from './baselines/ease';
import { itemKnn } from './baselines/item-knn';
import { popularity } from './baselines/popularity';
import { recent } from './baselines/recent';
import { trend } from './baselines/trend';
import type { BaselineDefinition } from './recommender';

const BASELINES: Record<Exclude<ModelName, 'dae'>, BaselineDefinition> = {
  popularity,
  recent,
  trend,
  'item-knn': itemKnn,
  ease,
  als,
};

/** The baseline of that name; null for the DAE, which train/ fits epoch by epoch. */
export function baselineOf(model: ModelName): BaselineDefinition | null {
  return model === 'dae' ? null : BASELINES[model];
}
