/** Measures each model by itself on the same split and the same profiles, for a leaderboard. */
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../../shared/contract/progress';
import type { Mixture } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type LeaderboardModel, leaderboardRecipe, SHUFFLED_PROFILES } from '../../../shared/recipe/presets';
import type { Recipe } from '../../../shared/recipe/table';
import { LIST_LENGTH } from '../../../shared/limits';
import { trainingPart } from '../../data/selection';
import type { TrainingData } from '../../data/tables';
import { modelOf } from '../models';
import type { Recommender } from '../recommender';
import { evaluate } from './evaluate';
import { listQuality } from './list-quality';
import { shuffledProfiles } from './attribute-variants';
import { type Split, splitForTest } from './split';
import { COMPANIONS } from '../../../shared/recipe/companion-names';
import type { Beside, SeedResult, Tried } from '../../../shared/values/tried';

interface FittedModel {
  recommender: Recommender;
  /** profiles x conditionWidth, row-major. */
  conditions: Float32Array;
  conditionWidth: number;
  /** 0 for models without epochs. */
  epochs: number;
  /** Null for models without a mixture. */
  mixture: Mixture | null;
  /** Seconds that this fit saved because an earlier one of the same data had done a part of its work. */
  spared: number;
}
/** Fits one model, baselines included, on all the data it is given (it cuts any validation part from that). */
export type FitModel = (recipe: Recipe, data: TrainingData, seed: number) => Promise<FittedModel>;

export interface LeaderboardJob {
  /** The data as a recipe selects it (data.*). */
  select: (recipe: Recipe) => Promise<TrainingData>;
  dataset: { fingerprint: string; name: string };
  split: 'time' | 'random';
  /** Each seed draws the weights, and in the random split also the hold-out. */
  seeds: readonly number[];
  /** The rows, in the requested order. */
  models: readonly LeaderboardModel[];
}

/** What a model learns from, and what it is tested on. */
interface Parts {
  split: Split;
  train: TrainingData;
}

/**
 * Fits and measures every model with every seed. A model without randomness is fitted once if the split has none either.
 * @throws ShelfwiseError `usage` for a split by time of data without times, `bad-data` if nothing can be held out, `stopped` soon after the signal
 */
export async function measureModels(
  request: LeaderboardJob,
  fit: FitModel,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Tried> {
  const { seeds, models, dataset, split } = request;
  const tried: Tried['models'] = models.map((model) => ({ model, trials: [], tooLarge: null }));
  const total = seeds.length * models.length;
  let done = 0;
  const select = onceASelection(request.select);
  for (const seed of seeds) {
    const partsOf = partsFor(select, seed);
    for (const one of tried) {
      const { model, trials } = one;
      const detail = seeds.length === 1 ? model : `${model}, seed ${seed}`;
      onProgress({ phase: 'leaderboard', detail, done: done++, total });
      await throwIfStopped(signal);
      if (one.tooLarge !== null) continue;
      const recipe: Recipe = { ...leaderboardRecipe(model), 'stopping.split': split };
      const isRepetition = split === 'time' && !modelOf(recipe).usesChance && trials.length > 0;
      const trial = isRepetition
        ? trials[0]!
        : await tryModel(model, recipe, await partsOf(recipe), seed, fit).catch(refusalOf);
      await throwIfStopped(signal);
      if (trial instanceof ShelfwiseError)
        one.tooLarge = { message: trial.message, ...(trial.said && { said: trial.said }) };
      else trials.push(trial);
    }
  }
  onProgress({ phase: 'leaderboard', detail: '', done: total, total });
  return { dataset, split, seeds: [...seeds], models: tried };
}

/** Data that is too large for one model does not prevent comparing the others. */
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

async function holdOut(data: TrainingData, recipe: Recipe, seed: number): Promise<Parts> {
  const { 'stopping.split': protocol, 'stopping.share': share } = recipe;
  if (protocol === 'time' && !data.events.hasTimes) throw new ShelfwiseError('usage', say('evaluate.no-times'));
  const split = await splitForTest(data, recipe, seed);
  if (split.targets.indices.length === 0)
    throw new ShelfwiseError(
      'bad-data',
      protocol === 'time'
        ? say('evaluate.no-test-by-time', { percent: Math.round(share * 100) })
        : say('evaluate.no-test-at-random'),
    );
  return { split, train: await trainingPart(data, split.train, recipe['data.counting']) };
}

async function tryModel(
  model: LeaderboardModel,
  recipe: Recipe,
  { split, train }: Parts,
  seed: number,
  fit: FitModel,
): Promise<SeedResult> {
  const data = model === SHUFFLED_PROFILES ? { ...train, profiles: shuffledProfiles(train.profiles, seed) } : train;
  const started = performance.now();
  const { recommender, conditions, conditionWidth, epochs, mixture, spared } = await fit(recipe, data, seed);
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
    const { profile, score } = evaluation.perProfile;
    const scores = { profile: Array.from(profile), score: Array.from(score) };
    const beside = mixture === null ? [] : besideOf(mixture);
    return { metrics: evaluation.metrics, scores, quality, seconds, epochs, ...(beside.length > 0 && { beside }) };
  } finally {
    recommender.dispose();
  }
}

function besideOf({ shares, chosen }: Mixture): Beside[] {
  const tried = COMPANIONS.map((model) => ({ model, one: chosen?.tried.find((other) => other.model === model) }));
  return tried.flatMap(({ model, one }) =>
    one === undefined && shares[model] === undefined
      ? []
      : [{ model, share: shares[model] ?? 0, gain: one === undefined ? null : one.score - chosen!.alone }],
  );
}

/** Yields to other work, which may request a stop, before it checks the signal. */
async function throwIfStopped(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted) throw new ShelfwiseError('stopped', say('evaluate.stopped'));
}
