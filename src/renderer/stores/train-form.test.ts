import { expect, test } from 'vitest';
import { presetRecipe } from '../../shared/recipe/presets';
import { type KnobName, KNOBS } from '../../shared/recipe/table';
import { completedForm, fieldProblem, isSeed, knobsOf, nearestPreset, type Fields, useTrainForm } from './train-form';

test('a field is refused out of range, as text, and with decimals where whole numbers are required', () => {
  expect(fieldProblem(KNOBS['noise.dropout'], 0.4)).toBeNull();
  expect(fieldProblem(KNOBS['noise.dropout'], 1)).toEqual({ kind: 'number', minimum: 0, maximum: 0.99 });
  expect(fieldProblem(KNOBS['noise.dropout'], '')).not.toBeNull();
  expect(fieldProblem(KNOBS['structure.width'], 12.5)).toEqual({ kind: 'whole', minimum: 2, maximum: 4096 });
});

test('only the knobs that a model reads are shown', () => {
  const fields = presetRecipe('ease') as unknown as Fields;
  expect(knobsOf(fields)).toContain('ease.regularisation');
  expect(knobsOf(fields)).toContain('stopping.split');
  expect(knobsOf(fields)).not.toContain('noise.dropout');
  const mixed = { ...presetRecipe('balanced'), 'mixture.companion': 'als', 'mixture.second': 'none' } as unknown;
  expect(knobsOf(mixed as Fields)).toContain('als.factors');
  expect(knobsOf(mixed as Fields)).not.toContain('itemKnn.neighbours');
});

test('settings taken from a run are compared with the nearest preset', () => {
  expect(nearestPreset({ ...presetRecipe('careful'), 'noise.dropout': 0.3 })).toBe('careful');
  expect(nearestPreset({ ...presetRecipe('ease'), 'ease.regularisation': 5 })).toBe('ease');
});

test('a seed is a whole number of 32 bits', () => {
  expect(isSeed(0)).toBe(true);
  expect(isSeed(0xffffffff)).toBe(true);
  expect(isSeed(0x100000000)).toBe(false);
  expect(isSeed('7')).toBe(false);
});

test('a text field is valid if the recipe accepts it', () => {
  expect(fieldProblem(KNOBS['scoring.directions'], '1:2 4:-0.5')).toBeNull();
  expect(fieldProblem(KNOBS['scoring.directions'], '')).toBeNull();
  expect(fieldProblem(KNOBS['scoring.directions'], '4:1 1:2')).toEqual({ kind: 'text' });
  expect(fieldProblem(KNOBS['scoring.directions'], 'a lot')).toEqual({ kind: 'text' });
});

test('a form stored by an earlier version gets newer knobs and keeps its values', () => {
  const fresh = useTrainForm.getState();
  const knobNames = Object.keys(KNOBS) as KnobName[];
  const older = Object.fromEntries(
    knobNames.filter((name) => name !== 'scoring.hidden').map((name) => [name, presetRecipe('ease')[name]]),
  );
  const stored = { preset: 'ease', fields: { ...older, 'ease.regularisation': 7, 'gone.knob': 1 }, seed: 3 };
  const form = completedForm(stored, fresh);
  expect(form).toMatchObject({ preset: 'ease', seed: 3, name: fresh.name });
  const known = knobNames.map((name) => [name, presetRecipe('ease')[name]]);
  expect(form.fields).toEqual({ ...Object.fromEntries(known), 'ease.regularisation': 7 });
  expect(completedForm({ preset: 'no longer there', fields: {} }, fresh).preset).toBe(fresh.preset);
  expect(completedForm(undefined, fresh)).toEqual(fresh);
});
