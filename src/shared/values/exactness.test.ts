import { expect, it } from 'vitest';
import { recipeSchema } from '../recipe/schema';
import { exactnessOf } from './exactness';

it.each([
  [{ version: 4 }, 'same'],
  [{ version: 4, 'numeric.device': 'gpu' }, 'gpu'],
])('a run of %j comes out the same again: %s', (recipe, where) => {
  expect(exactnessOf(recipeSchema.parse(recipe))).toBe(where);
});
