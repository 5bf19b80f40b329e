/** Popularity: the number of profiles that watched a title. */
import { columnCounts } from '../../data/histories';
import type { BaselineDefinition } from '../definition';
import { declareStatic, restoreStatic, staticRecommender } from './static-scores';

export const popularity: BaselineDefinition = {
  usesChance: false,
  fit: ({ histories }) => staticRecommender(Float32Array.from(columnCounts(histories))),
  declare: declareStatic,
  restore: restoreStatic,
};
