import { describe, expect, it } from 'vitest';
import { sweepRequestSchema } from '../contract/sweep';
import { presetRecipe } from '../../../shared/recipe/presets';
import { drawn, grid } from './draw';
import { rungsOf } from './rungs';
import { type Space, spaceOf } from './space';

const request = (knobs: object, more: object = {}, preset = 'quick') =>
  sweepRequestSchema.parse({ data: 'abcd', recipe: presetRecipe(preset), knobs, budget: 9, ...more });
const space = (knobs: object, more: object = {}): Space => spaceOf(request(knobs, more));

const RATE = { from: 0.001, to: 0.1, scale: 'logarithmic' };

describe('drawn settings', () => {
  it('are all different, within their ranges, and have few digits', () => {
    const settings = drawn(
      space({
        'noise.dropout': { from: 0.1, to: 0.6 },
        'optimiser.rate': RATE,
        'structure.width': { from: 64, to: 256 },
      }),
      1,
      200,
    );
    expect(new Set(settings.map((one) => JSON.stringify(one))).size).toBe(200);
    for (const { 'noise.dropout': dropout, 'optimiser.rate': rate, 'structure.width': width } of settings as Record<
      string,
      number
    >[]) {
      expect(dropout).toBeGreaterThanOrEqual(0.1);
      expect(dropout).toBeLessThanOrEqual(0.6);
      expect(rate).toBe(Number(rate!.toPrecision(4)));
      expect(rate).toBeGreaterThanOrEqual(0.001);
      expect(rate).toBeLessThanOrEqual(0.1);
      expect(Number.isInteger(width)).toBe(true);
    }
    // Logarithmic: as many below the geometric mean as above it.
    const below = settings.filter((one) => (one['optimiser.rate'] as number) < 0.01).length;
    expect(below).toBeGreaterThan(70);
    expect(below).toBeLessThan(130);
  });

  it('are the same for the same seed, and stay the same when more are drawn or another knob is added', () => {
    const one = space({ 'optimiser.rate': RATE });
    const two = space({ 'optimiser.rate': RATE, 'noise.dropout': { from: 0.1, to: 0.6 } });
    expect(drawn(one, 7, 5)).toEqual(drawn(one, 7, 20).slice(0, 5));
    expect(drawn(one, 7, 5)).not.toEqual(drawn(one, 8, 5));
    expect(drawn(two, 7, 5).map((settings) => settings['optimiser.rate'])).toEqual(
      drawn(one, 7, 5).map((settings) => settings['optimiser.rate']),
    );
  });

  it('are fewer if there are no more', () => {
    expect(drawn(space({ 'mixture.trend': [true, false], 'noise.dropout': [0.2, 0.3, 0.3] }), 1, 100)).toHaveLength(4);
  });
});

describe('a grid', () => {
  it('has every combination once, in the order of the recipe table', () => {
    expect(grid(space({ 'optimiser.rate': [0.1, 0.2], 'noise.dropout': [0, 0.5] }, { method: 'grid' }))).toEqual([
      { 'noise.dropout': 0, 'optimiser.rate': 0.1 },
      { 'noise.dropout': 0, 'optimiser.rate': 0.2 },
      { 'noise.dropout': 0.5, 'optimiser.rate': 0.1 },
      { 'noise.dropout': 0.5, 'optimiser.rate': 0.2 },
    ]);
  });

  it('divides ranges evenly, linearly or logarithmically', () => {
    const settings = (knobs: object) => grid(space(knobs, { method: 'grid' })).flatMap((one) => Object.values(one));
    expect(settings({ 'noise.dropout': { from: 0, to: 0.6, steps: 4 } })).toEqual([0, 0.2, 0.4, 0.6]);
    expect(settings({ 'optimiser.rate': { ...RATE, steps: 3 } })).toEqual([0.001, 0.01, 0.1]);
    expect(settings({ 'structure.width': { from: 32, to: 34, steps: 9 } })).toEqual([32, 33, 34]);
  });
});

describe('rungs', () => {
  it('have a third of the trials each, for three times as many epochs', () => {
    expect(rungsOf(27, 81)).toEqual([
      { trials: 27, epochs: 3 },
      { trials: 9, epochs: 9 },
      { trials: 3, epochs: 27 },
      { trials: 1, epochs: null },
    ]);
    expect(rungsOf(10, 30).map(({ trials, epochs }) => [trials, epochs])).toEqual([
      [10, 3],
      [3, 10],
      [1, null],
    ]);
  });

  it('are no more than the epochs allow, and one if the trials do not', () => {
    expect(rungsOf(100, 3)).toEqual([
      { trials: 100, epochs: 1 },
      { trials: 33, epochs: null },
    ]);
    expect(rungsOf(2, 80)).toEqual([{ trials: 2, epochs: null }]);
    expect(rungsOf(50, 1)).toEqual([{ trials: 50, epochs: null }]);
  });
});

it.each<[said: string, knobs: object, more?: object]>([
  ['noise.dropout takes a number', { 'noise.dropout': [2] }],
  ['noise.dropout takes a number', { 'noise.dropout': { from: 0, to: 2 } }],
  ['takes no numbers', { 'mixture.trend': { from: 0, to: 1 } }],
  ['from the smaller number', { 'noise.dropout': { from: 0.5, to: 0.5 } }],
  ['above 0', { 'noise.dropout': { from: 0, to: 0.5, scale: 'logarithmic' } }],
  ['needs the steps', { 'noise.dropout': { from: 0, to: 0.5 } }, { method: 'grid' }],
  ['cannot try data.', { 'data.purchase': [0, 1] }],
  ['cannot try stopping.share', { 'stopping.share': [0.1, 0.2] }],
  ['cannot try stopping.epochs', { 'stopping.epochs': [10, 20] }, { method: 'halving' }],
  ['Nothing in these settings of the model dae reads recent.days', { 'recent.days': [1, 2] }],
  [
    'Nothing in these settings of the model dae reads optimiser.decay',
    { 'optimiser.decay': [0.1, 0.3] },
    { recipe: presetRecipe('original') },
  ],
  ['stopping.rule', { 'noise.dropout': [0] }, { recipe: { ...presetRecipe('quick'), 'stopping.rule': 'fixed' } }],
])('refuses a sweep that can say nothing: %s', (said, knobs, more = {}) => {
  expect(() => space(knobs, more)).toThrow(said);
});
