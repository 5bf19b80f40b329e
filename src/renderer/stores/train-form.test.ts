import { expect, test } from 'vitest';
import { presetRecipe } from '../../shared/recipe/presets';
import { KNOBS } from '../../shared/recipe/table';
import { fieldProblem, isSeed, knobsOf, nearestPreset, type Fields } from './train-form';

test('a field is refused beyond its range, as text, and with decimals where whole numbers are wanted', () => {
  expect(fieldProblem(KNOBS['noise.dropout'], 0.4)).toBeNull();
  expect(fieldProblem(KNOBS['noise.dropout'], 1)).toEqual({ kind: 'number', minimum: 0, maximum: 0.99 });
  expect(fieldProblem(KNOBS['noise.dropout'], '')).not.toBeNull();
  expect(fieldProblem(KNOBS['structure.width'], 12.5)).toEqual({ kind: 'whole', minimum: 2, maximum: 4096 });
});

test('only the knobs that a model reads are asked for', () => {
  const fields = presetRecipe('ease') as unknown as Fields;
  expect(knobsOf(fields)).toContain('ease.regularisation');
  expect(knobsOf(fields)).toContain('stopping.split');
  expect(knobsOf(fields)).not.toContain('noise.dropout');
});

test('settings taken from a run are shown against the preset they are nearest to', () => {
  expect(nearestPreset({ ...presetRecipe('careful'), 'noise.dropout': 0.3 })).toBe('careful');
  expect(nearestPreset({ ...presetRecipe('ease'), 'ease.regularisation': 5 })).toBe('ease');
});

test('a seed is a whole number of 32 bits', () => {
  expect(isSeed(0)).toBe(true);
  expect(isSeed(0xffffffff)).toBe(true);
  expect(isSeed(0x100000000)).toBe(false);
  expect(isSeed('7')).toBe(false);
});

test('a field of words is right where the recipe takes it', () => {
  expect(fieldProblem(KNOBS['scoring.directions'], '1:2 4:-0.5')).toBeNull();
  expect(fieldProblem(KNOBS['scoring.directions'], '')).toBeNull();
  expect(fieldProblem(KNOBS['scoring.directions'], '4:1 1:2')).toEqual({ kind: 'text' });
  expect(fieldProblem(KNOBS['scoring.directions'], 'a lot')).toEqual({ kind: 'text' });
});
