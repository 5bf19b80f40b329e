import { expect, it } from 'vitest';
import { LONGEST_RUN_NAME } from '../limits';
import { presetRecipe } from '../recipe/presets';
import { KNOB_NAMES } from '../recipe/table';
import { textsIn } from './texts';
import { runNameIn, trialName, unnamed } from './run-name';

const inEnglish = (name: string): string => runNameIn(name, textsIn('en'), 'en');
const inKorean = (name: string): string => runNameIn(name, textsIn('ko'), 'ko');

it('a trial is named as the fields and choices are, in both languages', () => {
  const name = trialName({ 'optimiser.rate': 0.001, 'loss.history': 'square-root', 'stopping.refit': false });
  expect(name).toBe('optimiser.rate=0.001, loss.history=square-root, stopping.refit=false');
  expect(inEnglish(name)).toBe('Learning rate 0.001, Divide by history Square root, Fit again on all data Off');
  expect(inKorean(name)).toBe('학습률 0.001, 이력 길이로 나누기 제곱근, 전체 데이터로 다시 학습 끔');
});

it('a run without a name is called by its preset and seed, in both languages', () => {
  const recipe = { ...presetRecipe('balanced'), 'numeric.device': 'gpu' } as const;
  const name = unnamed({ recipe, datasetName: 'sample, week 2', seed: 7 });
  expect(name).toBe('balanced, sample, week 2, seed 7');
  expect(inEnglish(name)).toBe('Balanced, seed 7');
  expect(inKorean(name)).toBe('균형, 재현 번호 7');
});

it('one with other settings is called by its model, in both languages', () => {
  const recipe = { ...presetRecipe('balanced'), 'structure.width': 16 };
  const name = unnamed({ recipe, datasetName: 'sample, week 2', seed: 7 });
  expect(name).toBe('dae, sample, week 2, seed 7');
  expect(inEnglish(name)).toBe('Autoencoder, seed 7');
  expect(inKorean(name)).toBe('오토인코더, 재현 번호 7');
});

it('one that was cut ends in dots', () => {
  const name = trialName(Object.fromEntries(KNOB_NAMES.map((knob) => [knob, 1])));
  expect(name).toHaveLength(LONGEST_RUN_NAME);
  expect(inEnglish(name)).toMatch(/ …$/);
  expect(inEnglish(name)).not.toContain('=');
});

it.each([
  'balanced',
  'Balanced, sample, seed 1',
  'dae, seed 1',
  'a=b',
  'weekly, optimiser.rate=0.1',
  'toString=1',
  'optimiser.rate=',
  '',
])('any other name stays: %j', (name) => expect(inKorean(name)).toBe(name));
