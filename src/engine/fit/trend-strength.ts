/**
 * Chooses the strength of the trend part on windows in time, cut from the train part. A linear model stands in for the autoencoder, which would
 * have to be trained once per window. Both leave the trend much the same to add (docs/decisions/0017).
 */
import { LIST_LENGTH } from '../../shared/limits';
import type { Recipe } from '../../shared/recipe/table';
import { trainingPart } from '../data/selection';
import type { SparseRows, TrainingData } from '../data/tables';
import { pairedDifference } from '../evaluate/bootstrap';
import { meanOf } from '../evaluate/judge';
import { splitInteractions } from '../evaluate/split';
import { baselineOf } from '../model/baselines/baselines';
import { OVERALL_FACTOR_BESIDE_A_MODEL, trendScores } from '../model/baselines/trend';
import { standardise } from '../model/dae/companion';
import type { BaselineDefinition } from '../model/definition';
import type { Kernels } from '../model/kernels/kernels';
import type { Pause } from '../model/pause';
import type { RandomStreams } from '../model/random';
import { rankedItems, watchedOf } from '../ranking/lists';
import { mostJudged, standInFor, STARTS, STRENGTHS, WINDOW } from './choosing';
import { judgeVariants } from './judge-variants';
import { limitProfiles } from './validation';

const NO_CONDITIONS = { values: new Float32Array(0), width: 0 };

/** The trend of each item, to be added to the scores of a model: its own scale is that of log-probabilities, and of deviations. */
export const trendBesideModel = (data: TrainingData, recipe: Recipe): Float32Array =>
  trendScores(data, recipe['trend.days'], OVERALL_FACTOR_BESIDE_A_MODEL);

interface JudgingInput {
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly kernels: Kernels;
  readonly pause: Pause;
}

const standInOf = (recipe: Recipe, { rows, columns }: SparseRows): BaselineDefinition =>
  baselineOf(standInFor(recipe, rows, columns), recipe.version);

/** @returns 0 where the data has no times, or no profile to judge by */
export async function chooseTrend(train: TrainingData, input: JudgingInput): Promise<number> {
  if (train.interactions.time === null) return 0;
  const { random } = input;
  const windows: Float64Array[][] = [];
  for (const start of STARTS) windows.push(await judgeWindow(train, start, input));
  const scores = STRENGTHS.map((_, index) => windows.flatMap((window) => Array.from(window[index]!)));
  if (scores[0]!.length === 0) return 0;
  const certain = STRENGTHS.map((strength, index) => ({ strength, scores: scores[index]! })).filter(
    (candidate, index) =>
      index === 0 ||
      pairedDifference(candidate.scores, scores[0]!, random.stream(`trend/${candidate.strength}`)).low > 0,
  );
  return certain.reduce((left, right) => (meanOf(right.scores) > meanOf(left.scores) ? right : left)).strength;
}

/** For each strength, the score of every profile of one window. */
async function judgeWindow(
  train: TrainingData,
  start: number,
  { recipe, random, kernels, pause }: JudgingInput,
): Promise<Float64Array[]> {
  const { interactions, profiles, items } = train;
  const end = Math.round(interactions.profile.length * Math.min(1, start + WINDOW));
  const known = {
    profile: interactions.profile.subarray(0, end),
    item: interactions.item.subarray(0, end),
    time: interactions.time!.subarray(0, end),
    weight: interactions.weight.subarray(0, end),
  };
  const split = splitInteractions(
    known,
    { profiles: profiles.ids.length, items: items.ids.length },
    { protocol: 'time', share: WINDOW / (start + WINDOW), random: random.stream('trend/windows') },
  );
  const fit = trainingPart(train, split.train, recipe['data.counting']);
  const recommender = await standInOf(recipe, fit.histories).fit(fit, recipe, random, kernels, pause);
  const trend = trendBesideModel(fit, recipe);
  const most = mostJudged(recipe);
  const targets = limitProfiles(split.targets, most, random.stream(`trend/profiles/${start}`));
  const judged = { histories: fit.histories, targets, conditions: NO_CONDITIONS };
  const scores = judgeVariants(judged, STRENGTHS.length, (rows) => {
    const found = recommender.score(rows);
    const titles = trend.length;
    const withTrend = new Float32Array(titles);
    return (row) => {
      const own = found.subarray(row * titles, (row + 1) * titles);
      standardise(own);
      const watched = watchedOf(rows.histories, row);
      return (which) => {
        const strength = STRENGTHS[which]!;
        for (let title = 0; title < titles; title++) withTrend[title] = own[title]! + strength * trend[title]!;
        return rankedItems(withTrend, 0, titles, LIST_LENGTH, watched, true);
      };
    };
  });
  recommender.dispose();
  return scores;
}
