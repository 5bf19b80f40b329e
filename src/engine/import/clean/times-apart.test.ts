import { expect, test } from 'vitest';
import { farBehind } from './times-apart';

/** The same number of events on each of several days. */
const days = (count: number, rows: number, from = 20_000) =>
  Array.from({ length: count }, (_, at) => ({ day: from + at, rows }));

test('finds a few events more than a year after all others, with those behind them', () => {
  const usual = days(100, 10);
  expect(farBehind(usual)).toBeNull();
  expect(farBehind([...usual, { day: 47_000, rows: 2 }])).toEqual({ rows: 2, from: 47_000, until: 20_099 });
  expect(farBehind([...usual, { day: 30_000, rows: 3 }, { day: 47_000, rows: 2 }])).toEqual({
    rows: 5,
    from: 30_000,
    until: 20_099,
  });
});

test('ignores a gap of exactly a year, and a date that many events have', () => {
  expect(farBehind([...days(100, 10), { day: 20_099 + 366, rows: 2 }])).toBeNull();
  expect(farBehind([...days(100, 10), ...days(2, 10, 30_000)])).toBeNull();
  expect(farBehind([{ day: 0, rows: 1 }, ...days(100, 10)])).toBeNull();
  expect(farBehind([])).toBeNull();
});
