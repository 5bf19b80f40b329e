import { expect, test } from 'vitest';
import { difference } from './difference';

test('measures the difference relative to the largest value of the truth', () => {
  expect(difference([1, 2, 3.5], new Float64Array([1, 2, 4]))).toBe(0.125);
  expect(difference([0, 0], new Float64Array(2))).toBe(0);
});

test('puts what is not a number far from the truth, at a distance that can be sent to another process', () => {
  for (const odd of [NaN, Infinity, -Infinity]) {
    const off = difference([1, odd], new Float64Array([1, 2]));
    expect(off).toBeGreaterThan(1e20);
    expect(JSON.parse(JSON.stringify(off))).toBe(off);
  }
  expect(difference([1], new Float64Array([0]))).toBeGreaterThan(1e20);
});
