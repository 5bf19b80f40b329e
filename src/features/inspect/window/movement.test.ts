import { expect, test } from 'vitest';
import { barShares, movementOf, movementSum } from './movement';

test('a smaller rank is further up', () => {
  expect(movementOf({ rank: 2, before: 5 })).toEqual({ kind: 'up', by: 3 });
  expect(movementOf({ rank: 5, before: 2 })).toEqual({ kind: 'down', by: 3 });
  expect(movementOf({ rank: 5, before: 5 })).toEqual({ kind: 'same' });
  expect(movementOf({ rank: 5, before: null })).toEqual({ kind: 'new' });
});

test('the summary counts moves in each direction', () => {
  const item = {
    item: 'i',
    title: null,
    score: 1,
    watched: false,
    group: null,
    badges: [],
    ranked: null,
    rules: [],
    newTitle: null,
  };
  const items = [
    { ...item, rank: 1, before: 2 },
    { ...item, rank: 2, before: 1 },
    { ...item, rank: 3, before: null },
  ];
  expect(movementSum({ items, gone: [{ item: 'x', title: null, before: 3 }] })).toEqual({
    up: 1,
    down: 1,
    entered: 1,
    gone: 1,
  });
});

test('bars run from zero to the best score, and below zero too', () => {
  expect(barShares([4, 2, 1])).toEqual([1, 0.5, 0.25]);
  const [first, last] = barShares([1, -1]);
  expect(first).toBe(1);
  expect(last).toBeGreaterThan(0);
  expect(barShares([0, 0])).toEqual([1, 1]);
  expect(barShares([])).toEqual([]);
  // A title that the model did not rank has no bar, and shortens no other.
  expect(barShares([4, null, 2])).toEqual([1, 0, 0.5]);
});
