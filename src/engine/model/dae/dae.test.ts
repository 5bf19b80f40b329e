import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { presetRecipe } from '../../../shared/recipe/presets';
import type { Recipe } from '../../../shared/recipe/table';
import { encodeConditions } from '../../data/conditions';
import { buildHistories, selectRows, wholeRows } from '../../data/histories';
import { loadBackend } from '../backend';
import { exactKernels, loweredKernels } from '../kernels/exact/exact';
import { onPlainBackend, plainKernels } from '../testing/plain-kernels';
import type { Kernels } from '../kernels/kernels';
import { RandomStream, RandomStreams } from '../random';
import { hashTensors } from '../safetensors';
import { restoreDae } from './dae-recommender';
import { DaeTraining, type TrainingState } from './dae-training';
import { EnsembleTraining } from './ensemble';

const PROFILES = 90;
const ITEMS = 40;

/** Profiles of sex F watch the first half of the items, those of sex M the second; a few watched nothing. */
const profiles = {
  ids: Array.from({ length: PROFILES }, (_, profile) => String(profile)),
  attributes: [
    {
      kind: 'categorical' as const,
      name: 'sex',
      categories: ['F', 'M'],
      codes: Int32Array.from({ length: PROFILES }, (_, profile) => profile % 2),
    },
  ],
};
const random = new RandomStream(1, 'dae.test');
const events = Array.from({ length: 800 }, () => {
  const profile = random.below(PROFILES - 10);
  return { profile, item: (profile % 2) * (ITEMS / 2) + random.below(ITEMS / 2) };
});
const built = buildHistories(
  {
    profile: Int32Array.from(events, ({ profile }) => profile),
    item: Int32Array.from(events, ({ item }) => item),
    weight: new Float32Array(events.length).fill(1),
    time: null,
  },
  PROFILES,
  ITEMS,
  'binary',
);
const histories = wholeRows(built);
const conditions = encodeConditions(profiles);

const recipeWith = (knobs: Partial<Recipe>): Recipe =>
  completeRecipe(
    { 'structure.width': 16, 'structure.conditionWidth': 4, 'optimiser.batch': 16, ...knobs },
    presetRecipe('balanced'),
  );

const trainings: DaeTraining[] = [];
function trainingOf(
  recipe: Recipe,
  kernels: Kernels = exactKernels,
  state?: TrainingState,
  stage = 'test',
): DaeTraining {
  const training = new DaeTraining(
    { kernels, recipe, random: new RandomStreams(7), stage, histories, conditions },
    state,
  );
  trainings.push(training);
  return training;
}
async function epochs(training: DaeTraining, from: number, to: number): Promise<number[]> {
  const losses: number[] = [];
  for (let epoch = from; epoch <= to; epoch++) losses.push(await training.runEpoch(epoch, async () => undefined));
  return losses;
}

beforeAll(async () => {
  await loadBackend();
  expect(tf.getBackend()).toBe('tensorflow');
});
afterEach(() => {
  for (const training of trainings.splice(0)) training.dispose();
});

/** Scores of the given profiles, with their histories or with none. */
function scoresOf(training: DaeTraining, recipe: Recipe, rows: number[], withHistory = true): Float32Array {
  const recommender = restoreDae(exactKernels, recipe, training.weights());
  const { width, values } = conditions;
  const selected = new Float32Array(rows.length * width);
  rows.forEach((row, at) => selected.set(values.subarray(row * width, (row + 1) * width), at * width));
  const empty = PROFILES - 1;
  const scores = recommender.score({
    histories: selectRows(histories, withHistory ? rows : rows.map(() => empty)),
    conditions: selected,
  });
  recommender.dispose();
  return scores;
}

const meanOf = (scores: Float32Array, from: number, to: number): number =>
  scores.subarray(from, to).reduce((sum, score) => sum + score, 0) / (to - from);

