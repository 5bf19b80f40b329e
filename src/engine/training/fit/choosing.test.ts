import { describe, expect, it } from 'vitest';
import { presetRecipe } from '../../../shared/recipe/presets';
import { completeRecipe } from '../../../shared/recipe/schema';
import { mostScored, MOST_VALIDATED, onWindow } from './choosing';

const recipe = presetRecipe('balanced');
/** The meaning of recipes stored before these knobs existed. */
const earlier = completeRecipe({});

describe('validation profiles scored after each epoch', () => {
  it('are a quarter of the trained profiles, within a lower and an upper limit', () => {
    expect([100, 1024, 1025, 4000, 100_000].map((trained) => mostScored(recipe, trained))).toEqual([
      256,
      256,
      257,
      1000,
      MOST_VALIDATED,
    ]);
  });

  it('are all if the recipe does not say', () => {
    expect([100, 4000].map((trained) => mostScored(earlier, trained))).toEqual([MOST_VALIDATED, MOST_VALIDATED]);
  });
});

describe('ALS on windows', () => {
  it('has at most 128 factors if they come from the catalogue', () => {
    expect([20_000, 900].map((titles) => onWindow(recipe, titles)['als.factors'])).toEqual([128, 80]);
  });

  it('has at most 4 passes', () => {
    expect([1, 4, 8].map((passes) => onWindow({ ...recipe, 'als.passes': passes }, 900)['als.passes'])).toEqual([
      1, 4, 4,
    ]);
  });

  it('is as elsewhere if the recipe sets the number of factors', () => {
    expect(earlier['als.factors']).toBe(512);
    expect(onWindow(earlier, 900)).toEqual(earlier);
  });
});
