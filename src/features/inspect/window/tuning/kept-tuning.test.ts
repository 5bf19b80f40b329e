import { expect, test } from 'vitest';
import { NEUTRAL_TUNING, type Tuning } from '../../../../shared/contract/tuning';
import type { RunRecord } from '../../../../shared/contract/run';
import { recipeWithTuning } from '../../../../shared/recipe/from-tuning';
import { presetRecipe } from '../../../../shared/recipe/presets';
import { tuningForRun } from './kept-tuning';

const run = (preset: Parameters<typeof presetRecipe>[0], runId = 'r1') =>
  ({ runId, model: presetRecipe(preset).model, recipe: presetRecipe(preset) }) as unknown as RunRecord;
const tuning: Tuning = {
  ...NEUTRAL_TUNING,
  hidden: 0.5,
  condition: 1.5,
  attributes: { age: '3' },
  directions: [{ direction: 1, amount: 2 }],
};

test('applies unchanged to its own run', () => {
  expect(tuningForRun({ tuning, runId: 'r1' }, run('balanced'))).toEqual({ tuning, left: [] });
});

test('latent directions stay with the run they were made on', () => {
  expect(tuningForRun({ tuning, runId: 'r0' }, run('balanced'))).toEqual({
    tuning: { ...tuning, directions: [] },
    left: ['directions'],
  });
});

test('a baseline applies what concerns the history and reports the rest', () => {
  expect(tuningForRun({ tuning, runId: 'r1' }, run('popularity'))).toEqual({
    tuning: { ...NEUTRAL_TUNING, hidden: 0.5 },
    left: ['condition', 'attributes', 'directions'],
  });
});

test('a tuning that changes nothing loses nothing', () => {
  const idle = { ...NEUTRAL_TUNING, neighbours: { count: 5, share: 0 }, directions: [{ direction: 1, amount: 0 }] };
  expect(tuningForRun({ tuning: idle, runId: 'r1' }, run('popularity')).left).toEqual([]);
});

test('what goes into a recipe then fills the form of Train', async () => {
  const { vi } = await import('vitest');
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  const { recipeOf, takeSettings, useTrainForm } = await import('../../../../renderer/stores/train-form');
  const { recipe } = recipeWithTuning(presetRecipe('balanced'), { ...tuning, watched: 'include' });
  takeSettings({ ...run('balanced'), seed: 5, name: 'one' }, recipe);
  expect(recipeOf(useTrainForm.getState().fields)).toEqual(recipe);
  expect(useTrainForm.getState()).toMatchObject({ seed: 5, parent: { runId: 'r1', name: 'one' } });
  expect(recipe).toMatchObject({ 'scoring.condition': 1.5, 'scoring.watched': 'include' });
});
