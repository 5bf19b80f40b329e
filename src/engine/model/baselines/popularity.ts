/** Popularity: the number of profiles that watched a title. */
import { columnCounts } from '../../data/histories';
import type { Histories } from '../../data/tables';
import type { BaselineDefinition } from '../definition';
import type { Recommender } from '../recommender';
import { declareStatic, restoreStatic, staticRecommender } from './static-scores';

/**
 * Scores every profile alike, by the number of profiles that watched each title.
 * @param histories profiles x items of the profiles to count
 */
export const popularityRecommender = (histories: Histories): Recommender =>
  staticRecommender(Float32Array.from(columnCounts(histories)));

export const popularity: BaselineDefinition = {
  usesChance: false,
  fit: ({ histories }) => popularityRecommender(histories),
  declare: declareStatic,
  restore: restoreStatic,
};
