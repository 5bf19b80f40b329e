/**
 * Recent: the number of profiles that watched a title in the last days before now; ties by overall popularity.
 * The score is the number of titles that come after, so that a tie is broken without weighing one count against the other.
 * Without times it is popularity.
 */
import { columnCounts } from '../../data/histories';
import type { BaselineDefinition } from '../definition';
import { SECONDS_A_DAY, latestEvents } from './latest-events';
import { declareStatic, rankScores, restoreStatic, staticRecommender } from './static-scores';

export const recent: BaselineDefinition = {
  usesChance: false,
  fit(data, recipe) {
    const overall = columnCounts(data.histories);
    const lately = new Int32Array(data.items.ids.length);
    const { time } = data.interactions;
    if (time !== null && data.now !== null) {
      const start = data.now - recipe['recent.days'] * SECONDS_A_DAY;
      for (const event of latestEvents(data)) if (time[event]! >= start) lately[data.interactions.item[event]!]!++;
    }
    return staticRecommender(
      rankScores(lately.length, (left, right) => lately[right]! - lately[left]! || overall[right]! - overall[left]!),
    );
  },
  declare: declareStatic,
  restore: restoreStatic,
};
