/** Ranges of a grid, and what AG Grid keeps of them. */
import { expect, it } from 'vitest';
import { areSameRanges, modelOfRanges, rangesOfModel } from './ranges';

it('come back from the model of the grid as they were given', () => {
  const ranges = { a: { from: 3, to: 20.5 }, b: { from: 0 }, c: { to: -1 } };
  expect(rangesOfModel(modelOfRanges(ranges))).toEqual(ranges);
});

it('are none where an end is missing, or comes before the beginning', () => {
  const half = { filterType: 'number', type: 'inRange', filter: 3, filterTo: null } as const;
  expect(rangesOfModel({ a: half, b: { ...half, filter: null }, c: { ...half, filterTo: 2 } })).toEqual({});
  expect(rangesOfModel({ a: { ...half, filterTo: 3 } })).toEqual({ a: { from: 3, to: 3 } });
});

it('are the same with the same ends of the same columns', () => {
  expect(areSameRanges({ a: { from: 1 } }, { a: { from: 1 } })).toBe(true);
  expect(areSameRanges({ a: { from: 1 } }, { a: { from: 1, to: 2 } })).toBe(false);
  expect(areSameRanges({}, { a: { to: 2 } })).toBe(false);
});
