/**
 * Chooses on windows in time, cut from the training part: the strength of the trend part and, if the recipe asks for it, the shares of the
 * companions with it. A linear model stands in for the autoencoder, which would have to be trained once per window (docs/decisions/0017).
 */
import type { BaselineName } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import { firstEvents } from '../../data/events';
import { wholeRows } from '../../data/histories';
import { trainingPart } from '../../data/selection';
import type { TrainingData } from '../../data/tables';
import { pairedDifference } from '../../model/evaluate/bootstrap';
import { deviationOf, meanOf } from '../../model/evaluate/judge';
import { splitEvents } from '../../model/evaluate/split';
import { baselineOf } from '../../model/baselines/baselines';
import { trendBesideModel } from '../../model/baselines/trend';
import type { Kernels } from '../../model/kernels/kernels';
import type { Pause } from '../../model/pause';
import type { RandomStreams } from '../../model/random';
import type { Recommender } from '../../model/recommender';
import {
  MOST_JUDGED,
  MOST_SHARED,
  onWindow,
  SHARE_PARTS,
  sharesUpTo,
  standInFor,
  STARTS,
  STRENGTHS,
  SURE_OF_MANY,
  TAKEN_OF_SHARES,
  WINDOW,
} from './choosing';
import { judgeVariants } from './judge-variants';
import { listsOfBlock } from './mixed-lists';
import { limitProfiles, type Validation } from './validation';

const NO_CONDITIONS = { values: new Float32Array(0), width: 0 };

interface JudgingInput {
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly kernels: Kernels;
  readonly pause: Pause;
}

export interface ChosenOnWindows {
  readonly strength: number;
  /** One share per companion. */
  readonly shares: readonly number[];
}

/**
 * A trend at its own scale without companions, unless another mixture is better beyond chance; then the best of those. With companions, the required
 * margin is larger, as many mixtures are tried.
 * @param train with times
 * @param companions whose shares are chosen; without any, chooses only the strength of the trend
 * @returns null if there is no profile to judge by
 */
export async function chooseOnWindows(
  train: TrainingData,
  companions: readonly BaselineName[],
  input: JudgingInput,
): Promise<ChosenOnWindows | null> {
  const { recipe, random } = input;
  const variants = (recipe['mixture.trend'] ? STRENGTHS : [0]).flatMap((strength) =>
    sharesUpTo(MOST_SHARED, companions.length, SHARE_PARTS).map((shares) => ({ strength, shares })),
  );
  const windows: Float64Array[][] = [];
  for (const start of STARTS) windows.push(await judgeWindow(train, start, companions, variants, input));
  const scores = variants.map((_, index) => windows.flatMap((window) => Array.from(window[index]!)));
  if (scores[0]!.length === 0) return null;
  const means = scores.map(meanOf);
  const isBetter = (index: number): boolean => {
    const { strength, shares } = variants[index]!;
    if (means[index]! <= means[0]!) return false;
    if (shares.some((share) => share > 0)) return isFarBetter(scores[index]!, scores[0]!);
    const stream = random.stream(['trend', strength, ...shares].join('/'));
    return pairedDifference(scores[index]!, scores[0]!, stream).low > 0;
  };
  const bestFirst = variants.map((_, index) => index).sort((left, right) => means[right]! - means[left]!);
  const { strength, shares } = variants[bestFirst.find(isBetter) ?? 0]!;
  return { strength, shares: shares.map((share) => share * TAKEN_OF_SHARES) };
}

/** Better beyond chance, although the best of some sixty mixtures looks better than it is. */
function isFarBetter(scores: readonly number[], than: readonly number[]): boolean {
  const differences = scores.map((score, profile) => score - than[profile]!);
  return meanOf(differences) > SURE_OF_MANY * (deviationOf(differences) / Math.sqrt(differences.length));
}

/** For each variant, the score of every profile of one window. */
async function judgeWindow(
  train: TrainingData,
  start: number,
  companions: readonly BaselineName[],
  variants: readonly ChosenOnWindows[],
  input: JudgingInput,
): Promise<Float64Array[]> {
  const { recipe, kernels, random, pause } = input;
  const { fit, targets } = await cutWindow(train, start, input);
  const standIn = standInFor(fit.histories.rows, fit.histories.columns);
  const whole = { ...fit, histories: wholeRows(fit.histories) };
  const fitted = onWindow(recipe, whole.histories.columns);
  const models: Recommender[] = [];
  try {
    for (const model of [standIn, ...companions])
      models.push(await baselineOf(model).fit(whole, { ...fitted, model }, random, kernels, pause));
    const trend = await trendBesideModel(fit, recipe);
    const judged = { histories: fit.histories, targets, conditions: NO_CONDITIONS };
    return judgeVariants(judged, variants.length, (rows) => {
      const [own, ...others] = models.map((model) => model.score(rows));
      return listsOfBlock(kernels, { own: own!, others, trend, isOwnStandardised: true }, rows.histories, variants);
    });
  } finally {
    for (const model of models) model.dispose();
  }
}

type Window = Pick<Validation, 'fit' | 'targets'>;

/** Trains on the events up to `start`, and holds out what profiles watch in the WINDOW after it. */
async function cutWindow(train: TrainingData, start: number, { recipe, random }: JudgingInput): Promise<Window> {
  const { events, profiles, items } = train;
  const known = events.part(firstEvents(Math.round(events.count * Math.min(1, start + WINDOW))));
  const split = await splitEvents(
    known,
    { profiles: profiles.ids.length, items: items.ids.length },
    { protocol: 'time', share: WINDOW / (start + WINDOW), random: random.stream('trend/windows') },
  );
  return {
    fit: await trainingPart({ ...train, events: known }, split.train, recipe['data.counting']),
    targets: limitProfiles(split.targets, MOST_JUDGED, random.stream(`trend/profiles/${start}`)),
  };
}
