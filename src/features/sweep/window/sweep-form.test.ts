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
  canHalve,
  changeKnob,
  changeSweepForm,
  combinations,
  knobProblems,
  knobRefusal,
  openSweep,
  sweepRequestOf,
  triedKnob,
  type TriedKnob,
  useSweepForm,
} from './sweep-form';

const FRESH = useSweepForm.getState();
beforeEach(() => useSweepForm.setState(FRESH));

const QUICK = presetRecipe('quick');
const dropout = (changes: Partial<TriedKnob>): TriedKnob => ({ ...triedKnob('noise.dropout', QUICK), ...changes });

test.each(PRESET_NAMES)('proposed values can be tried unchanged: %s', (preset) => {
  const recipe = presetRecipe(preset);
  const offered = KNOB_NAMES.filter(
    (name) => canBeTried(name, 'random') && isReadBy(recipe, name) && (KNOBS[name] as Knob).kind !== 'text',
  );
  for (const name of offered) {
    const tried = triedKnob(name, recipe);
    expect([name, knobProblems(tried, 'grid')]).toEqual([name, []]);
    expect([name, combinations([tried], 'grid')]).not.toEqual([name, 1]);
    if (tried.how === 'list') expect([name, knobProblems({ ...tried, how: 'range' }, 'grid')]).toEqual([name, []]);
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
  expect(triedKnob(name, presetRecipe(preset)).list).toBe(list);
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
      [name, tried.list.split(', ').length, knobProblems(tried, 'grid')],
      `Say in the row of ${name} which amounts a sweep proposes (besideZero).`,
    ).toEqual([name, 3, []]);
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
    expect(knobRefusal(name, { knobs: [triedKnob(name, recipe)], method: 'random' }, recipe)).toBe('unread');
    expect(knobRefusal(name, { knobs: tried, method: 'random' }, recipe)).toBeNull();
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

describe('a problem is reported at its field', () => {
  test.each<[changes: Partial<TriedKnob>, field: string, kind: string]>([
    [{ list: '' }, 'list', 'empty'],
    [{ list: '0.1, a lot' }, 'list', 'notNumber'],
    [{ list: '0.1, 1.5' }, 'list', 'number'],
    [{ how: 'range', from: '', to: 0.5 }, 'from', 'number'],
    [{ how: 'range', from: 0.5, to: 0.5 }, 'to', 'order'],
    [{ how: 'range', from: 0, to: 0.5, scale: 'logarithmic' }, 'from', 'zero'],
    [{ how: 'range', from: 0.1, to: 0.5, steps: 1 }, 'steps', 'steps'],
    [{ how: 'choice', chosen: [] }, 'chosen', 'empty'],
  ])('%o', (changes, field, kind) => {
    expect(knobProblems(dropout(changes), 'grid')).toEqual([{ field, problem: expect.objectContaining({ kind }) }]);
  });

  test('only a grid asks for steps', () => {
    const range = dropout({ how: 'range', from: 0.1, to: 0.5, steps: '' });
    expect([knobProblems(range, 'random'), knobProblems(range, 'grid')]).toEqual([[], [expect.anything()]]);
  });
});

test('a knob that cannot be tried says why', () => {
  const epochs = triedKnob('stopping.epochs', QUICK);
  const days = triedKnob('recent.days', QUICK);
  const model = triedKnob('model', QUICK);
  const refusal = (name: 'stopping.epochs' | 'recent.days', method: 'halving' | 'random', knobs: TriedKnob[]) =>
    knobRefusal(name, { knobs, method }, QUICK);
  expect(refusal('stopping.epochs', 'halving', [epochs])).toBe('halving');
  expect(refusal('stopping.epochs', 'random', [epochs])).toBe(null);
  expect(refusal('recent.days', 'random', [days])).toBe('unread');
  expect(refusal('recent.days', 'random', [days, model])).toBe(null);
  expect([canHalve([epochs], QUICK), canHalve([model], QUICK), canHalve([], presetRecipe('als'))]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('the request', () => {
  test('follows the form, and is null while something is wrong', () => {
    const form = {
      knobs: [dropout({ list: '0.2; 0.4 0.4,' })],
      method: 'random',
      budget: 5,
      minutes: '',
      seed: 2,
    } as const;
    const request = sweepRequestOf(form, 'abcd', QUICK);
    expect(sweepRequestSchema.parse(request)).toEqual({
      data: 'abcd',
      recipe: QUICK,
      knobs: { 'noise.dropout': [0.2, 0.4] },
      method: 'random',
      budget: 5,
      seed: 2,
    });
    expect(sweepRequestOf({ ...form, minutes: 30 }, 'abcd', QUICK)).toMatchObject({ minutes: 30 });
    for (const wrong of [{ budget: '' }, { budget: 0 }, { minutes: -1 }, { seed: 1.5 }, { knobs: [] }])
      expect(sweepRequestOf({ ...form, ...wrong }, 'abcd', QUICK)).toBe(null);
    expect(sweepRequestOf({ ...form, method: 'grid', budget: 1 }, 'abcd', QUICK)).toBe(null);
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
    changeKnob('noise.dropout', { list: '0.7' });
    changeSweepForm({ budget: 3 });
    const { knobs, budget } = useSweepForm.getState();
    expect([knobs.map(({ knob, list }) => [knob, list])[0], budget]).toEqual([['noise.dropout', '0.7'], 3]);
  });
});
