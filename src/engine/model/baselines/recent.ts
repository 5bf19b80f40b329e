/**
 * Recent: the number of profiles that watched a title in the last days before now; ties by overall popularity. The score is the number of titles
 * that rank below, so that a tie is broken without weighing one count against the other. Without times it is popularity.
 */
import { columnCounts } from '../../data/histories';
import type { BaselineDefinition } from '../definition';
import { SECONDS_A_DAY } from './days';
import { declareStatic, rankScores, restoreStatic, staticRecommender } from './static-scores';

export const recent: BaselineDefinition = {
  usesChance: false,
  async fit(data, recipe) {
    const overall = columnCounts(data.histories);
    const lately = new Int32Array(data.items.ids.length);
    const { now } = data;
    if (now !== null) {
      const start = now - recipe['recent.days'] * SECONDS_A_DAY;
      await data.events.eachLatest(data.histories, (item, time) => {
        if (time! >= start) lately[item]!++;
      });
    }
    return staticRecommender(
      rankScores(lately.length, (left, right) => lately[right]! - lately[left]! || overall[right]! - overall[left]!),
    );
  },
  declare: declareStatic,
  restore: restoreStatic,
};
