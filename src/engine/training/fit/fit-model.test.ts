import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { presetRecipe } from '../../../shared/recipe/presets';
import type { Recipe } from '../../../shared/recipe/table';
import { textOf } from '../../../shared/words/sentence';
import { encodeConditions } from '../../data/conditions';
import { heldEvents } from '../../data/held-events';
import type { EventSource, Interactions, TrainingData } from '../../data/tables';
import { loadBackend } from '../../model/backend';
import { restoreRecommender } from '../../model/models';
import { hashTensors } from '../../model/safetensors';
import { checkerboard } from '../../model/testing/checkerboard';
import { describeRecommender } from '../../model/testing/recommender-suite';
import { RandomStreams } from '../../model/random';
import { fit } from './fit';
import { createFitModel } from './fit-model';
import { storeInMemory } from './fit-store';
import { NOT_SHARED } from './shared-fits';

const sizesOf = ({ items }: TrainingData, conditions: number) => ({ items: items.ids.length, conditions });

const { kernels } = await loadBackend();

for (const preset of ['quick', 'balanced', 'careful', 'original']) {
  const recipe = completeRecipe(
    {
      'structure.width': 32,
      'optimiser.batch': 8,
      'optimiser.rate': 0.01,
      'stopping.rule': 'fixed',
      'stopping.epochs': 40,
    },
    presetRecipe(preset),
  );
  describeRecommender(
    `the autoencoder (${preset})`,
    async (data, seed) => {
      const fitted = await createFitModel(kernels, async () => undefined)(recipe, data, seed);
      return {
        ...fitted,
        restore: (tensors) => restoreRecommender(recipe, tensors, kernels, sizesOf(data, fitted.conditionWidth)),
      };
    },
    { personal: true, thorough: preset !== 'balanced' },
  );
}

describe('fitting in memory', () => {
  it.each(['windows', 'fixed'] as const)(
    'gives the same result if events are released and read again (%s)',
    async (weights) => {
      const data = checkerboard();
      const recipe = completeRecipe(
        { 'structure.width': 8, 'stopping.split': 'time', 'stopping.epochs': 2, 'mixture.weights': weights },
        presetRecipe('balanced'),
      );
      const events = await data.events.hold();
      let reads = 0;
      const readAgain = async (): Promise<Interactions> => {
        reads++;
        return structuredClone(events);
      };
      const fitted = async (source: EventSource): Promise<string> => {
        const train = { ...data, events: source };
        const { measured, final } = await fit(
          {
            kernels,
            recipe,
            random: new RandomStreams(1),
            conditions: encodeConditions(data.profiles),
            train,
            all: train,
            sharing: NOT_SHARED,
          },
          storeInMemory(),
          async () => undefined,
        );
        return [measured, final].map((model) => hashTensors(model!.tensors)).join();
      };
      expect(await fitted(heldEvents(events, readAgain, 0))).toBe(await fitted(data.events));
      // For the windows; or for the trend of the training part, and again for that of all data.
      expect(reads).toBe(weights === 'windows' ? 1 : 2);
    },
  );

  const small = { ...kernels, linear: { ...kernels.linear, mostInverted: 3 } };

  it('refuses a model for which the data is too large, before computing anything', async () => {
    let steps = 0;
    const fitModel = createFitModel(small, async () => void steps++);
    await expect(fitModel(presetRecipe('ease'), checkerboard(), 1)).rejects.toMatchObject({ code: 'too-large' });
    expect(steps).toBe(0);
  });

  it.each(['validation', 'fixed'])(
    'leaves out a companion for which the data is too large, and keeps the other (weights by %s)',
    async (weights) => {
      const data = checkerboard();
      const recipe = completeRecipe(
        {
          'structure.width': 8,
          'stopping.rule': weights === 'fixed' ? 'fixed' : 'validation',
          'stopping.split': 'random',
          'stopping.epochs': 3,
          'mixture.weights': weights,
          'mixture.companion': 'ease',
          'mixture.second': 'item-knn',
        },
        presetRecipe('balanced'),
      );
      const input = { recipe, random: new RandomStreams(1), conditions: encodeConditions(data.profiles), train: data };
      const fitted = await fit(
        { ...input, kernels: small, all: null, sharing: NOT_SHARED },
        storeInMemory(),
        async () => undefined,
      );
      expect(fitted.leftOut).toMatchObject([{ model: 'ease' }]);
      expect(textOf([fitted.leftOut[0]!.why])).toContain('at most 3');
      const { shares } = fitted.measured!.mixture!;
      expect(shares).not.toHaveProperty('ease');
      if (weights === 'fixed') expect(shares).toEqual({ 'item-knn': recipe['mixture.secondShare'] });
    },
  );

  it(
    'computes once what rows of a leaderboard share, and gives the same rows as separate fits',
    { tags: ['thorough'] },
    async () => {
      const data = checkerboard();
      const tiny = { 'structure.width': 8, 'stopping.split': 'random', 'stopping.epochs': 3, 'als.factors': 4 };
      const rows = ['als', 'balanced', 'original', 'careful'].map((preset) =>
        completeRecipe(tiny, presetRecipe(preset)),
      );
      let fits = 0;
      const counting = {
        ...kernels,
        linear: {
          ...kernels.linear,
          nearestTitles: (...of: Parameters<typeof kernels.linear.nearestTitles>) => {
            fits++;
            return kernels.linear.nearestTitles(...of);
          },
        },
      };
      const tensorsOf = async (fitModel: ReturnType<typeof createFitModel>, seed: number) => {
        const hashes = [];
        for (const recipe of rows) {
          const { recommender } = await fitModel(recipe, data, seed);
          hashes.push(hashTensors(recommender.tensors()));
          recommender.dispose();
        }
        return hashes;
      };
      const together = createFitModel(counting, async () => undefined);
      const shared = [await tensorsOf(together, 1), await tensorsOf(together, 2)];
      // Fits of similar titles: on the validation part of each seed, and on the training part if they got a share.
      expect(fits).toBeLessThanOrEqual(4);
      const alone = (recipe: Recipe, of: TrainingData, seed: number) =>
        createFitModel(kernels, async () => undefined)(recipe, of, seed);
      expect([await tensorsOf(alone, 1), await tensorsOf(alone, 2)]).toEqual(shared);
    },
  );

  it(
    'chooses the epochs on a validation part if the recipe says so, within its limit',
    { tags: ['thorough'] },
    async () => {
      const recipe = completeRecipe(
        { 'structure.width': 8, 'stopping.split': 'random', 'stopping.epochs': 12, 'stopping.patience': 3 },
        presetRecipe('balanced'),
      );
      const { epochs, recommender } = await createFitModel(kernels, async () => undefined)(recipe, checkerboard(), 1);
      recommender.dispose();
      expect(epochs).toBeGreaterThanOrEqual(1);
      expect(epochs).toBeLessThanOrEqual(12);
    },
  );

  it('can be interrupted between two steps', async () => {
    const stopped = new Error('stopped');
    const fitModel = createFitModel(kernels, () => Promise.reject(stopped));
    await expect(fitModel(presetRecipe('quick'), checkerboard(), 1)).rejects.toBe(stopped);
  });
});
