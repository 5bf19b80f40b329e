/** All models side by side, on the same split and the same profiles. */
import { setImmediate } from 'node:timers/promises';
import type { Leaderboard, LeaderboardRow, Progress } from '../../shared/contract';
import type { ListQuality, Metrics, Mixture } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { type LeaderboardModel, leaderboardRecipe, SHUFFLED_PROFILES } from '../../shared/recipe/presets';
import type { Recipe } from '../../shared/recipe/table';
import { LIST_LENGTH } from '../../shared/limits';
import { trainingPart } from '../data/selection';
import type { TrainingData } from '../data/tables';
import { modelOf } from '../model/models';
import { RandomStreams } from '../model/random';
import type { Recommender } from '../model/recommender';
import { evaluate } from './evaluate';
import { pairedDifference } from './bootstrap';
import { deviationOf, meanOf, type PerProfile } from './judge';
import { listQuality } from './list-quality';
import { shuffledProfiles } from './shuffled-profiles';
import { type Split, splitInteractions } from './split';

export interface FittedModel {
  recommender: Recommender;
  /** profiles x conditionWidth, row-major. */
  conditions: Float32Array;
  conditionWidth: number;
  /** 0 for models that have none. */
  epochs: number;
  /** Null for models in which nothing can be mixed. */
  mixture: Mixture | null;
  /** Seconds that this fit did not need, because an earlier one of the same data had done a part of its work. */
  spared: number;
}
/** Fits one model, baselines included, on all the data it is given (any validation part is cut from that). */
export type FitModel = (recipe: Recipe, data: TrainingData, seed: number) => Promise<FittedModel>;

export interface LeaderboardJob {
  /** The data as a recipe selects it (data.*). */
  select: (recipe: Recipe) => Promise<TrainingData>;
  dataset: { fingerprint: string; name: string };
  split: 'time' | 'random';
  /** Each seed draws the weights, and in the random split also what is held out. */
  seeds: readonly number[];
  /** The rows, in the order wanted. */
  models: readonly LeaderboardModel[];
}

/** What a model learns from, and what it is tested on. */
interface Parts {
  split: Split;
  train: TrainingData;
}

interface Trial {
  metrics: Metrics;
  perProfile: PerProfile;
  quality: ListQuality;
  /** To fit, choosing the epochs included, as if no other model had been fitted. */
  seconds: number;
  epochs: number;
}

/**
 * Fits and judges every model with every seed. Figures are means over the seeds; the seconds are those of one fit.
 * A model without chance is fitted once where the split has none either.
 * @throws ShelfwiseError `too-large` where no model is possible on so much data, `usage` for a split by time of data without times, `bad-data` where nothing can be held out,
 * `stopped` soon after the signal
 */