describe('the conditioned denoising autoencoder', () => {
  it.each(['multinomial', 'binary', 'squared'] as const)(
    'lowers its %s loss and restores what a profile watches',
    { tags: ['thorough'] },
    async (kind) => {
      const recipe = recipeWith({ 'loss.kind': kind, 'loss.popularity': 'none', 'optimiser.rate': 0.01 });
      const training = trainingOf(recipe);
      const losses = await epochs(training, 1, 20);
      expect(losses.at(-1)!).toBeLessThan(losses[0]! * 0.97);
      const scores = scoresOf(training, recipe, [0]);
      expect(meanOf(scores, 0, ITEMS / 2)).toBeGreaterThan(meanOf(scores, ITEMS / 2, ITEMS));
    },
  );

  it.each(['network', 'concatenate'] as const)(
    'serves a profile without history from its attributes (%s)',
    { tags: ['thorough'] },
    async (kind) => {
      const recipe = recipeWith({ 'structure.condition': kind, 'noise.wholeHistory': 0.4, 'optimiser.rate': 0.01 });
      const training = trainingOf(recipe);
      await epochs(training, 1, 25);
      const scores = scoresOf(training, recipe, [0, 1], false);
      expect(meanOf(scores, 0, ITEMS / 2)).toBeGreaterThan(meanOf(scores, ITEMS / 2, ITEMS));
      expect(meanOf(scores, ITEMS, 1.5 * ITEMS)).toBeLessThan(meanOf(scores, 1.5 * ITEMS, 2 * ITEMS));
    },
  );

  it('knows nothing of the profile without a condition', async () => {
    const recipe = recipeWith({ 'structure.condition': 'none' });
    const training = trainingOf(recipe);
    await epochs(training, 1, 3);
    const scores = scoresOf(training, recipe, [0, 1], false);
    expect(scores.subarray(0, ITEMS)).toEqual(scores.subarray(ITEMS));
    expect(Object.keys(training.weights())).not.toContain('condition');
  });

  it('gives the same bits for the same seed, and others for another stage', async () => {
    const recipe = recipeWith({});
    const [once, again, other] = [
      trainingOf(recipe),
      trainingOf(recipe),
      trainingOf(recipe, exactKernels, undefined, 'other'),
    ];
    for (const training of [once, again, other]) await epochs(training, 1, 3);
    expect(hashTensors(again.weights())).toBe(hashTensors(once.weights()));
    expect(hashTensors(other.weights())).not.toBe(hashTensors(once.weights()));
  });

  it.each([exactKernels, loweredKernels])(
    'continues from a stored state to the bits of an uninterrupted training ($name)',
    async (kernels) => {
      const recipe = recipeWith({});
      const whole = trainingOf(recipe, kernels);
      await epochs(whole, 1, 2);
      const state = whole.state();
      await epochs(whole, 3, 4);
      const resumed = trainingOf(recipe, kernels, state);
      await epochs(resumed, 3, 4);
      expect(hashTensors(resumed.weights())).toBe(hashTensors(whole.weights()));
    },
  );

  const everyLoss = [
    { 'loss.kind': 'multinomial' },
    { 'loss.kind': 'multinomial', 'loss.sample': 12 },
    { 'loss.kind': 'binary' },
    { 'loss.kind': 'squared' },
    { 'structure.activation': 'relu', 'structure.condition': 'concatenate' },
    { 'structure.activation': 'linear', 'structure.condition': 'none', 'optimiser.decay': 0.1 },
  ] as const;
  it.each(everyLoss)('learns what plain operations of tfjs learn, within rounding (%o)', async (knobs) => {
    const recipe = recipeWith(knobs);
    const ours = trainingOf(recipe);
    const losses = await epochs(ours, 1, 4);
    await onPlainBackend(async () => {
      const plain = trainingOf(recipe, plainKernels);
      const plainLosses = await epochs(plain, 1, 4);
      losses.forEach((loss, epoch) => expect(Math.abs(plainLosses[epoch]! / loss - 1)).toBeLessThan(1e-4));
      const weights = plain.weights();
      for (const [name, { values }] of Object.entries(ours.weights()))
        values.forEach((value, at) => expect(Math.abs(value - weights[name]!.values[at]!), name).toBeLessThan(2e-3));
      for (const training of trainings.splice(1)) training.dispose();
    });
  });

  it('gives a profile the same scores whatever is scored with it', async () => {
    const recipe = recipeWith({});
    const training = trainingOf(recipe);
    await epochs(training, 1, 2);
    const all = scoresOf(
      training,
      recipe,
      Array.from({ length: PROFILES }, (_, row) => row),
    );
    for (const row of [0, 1, 63, 64, 79])
      expect(scoresOf(training, recipe, [row])).toEqual(all.slice(row * ITEMS, (row + 1) * ITEMS));
  });

  it('averages its weights over the epochs, from the first one on', async () => {
    const last = trainingOf(recipeWith({ 'optimiser.averaging': 0 }));
    const average = trainingOf(recipeWith({ 'optimiser.averaging': 0.75 }));
    const encoders: Float32Array[] = [];
    for (const epoch of [1, 2]) {
      await epochs(last, epoch, epoch);
      await epochs(average, epoch, epoch);
      encoders.push(last.weights()['encoder']!.values as Float32Array);
    }
    expect(average.weights()['encoder']!.values).toEqual(
      encoders[0]!.map((value, index) => 0.75 * value + 0.25 * encoders[1]![index]!),
    );
  });

  it('says what to try when the loss is no longer a number', async () => {
    const recipe = recipeWith({ 'optimiser.rate': 1000, 'optimiser.decay': 10, 'structure.activation': 'linear' });
    await expect(epochs(trainingOf(recipe), 1, 30)).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringContaining('optimiser.rate'),
    });
  });

  it('holds as many tensors after ten epochs as after one', { tags: ['thorough'] }, async () => {
    const training = trainingOf(recipeWith({}));
    await epochs(training, 1, 1);
    const before = tf.memory().numTensors;
    await epochs(training, 2, 10);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('an ensemble', () => {
  const inputOf = (recipe: Recipe) => ({
    kernels: exactKernels,
    recipe,
    random: new RandomStreams(7),
    stage: 'test',
    histories,
    conditions,
  });
  const scored = (recipe: Recipe, weights: ReturnType<DaeTraining['weights']>): Float32Array => {
    const recommender = restoreDae(exactKernels, recipe, weights);
    const scores = recommender.score({
      histories,
      conditions: conditions.values.slice(0, PROFILES * conditions.width),
    });
    recommender.dispose();
    return scores;
  };

  it('of one is the autoencoder itself, bit for bit', async () => {
    const recipe = recipeWith({});
    const ensemble = await EnsembleTraining.begin(inputOf(recipe));
    const single = trainingOf(recipe);
    await ensemble.runEpoch(1, async () => undefined);
    await epochs(single, 1, 1);
    expect(hashTensors(await ensemble.weights())).toBe(hashTensors(single.weights()));
    expect(Object.keys((await ensemble.state()).parameters)).toEqual(Object.keys(single.state().parameters));
    ensemble.dispose();
  });

  it.each(['network', 'concatenate', 'none'] as const)(
    'is one autoencoder whose scores are the mean of its members (%s)',
    { tags: ['thorough'] },
    async (kind) => {
      const recipe = recipeWith({ 'structure.condition': kind, 'mixture.members': 3 });
      const ensemble = await EnsembleTraining.begin(inputOf(recipe));
      const members = ['test', 'test/member-2/', 'test/member-3/'].map((stage) =>
        trainingOf(recipe, exactKernels, undefined, stage),
      );
      for (let epoch = 1; epoch <= 3; epoch++) await ensemble.runEpoch(epoch, async () => undefined);
      for (const member of members) await epochs(member, 1, 3);
      const scores = members.map((member) => scored(recipe, member.weights()));
      expect(scores[0]).not.toEqual(scores[1]);
      scored(recipe, await ensemble.weights()).forEach((score, index) => {
        const mean = (scores[0]![index]! + scores[1]![index]! + scores[2]![index]!) / 3;
        expect(Math.abs(score - mean)).toBeLessThan(1e-4);
      });
      ensemble.dispose();
    },
  );

  it('continues from a stored state to the bits of an uninterrupted training', async () => {
    const input = inputOf(recipeWith({ 'mixture.members': 2 }));
    const whole = await EnsembleTraining.begin(input);
    await whole.runEpoch(1, async () => undefined);
    const resumed = await EnsembleTraining.begin(input, await whole.state());
    for (const training of [whole, resumed]) await training.runEpoch(2, async () => undefined);
    expect(hashTensors(await resumed.weights())).toBe(hashTensors(await whole.weights()));
    for (const training of [whole, resumed]) training.dispose();
  });
});
