import { expect, test } from 'vitest';
import { floatsOf, integersOf } from './values-of';

const tensors = {
  scores: { shape: [2], values: Float32Array.of(0.5, 1) },
  offsets: { shape: [2], values: Int32Array.of(0, 3) },
};

test('returns numbers in their own type', () => {
  expect(floatsOf(tensors, 'scores')).toBe(tensors.scores.values);
  expect(integersOf(tensors, 'offsets')).toBe(tensors.offsets.values);
});

test('reports a tensor that is missing, or of the other type, as bad data', () => {
  for (const take of [
    () => floatsOf(tensors, 'offsets'),
    () => integersOf(tensors, 'scores'),
    () => floatsOf(tensors, 'toString'),
  ])
    expect(take).toThrow(expect.objectContaining({ code: 'bad-data' }));
});
