/** The baselines by name. */
import type { BaselineName } from '../../../shared/recipe/models';
import type { BaselineDefinition } from '../definition';
import { als } from './als';
import { ease } from './ease';
import { filter } from './filter';
import { itemKnn } from './item-knn';
import { popularity } from './popularity';
import { recent } from './recent';
import { trend } from './trend';

type Baselines = Record<BaselineName, BaselineDefinition>;

const BASELINES: Baselines = {
  popularity,
  recent,
  trend,
  'item-knn': itemKnn,
  ease,
  als,
  filter,
};

export const baselineOf = (name: BaselineName): BaselineDefinition => BASELINES[name];
