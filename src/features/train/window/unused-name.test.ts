import { expect, test } from 'vitest';
import { unused } from './unused-name';

test('a taken name gets the next number', () => {
  expect(unused('Quick, seed 1', new Set())).toBe('Quick, seed 1');
  expect(unused('Quick, seed 1', new Set(['Quick, seed 1']))).toBe('Quick, seed 1 (2)');
  expect(unused('Quick, seed 1', new Set(['Quick, seed 1', 'Quick, seed 1 (2)']))).toBe('Quick, seed 1 (3)');
});
