/**
 * Chooses on windows in time, cut from the training part: the strength of the trend part and, if the recipe asks for it,
 * the companions with their shares. A linear model stands in for the autoencoder, which would have to be trained once per
 * window (docs/decisions/0017).
 */
import type { Mixture } from '../../../shared/contract/run';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import { sharesFrom } from '../../../shared/recipe/companions';
import type { Recipe } from '../../../shared/recipe/table';
import { firstEvents } from '../../data/events';
import { wholeRows } from '../../data/histories';
import { trainingPart } from '../../data/selection';
import type { TrainingData } from '../../data/tables';
import { pairedDifference } from '../../model/evaluate/bootstrap';
import { meanOf } from '../../model/evaluate/judge';
import { splitEvents } from '../../model/evaluate/split';
import { baselineOf } from '../../model/baselines/baselines';
import { trendBesideModel } from '../../model/baselines/trend';
import { placesOf } from '../../model/dae/companion';
import type { Kernels } from '../../model/kernels/kernels';
import type { Pause } from '../../model/pause';
import type { RandomStreams } from '../../model/random';
import type { Recommender } from '../../model/recommender';
import { chosenMixture, chosenTrial, type Trial, type Tried, trialsOf } from './choose-companions';
import { MOST_JUDGED, onWindow, standInFor, STARTS, STRENGTHS, TAKEN_OF_SHARES, WINDOW } from './choosing';
import { judgeTrials } from './judge-trials';
import { dataToTry, leastGains } from './companion-work';
import { limitProfiles, type Validation } from './validation';

const NO_CONDITIONS = { values: new Float32Array(0), width: 0 };

interface JudgingInput {
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly kernels: Kernels;
  readonly pause: Pause;
}

/**
 * A trend at its own scale without companions, unless another strength is better beyond chance; then companions by the
 * rule of choose-companions.ts, each mixture with every strength.
 * @param train with times
 * @param companions to choose from; without any, chooses only the strength of the trend
 * @returns null if there is no profile to judge by
 */
export async function chooseOnWindows(
  train: TrainingData,
  companions: readonly CompanionName[],
  input: JudgingInput,
): Promise<Mixture | null> {
  const { recipe, random } = input;
  const trials = trialsOf(recipe['mixture.trend'] ? STRENGTHS : [0], companions, recipe);
  const windows: Float64Array[][] = [];
  for (const start of STARTS) windows.push(await judgeWindow(train, start, companions, trials, input));
  const scores = trials.map((_, index) => windows.flatMap((window) => Array.from(window[index]!)));
  if (scores[0]!.length === 0) return null;
  const tried = { trials, scores };
  const start = strengthAlone(tried, random);
  const chosen = chosenTrial(tried, start, {
    candidates: companions,
    leastGains: leastGains(recipe, train, companions),
    by: 'windows',
  });
  const by = { by: 'windows', profiles: scores[0]!.length } as const;
  const mixture = chosenMixture(tried, { start, chosen }, companions, by);
  return { ...mixture, shares: sharesFrom(companions, (name) => (mixture.shares[name] ?? 0) * TAKEN_OF_SHARES) };
}

/** The trial without companions that is best and better than the first beyond chance; else the first. */
function strengthAlone({ trials, scores }: Tried, random: RandomStreams): number {
  const means = scores.map(meanOf);
  const isBetter = (index: number): boolean => {
    const stream = random.stream(`trend/${trials[index]!.strength}`);
    return means[index]! > means[0]! && pairedDifference(scores[index]!, scores[0]!, stream).low > 0;
  };
  const alone = [...trials.keys()].filter((index) => placesOf(trials[index]!).length === 0);
  return alone.sort((left, right) => means[right]! - means[left]!).find(isBetter) ?? 0;
}

/** For each trial, the score of every profile of one window. */
async function judgeWindow(
  train: TrainingData,
  start: number,
  companions: readonly CompanionName[],
  trials: readonly Trial[],
  input: JudgingInput,
): Promise<Float64Array[]> {
  const { recipe, kernels, random, pause } = input;
  const { fit, targets } = await cutWindow(train, start, input);
  const standIn = standInFor(fit.histories.rows, fit.histories.columns);
  const whole = { ...fit, histories: wholeRows(fit.histories) };
  const fitted = onWindow(recipe, whole.histories.columns);
  const models: Recommender[] = [];
  try {
    const plain = { ...fitted, model: standIn, 'filter.form': 'plain' } as const;
    models.push(await baselineOf(standIn).fit(whole, plain, random, kernels, pause));
    for (const model of companions) {
      const data = dataToTry(fit, fitted, model, random, STARTS.length);
      models.push(await baselineOf(model).fit(data, { ...fitted, model }, random, kernels, pause));
    }
    const trend = await trendBesideModel(fit, recipe);
    const judged = { histories: fit.histories, targets, conditions: NO_CONDITIONS };
    const own = { model: models[0]!, isStandardised: true };
    return judgeTrials(kernels, judged, { own, others: models.slice(1), trend }, trials);
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
