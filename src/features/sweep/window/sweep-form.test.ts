import { beforeEach, describe, expect, test } from 'vitest';
import { keptSweepSchema, sweepRequestSchema } from '../contract/sweep';
import { PRESET_NAMES, presetRecipe } from '../../../shared/recipe/presets';
import { KNOB_NAMES, KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { canBeTried, isReadBy } from '../../../shared/recipe/tried-knobs';
import { offeredKnobs } from './offered-knobs';
import { openDataset } from '../../../renderer/stores/selection';
import {
  addKnob,
  beginAnother,
  changeKnob,
  changeSweepForm,
  openSweep,
  partsOf,
  sweepRequestOf,
  triedKnob,
  type TriedKnob,
  useSweepForm,
  valuesProblem,
  wrongEntries,
} from './sweep-form';

const FRESH = useSweepForm.getState();
beforeEach(() => useSweepForm.setState(FRESH));

const QUICK = presetRecipe('quick');

test.each(PRESET_NAMES)('proposed values can be tried unchanged: %s', (preset) => {
  const recipe = presetRecipe(preset);
  const offered = KNOB_NAMES.filter(
    (name) => canBeTried(name, 'random') && isReadBy(recipe, name) && (KNOBS[name] as Knob).kind !== 'text',
  );
  for (const name of offered) {
    const tried = triedKnob(name, recipe);
    expect([name, valuesProblem(tried)]).toEqual([name, null]);
    expect([name, partsOf(tried.values).length]).not.toEqual([name, 1]);
  }
});

test.each<[name: KnobName, preset: string, list: string]>([
  ['itemKnn.neighbours', 'item-knn', '0, 50, 200'],
  ['ease.regularisation', 'ease', '0, 50, 400'],
  ['noise.profile', 'balanced', '0, 0.1, 0.3'],
  ['structure.width', 'balanced', '128, 256, 512'],
  ['noise.dropout', 'balanced', '0.25, 0.5, 0.75'],
  ['optimiser.averaging', 'balanced', '0.4, 0.8, 0.9'],
  ['loss.visible', 'original', '0.5, 1'],
  ['mixture.members', 'balanced', '1, 2'],
])('proposes amounts that make a difference: %s of %s', (name, preset, list) => {
  expect(triedKnob(name, presetRecipe(preset)).values).toBe(list);
});

test('a number that the recipe leaves at 0 is never proposed as 0 and 1', () => {
  const zeros = Object.fromEntries(
    KNOB_NAMES.filter((name) => canBeTried(name, 'random')).flatMap((name) => {
      const knob = KNOBS[name] as Knob;
      return 'minimum' in knob && knob.minimum === 0 ? [[name, 0]] : [];
    }),
  );
  const recipe = { ...QUICK, ...zeros } as Recipe;
  for (const name of Object.keys(zeros) as KnobName[]) {
    const tried = triedKnob(name, recipe);
    expect(
      [name, partsOf(tried.values).length, valuesProblem(tried)],
      `Say in the row of ${name} which amounts a sweep proposes (besideZero).`,
    ).toEqual([name, 3, null]);
  }
});

describe('what is offered', () => {
  test.each<[name: KnobName, beside: KnobName, without: string]>([
    ['optimiser.decay', 'optimiser.kind', 'adam'],
    ['structure.conditionWidth', 'structure.condition', 'none'],
    ['loss.sample', 'loss.kind', 'binary'],
  ])('leaves out %s where %s is not what it counts beside, unless that is tried', (name, beside, without) => {
    const recipe = { ...presetRecipe('balanced'), [beside]: without } as Recipe;
    const offered = (of: Recipe, knobs: readonly TriedKnob[]): KnobName[] =>
      offeredKnobs(of, 'random', knobs).flatMap((group) => group.knobs);
    const tried = [triedKnob(beside, recipe)];
    expect(offered(recipe, [])).not.toContain(name);
    expect(offered(recipe, tried)).toContain(name);
    expect(offered(presetRecipe('balanced'), [])).toContain(name);
  });

  const balanced = presetRecipe('balanced');

  test('begins with what matters most for the model, and ends with the settings of companions', () => {
    const groups = offeredKnobs(balanced, 'random', []);
    expect(groups[0]).toMatchObject({ kind: 'most' });
    expect(groups[0]!.knobs.slice(0, 3)).toEqual(['noise.dropout', 'structure.width', 'optimiser.decay']);
    const firstCompanion = groups.findIndex(({ kind }) => kind === 'companion');
    expect(groups.slice(firstCompanion).every(({ kind }) => kind === 'companion')).toBe(true);
    const own = groups.slice(0, firstCompanion).flatMap(({ knobs }) => knobs);
    expect(own.filter((name) => /^(?:itemKnn|ease|als|filter)\./.test(name))).toEqual([]);
    expect(groups).toContainEqual({ kind: 'companion', companion: 'ease', knobs: ['ease.regularisation'] });
  });

  test.each(PRESET_NAMES)('is each setting once, without those that are tried: %s', (preset) => {
    const recipe = presetRecipe(preset);
    const names = offeredKnobs(recipe, 'random', []).flatMap(({ knobs }) => knobs);
    expect(new Set(names).size).toBe(names.length);
    const [first] = names;
    expect(offeredKnobs(recipe, 'random', [triedKnob(first!, recipe)]).flatMap(({ knobs }) => knobs)).not.toContain(
      first,
    );
  });
});

test.each<[values: string, kind: string | undefined]>([
  ['', 'empty'],
  ['0.1, a lot', 'notNumber'],
  ['0.1, 1.5', 'number'],
  ['0.1..', 'notNumber'],
  ['0.1..1.5', 'number'],
  ['0.1..0.5 logs', 'notNumber'],
  ['0.1..0.5 log 4', undefined],
  ['0.2; 0.4 0.4,', undefined],
])('values typed as "%s" have the problem %s', (values, kind) => {
  expect(valuesProblem({ knob: 'noise.dropout', values })?.kind).toBe(kind);
});

describe('the request', () => {
  test('follows the form, which counts what is wrong', () => {
    const form = {
      knobs: [{ knob: 'noise.dropout', values: '0.2; 0.4 0.4,' }],
      method: 'random',
      budget: 5,
      minutes: '',
      seed: 2,
    } as const;
    expect(sweepRequestSchema.parse(sweepRequestOf(form, 'abcd', QUICK))).toEqual({
      data: 'abcd',
      recipe: QUICK,
      knobs: { 'noise.dropout': [0.2, 0.4] },
      method: 'random',
      budget: 5,
      seed: 2,
    });
    expect(sweepRequestOf({ ...form, minutes: 30 }, 'abcd', QUICK)).toMatchObject({ minutes: 30 });
    expect(wrongEntries(form)).toBe(0);
    for (const wrong of [{ budget: '' }, { budget: 0 }, { minutes: -1 }, { seed: 1.5 }])
      expect(wrongEntries({ ...form, ...wrong })).toBe(1);
    expect(wrongEntries({ ...form, knobs: [{ knob: 'noise.dropout', values: 'x' }], budget: 0 })).toBe(2);
  });

  test('fills the form again when its sweep is opened, and is the same request', () => {
    const request = sweepRequestSchema.parse({
      data: 'abcd',
      recipe: QUICK,
      knobs: {
        'optimiser.rate': { from: 0.001, to: 0.1, scale: 'logarithmic', steps: 4 },
        'noise.dropout': [0.2, 0.4],
        'mixture.trend': [true],
      },
      method: 'grid',
      budget: 8,
      minutes: 3,
      seed: 4,
    });
    const about = { sweepId: 's1', datasetName: 'kids', startedAt: '2026-11-26T20:00:00Z' };
    openDataset('abcd');
    openSweep(keptSweepSchema.parse({ ...request, ...about }));
    const form = useSweepForm.getState();
    expect([form.shown, form.recipe]).toEqual(['s1', QUICK]);
    expect(sweepRequestOf(form, 'abcd', form.recipe!)).toEqual(request);
    beginAnother();
    expect(useSweepForm.getState()).toMatchObject({ shown: null, recipe: null, budget: 8 });
  });

  test('a knob is changed in place', () => {
    addKnob('noise.dropout', QUICK);
    addKnob('optimiser.rate', QUICK);
    changeKnob('noise.dropout', '0.7');
    changeSweepForm({ budget: 3 });
    const { knobs, budget } = useSweepForm.getState();
    expect([knobs.map(({ knob, values }) => [knob, values])[0], budget]).toEqual([['noise.dropout', '0.7'], 3]);
  });
});
