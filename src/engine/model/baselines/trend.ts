/**
 * Trend: recent against overall popularity, the same for every profile.
 *
 *   3 log(sum over profiles of exp(-age in days / trend.days) + 0.31) - 1.5 log(popularity + 1)
 *
 * Titles that are watched now come first, and among those the ones that used to be watched less. The constants were chosen on rolling validation
 * windows (bench/quality). Without times the age of every event is 0, and the order is that of popularity.
 */
import { columnCounts } from '../../data/histories';
import type { Recipe } from '../../../shared/recipe/table';
import type { TrainingData } from '../../data/tables';
import type { BaselineDefinition } from '../definition';
import { SECONDS_A_DAY } from './days';
import { declareStatic, restoreStatic, staticRecommender } from './static-scores';

const RECENT_FACTOR = 3;
const OVERALL_FACTOR = 1.5;
/** Added to the recent sum: the value of a title without any recent event. */
const RECENT_FLOOR = 0.31;

/** The overall factor if the scores are added to a model that knows popularity itself (docs/decisions/0017). */
const OVERALL_FACTOR_BESIDE_A_MODEL = 2;

export const trend: BaselineDefinition = {
  usesChance: false,
  fit: async (data, recipe) => staticRecommender(await trendScores(data, recipe['trend.days'])),
  declare: declareStatic,
  restore: restoreStatic,
};

/** The trend of each item, to add to the scores of a model; its scale is that of log-probabilities, and of deviations. */
export const trendBesideModel = (data: TrainingData, recipe: Recipe): Promise<Float32Array> =>
  trendScores(data, recipe['trend.days'], OVERALL_FACTOR_BESIDE_A_MODEL);

/**
 * Computes the trend formula above.
 * @param days the time constant: an event's weight falls by the factor e in so many days
 * @param overallFactor the factor of the logarithm of overall popularity
 * @returns one score per item
 */
async function trendScores(data: TrainingData, days: number, overallFactor = OVERALL_FACTOR): Promise<Float32Array> {
  const { now } = data;
  const lately = new Float64Array(data.items.ids.length);
  await data.events.eachLatest(data.histories, (item, time) => {
    const age = time === null || now === null ? 0 : (now - time) / SECONDS_A_DAY;
    lately[item]! += Math.exp(-age / days);
  });
  const overall = columnCounts(data.histories);
  return Float32Array.from(
    lately,
    (sum, index) => RECENT_FACTOR * Math.log(sum + RECENT_FLOOR) - overallFactor * Math.log(overall[index]! + 1),
  );
}
