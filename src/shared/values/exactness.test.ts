import { expect, it } from 'vitest';
import { recordedRecipeSchema } from '../recipe/schema';
import { exactnessOf } from './exactness';

it.each([
  [{ version: 4 }, 'same'],
  [{ version: 4, 'numeric.device': 'gpu' }, 'gpu'],
  [{ version: 3 }, 'portable'],
  [{ version: 2, 'numeric.mode': 'everywhere', 'numeric.products': 'mode', 'numeric.device': 'auto' }, 'everywhere'],
  [{ version: 3, 'numeric.mode': 'fast', 'numeric.device': 'gpu' }, 'gpu'],
])('a run of %j comes out the same again: %s', (recipe, where) => {
  expect(exactnessOf(recordedRecipeSchema.parse(recipe))).toBe(where);
});
