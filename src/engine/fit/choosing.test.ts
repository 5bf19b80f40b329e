import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../shared/recipe/schema';
import { mostScored, MOST_VALIDATED, onWindow } from './choosing';

const recipe = completeRecipe({});
const earlier = completeRecipe({ version: 2 });

describe('validation profiles that are scored after each epoch', () => {
  it('are a quarter of those that are trained on, no fewer than tell epochs apart and no more than validate', () => {
    expect([100, 1024, 1025, 4000, 100_000].map((trained) => mostScored(recipe, trained))).toEqual([
      256,
      256,
      257,
      1000,
      MOST_VALIDATED,
    ]);
  });

  it('are all in recipes before version 3', () => {
    expect([100, 4000].map((trained) => mostScored(earlier, trained))).toEqual([MOST_VALIDATED, MOST_VALIDATED]);
  });
});

describe('ALS on windows', () => {
  it('has at most 128 factors, whether they are asked for or come from the catalogue', () => {
    const factors = (asked: number, titles: number): number =>
      onWindow({ ...recipe, 'als.factors': asked }, titles)['als.factors'];
    expect(factors(0, 20_000)).toBe(128);
    expect(factors(0, 900)).toBe(80);
    expect(factors(24, 20_000)).toBe(24);
    expect(factors(512, 900)).toBe(128);
  });

  it('has at most 4 passes', () => {
    expect([1, 4, 8].map((passes) => onWindow({ ...recipe, 'als.passes': passes }, 900)['als.passes'])).toEqual([
      1, 4, 4,
    ]);
  });

  it('is as it is elsewhere in recipes before version 3', () => {
    const wide = { ...earlier, 'als.factors': 512 };
    expect(onWindow(wide, 900)).toEqual(wide);
  });
});
