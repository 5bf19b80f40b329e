import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../shared/recipe/schema';
import { presetRecipe } from '../../shared/recipe/presets';
import type { TrainingData } from '../data/tables';
import { loadBackend } from '../model/backend';
import { restoreRecommender } from '../model/models';
import { checkerboard } from '../model/testing/checkerboard';
import { describeRecommender } from '../model/testing/recommender-suite';
import { createFitModel } from './fit-model';

const sizesOf = ({ items }: TrainingData, conditions: number) => ({ items: items.ids.length, conditions });

const { kernels } = await loadBackend('portable');

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
    { personal: true },
  );
}

describe('fitting in memory', () => {
  it.each([
    ['a model', { model: 'ease' }],
    ['a companion', { 'mixture.companion': 'ease' }],
  ])('refuses %s for which the data is too large, before anything is computed', async (_, knobs) => {
    const small = { ...kernels, linear: { ...kernels.linear, mostInverted: 3 } };
    let steps = 0;
    const fit = createFitModel(small, async () => void steps++);
    const recipe = completeRecipe(knobs, presetRecipe('balanced'));
    await expect(fit(recipe, checkerboard(), 1)).rejects.toMatchObject({ code: 'too-large' });
    expect(steps).toBe(0);
  });

  it('chooses the epochs on a validation part where the recipe says so, within its limit', async () => {
    const recipe = completeRecipe(
      { 'structure.width': 8, 'stopping.split': 'random', 'stopping.epochs': 12, 'stopping.patience': 3 },
      presetRecipe('balanced'),
    );
    const { epochs, recommender } = await createFitModel(kernels, async () => undefined)(recipe, checkerboard(), 1);
    recommender.dispose();
    expect(epochs).toBeGreaterThanOrEqual(1);
    expect(epochs).toBeLessThanOrEqual(12);
  });

  it('can be broken off between two steps', async () => {
    const stopped = new Error('stopped');
    const fit = createFitModel(kernels, () => Promise.reject(stopped));
    await expect(fit(presetRecipe('quick'), checkerboard(), 1)).rejects.toBe(stopped);
  });
});
