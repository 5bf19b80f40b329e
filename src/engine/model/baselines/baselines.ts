/** The baselines by name, for each version of recipes. */
import type { BaselineName } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import type { BaselineDefinition } from '../definition';
import { als } from './als';
import { ease } from './ease';
import { filter } from './filter';
import { itemKnn } from './item-knn';
import { popularity } from './popularity';
import { recent } from './recent';
import { trend } from './trend';
import { als as alsOfVersion2 } from './version-2/als';
import { ease as easeOfVersion2 } from './version-2/ease';
import { itemKnn as itemKnnOfVersion2 } from './version-2/item-knn';

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

/** The meaning of these names in recipes of versions 1 and 2. */
const BASELINES_OF_VERSION_2: Baselines = {
  ...BASELINES,
  als: alsOfVersion2,
  ease: easeOfVersion2,
  'item-knn': itemKnnOfVersion2,
};

/** The baseline with a name, as recipes of a version define it. */
export function baselineOf(name: BaselineName, version: Recipe['version']): BaselineDefinition {
  return (version < 3 ? BASELINES_OF_VERSION_2 : BASELINES)[name];
}
