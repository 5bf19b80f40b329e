import { describe, expect, it } from 'vitest';
import { LONGEST_RUN_NAME } from '../limits';
import { presetRecipe } from '../recipe/presets';
import { KNOB_NAMES } from '../recipe/table';
import { textsIn } from './texts';
import type { Recipe } from '../recipe/table';
import { namedApart, type NamedRun, nameWithWeek, runNameIn, trialName, unnamed } from './run-name';

const inEnglish = (name: string): string => runNameIn(name, textsIn('en'), 'en');
const inKorean = (name: string): string => runNameIn(name, textsIn('ko'), 'ko');

it('a trial is named as the fields and choices are, in both languages', () => {
  const name = trialName({ 'optimiser.rate': 0.001, 'loss.history': 'square-root', 'stopping.refit': false });
  expect(name).toBe('optimiser.rate=0.001, loss.history=square-root, stopping.refit=false');
  expect(inEnglish(name)).toBe('Learning rate 0.001, Divide by history Square root, Fit again on all data Off');
  expect(inKorean(name)).toBe('학습률 0.001, 이력 길이로 나누기 제곱근, 전체 데이터로 다시 학습 끔');
});

const OF_WEEK_36 = { name: 'sample, week 2', period: { to: '2026-09-06T10:00:00Z' } };
const YEAR = new Date().getFullYear() === 2026 ? ['', ''] : [', 2026', '2026년 '];

it('a model without a name is called by the week of its data and its preset, in both languages', () => {
  const recipe = { ...presetRecipe('balanced'), 'numeric.device': 'gpu' } as const;
  const name = unnamed({ recipe, dataset: OF_WEEK_36, seed: 7 });
  expect(name).toBe('balanced, 2026-W36, sample, week 2, seed 7');
  expect(inEnglish(name)).toBe(`Week 36${YEAR[0]} · Balanced`);
  expect(inKorean(name)).toBe(`${YEAR[1]}36주차 · 균형`);
  const timeless = unnamed({ recipe, dataset: { name: 'sample', period: null }, seed: 7 });
  expect(inEnglish(timeless)).toBe('Balanced');
});

it('says up to two settings that differ from a preset, and counts more', () => {
  const named = (changes: Partial<Recipe>): string =>
    inEnglish(unnamed({ recipe: { ...presetRecipe('balanced'), ...changes }, dataset: { name: 'sample' }, seed: 7 }));
  expect(named({ 'structure.width': 16 })).toBe('Balanced, Latent width 16');
  expect(named({ 'structure.width': 16, 'optimiser.rate': 0.5, 'loss.visible': 0 })).toBe(
    'Balanced, 3 settings changed',
  );
});

it('gives models of 1.0 the week of their data, and keeps what a person typed', () => {
  const of = { recipe: presetRecipe('quick'), dataset: OF_WEEK_36, seed: 1 };
  for (const name of ['quick, sample, seed 1', 'Quick, seed 1', '빠름 변경, 재현 번호 1 (2)'])
    expect(nameWithWeek(name, of)).toBe('quick, 2026-W36, sample, week 2, seed 1');
  expect(nameWithWeek('Quick and dirty, seed 1', of)).toBe('Quick and dirty, seed 1');
});

describe('models of one week and preset', () => {
  const run = (runId: string, seed: number, day: number, more: Partial<NamedRun> = {}): NamedRun => ({
    runId,
    name: `quick, 2026-W36, sample, seed ${seed}`,
    createdAt: `2026-09-0${day}T10:00:00Z`,
    parent: null,
    dataset: { fingerprint: 'f' },
    marks: { archived: false },
    ...more,
  });
  const called = (runs: readonly NamedRun[]): string[] =>
    namedApart(runs).map(({ name }) => inEnglish(name).replace(/^Week 36(, 2026)? · /, ''));

  it('are told apart by which training it was, whatever their seeds', () => {
    expect(called([run('c', 1, 9), run('b', 2, 8), run('a', 1, 7), { ...run('d', 1, 6), name: 'Mine' }])).toEqual([
      'Quick, training 3',
      'Quick, second training',
      'Quick',
      'Mine',
    ]);
  });

  it('are told apart whatever the record calls their data, but not from those of other data', () => {
    const grown = { name: 'quick, 2026-W36, sample + next week, seed 2' };
    const other = { dataset: { fingerprint: 'g' } };
    expect(called([run('c', 1, 9, other), run('b', 2, 8, grown), run('a', 1, 7)])).toEqual([
      'Quick',
      'Quick, second training',
      'Quick',
    ]);
  });

  it('leave no number to one that was trained beside another to measure chance', () => {
    const chance = { parent: 'a', marks: { archived: true } };
    expect(called([run('c', 3, 9), run('b', 2, 8, chance), run('a', 1, 7)])).toEqual([
      'Quick, second training',
      'Quick, training 3',
      'Quick',
    ]);
    const archived = { marks: { archived: true } };
    expect(called([run('c', 3, 9), run('b', 2, 8, archived), run('a', 1, 7)])).toEqual([
      'Quick, training 3',
      'Quick, second training',
      'Quick',
    ]);
  });
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