export async function computeLeaderboard(
  request: LeaderboardJob,
  fit: FitModel,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Leaderboard> {
  const { seeds, models } = request;
  const trials = new Map<LeaderboardModel, Trial[]>(models.map((model) => [model, []]));
  const refused = new Map<LeaderboardModel, ShelfwiseError>();
  const total = seeds.length * models.length;
  let testProfiles = 0;
  let done = 0;
  const select = onceASelection(request.select);
  for (const seed of seeds) {
    const partsOf = partsFor(select, seed);
    for (const model of models) {
      const earlier = trials.get(model)!;
      const detail = seeds.length === 1 ? model : `${model}, seed ${seed}`;
      onProgress({ phase: 'leaderboard', detail, done: done++, total });
      await throwIfStopped(signal);
      if (refused.has(model)) continue;
      const recipe: Recipe = { ...leaderboardRecipe(model), 'stopping.split': request.split };
      const isRepetition = request.split === 'time' && !modelOf(recipe).usesChance && earlier.length > 0;
      const trial = isRepetition
        ? earlier[0]!
        : await tryModel(model, recipe, await partsOf(recipe), seed, fit).catch(refusalOf);
      await throwIfStopped(signal);
      if (trial instanceof ShelfwiseError) {
        refused.set(model, trial);
        continue;
      }
      earlier.push(trial);
      testProfiles = trial.metrics.profiles;
    }
  }
  onProgress({ phase: 'leaderboard', detail: '', done: total, total });
  const possible = models.filter((model) => !refused.has(model));
  if (possible.length === 0) throw refused.get(models[0]!)!;
  const rows = comparedToBest(
    possible.map((model) => rowOf(model, trials.get(model)!)),
    trials,
    new RandomStreams(seeds[0]!),
  );
  const notPossible: Leaderboard['notPossible'] = [...refused].map(([model, { message, said }]) => ({
    model,
    message,
    ...(said && { said: [...said] }),
  }));
  return { dataset: request.dataset, split: request.split, seeds: [...seeds], testProfiles, rows, notPossible };
}

/** Data that is too large for one model does not keep the others from being compared. */
function refusalOf(thrown: unknown): ShelfwiseError {
  if (thrown instanceof ShelfwiseError && thrown.code === 'too-large') return thrown;
  throw thrown;
}

/** The data.* part of a recipe: recipes that agree in it share one selection. */
const selectionOf = (recipe: Recipe): string =>
  JSON.stringify(Object.entries(recipe).filter(([knob]) => knob.startsWith('data.')));

/** Selects once for all recipes that select the same data. */
function onceASelection<Result>(make: (recipe: Recipe) => Promise<Result>): (recipe: Recipe) => Promise<Result> {
  const made = new Map<string, Promise<Result>>();
  return (recipe) => {
    const result = made.get(selectionOf(recipe)) ?? make(recipe);
    made.set(selectionOf(recipe), result);
    return result;
  };
}

const partsFor = (select: LeaderboardJob['select'], seed: number): ((recipe: Recipe) => Promise<Parts>) =>
  onceASelection(async (recipe) => holdOut(await select(recipe), recipe, seed));

function holdOut(data: TrainingData, recipe: Recipe, seed: number): Parts {
  const { 'stopping.split': protocol, 'stopping.share': share } = recipe;
  if (protocol === 'time' && data.interactions.time === null)
    throw new ShelfwiseError('usage', say('evaluate.no-times'));
  const shape = { profiles: data.profiles.ids.length, items: data.items.ids.length };
  const random = new RandomStreams(seed).stream('split/test');
  const split = splitInteractions(data.interactions, shape, { protocol, share, random });
  if (split.targets.indices.length === 0)
    throw new ShelfwiseError(
      'bad-data',
      protocol === 'time'
        ? say('evaluate.no-test-by-time', { percent: Math.round(share * 100) })
        : say('evaluate.no-test-at-random'),
    );
  return { split, train: trainingPart(data, split.train, recipe['data.counting']) };
}

async function tryModel(
  model: LeaderboardModel,
  recipe: Recipe,
  { split, train }: Parts,
  seed: number,
  fit: FitModel,
): Promise<Trial> {
  const data = model === SHUFFLED_PROFILES ? { ...train, profiles: shuffledProfiles(train.profiles, seed) } : train;
  const started = performance.now();
  const { recommender, conditions, conditionWidth, epochs, spared } = await fit(recipe, data, seed);
  const seconds = (performance.now() - started) / 1000 + spared;
  try {
    const evaluation = evaluate({
      recommender,
      histories: train.histories,
      conditions,
      conditionWidth,
      targets: split.targets,
      excludeWatched: recipe['scoring.watched'] === 'exclude',
    });
    const quality = listQuality(evaluation.lists, LIST_LENGTH, train.histories, evaluation.perProfile.profile);
    return { metrics: evaluation.metrics, perProfile: evaluation.perProfile, quality, seconds, epochs };
  } finally {
    recommender.dispose();
  }
}

/** How far each row is behind the best one on the profiles that both were tested on, and whether that is more than chance. */
function comparedToBest(
  rows: readonly Omit<LeaderboardRow, 'toBest'>[],
  trials: ReadonlyMap<LeaderboardModel, readonly Trial[]>,
  random: RandomStreams,
): LeaderboardRow[] {
  const best = rows.reduce((left, right) => (right.score > left.score ? right : left));
  const bestScores = scoresOfProfiles(trials.get(best.model)!);
  return rows.map((row) => {
    if (row === best) return { ...row, toBest: null };
    const own = scoresOfProfiles(trials.get(row.model)!);
    const profiles = [...bestScores.keys()].filter((profile) => own.has(profile));
    const toBest = pairedDifference(
      profiles.map((profile) => own.get(profile)!),
      profiles.map((profile) => bestScores.get(profile)!),
      random.stream(`bootstrap/${row.model}`),
    );
    return { ...row, toBest };
  });
}

/** The mean score of each test profile over the seeds in which it is one: profiles are what the bootstrap draws. */
function scoresOfProfiles(trials: readonly Trial[]): Map<number, number> {
  const scores = new Map<number, number[]>();
  for (const { perProfile } of trials)
    perProfile.profile.forEach((profile, index) => {
      const earlier = scores.get(profile) ?? [];
      scores.set(profile, [...earlier, perProfile.score[index]!]);
    });
  return new Map([...scores].map(([profile, own]) => [profile, meanOf(own)]));
}

function rowOf(model: LeaderboardModel, trials: readonly Trial[]): Omit<LeaderboardRow, 'toBest'> {
  const mean = (read: (trial: Trial) => number): number => meanOf(trials.map(read));
  return {
    model,
    recall: mean(({ metrics }) => metrics.recall),
    ndcg: mean(({ metrics }) => metrics.ndcg),
    score: mean(({ metrics }) => metrics.score),
    deviation: trials.length < 2 ? null : deviationOf(trials.map(({ metrics }) => metrics.score)),
    seconds: mean(({ seconds }) => seconds),
    epochs: trials.map(({ epochs }) => epochs).filter((epochs) => epochs > 0),
    quality: {
      coverage: mean(({ quality }) => quality.coverage),
      novelty: mean(({ quality }) => quality.novelty),
      watchedShare: mean(({ quality }) => quality.watchedShare),
    },
  };
}

/** Yields to other work, which may request a stop, before it checks the signal. */
async function throwIfStopped(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted) throw new ShelfwiseError('stopped', say('evaluate.stopped'));
}
