import { expect, it } from 'vitest';
import { bucketed } from './activity';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const on = (text: string, rows: number) => ({ day: day(text), rows });

it('counts consecutive days, including those without anything', () => {
  const viewings = [on('2026-02-27', 2), on('2026-03-01', 5)];
  const rejected = [{ day: -Infinity, rows: 4 }, on('2026-02-26', 1), on('2026-02-28', 3)];
  expect(bucketed(viewings, rejected)).toEqual({
    bucket: 'day',
    buckets: [
      { from: '2026-02-27', viewings: 2, rejected: 0 },
      { from: '2026-02-28', viewings: 0, rejected: 3 },
      { from: '2026-03-01', viewings: 5, rejected: 0 },
    ],
    rejectedElsewhere: 5,
  });
});

it('counts weeks from Monday if there are too many days', () => {
  // A Sunday and a Monday, 121 days apart.
  const { bucket, buckets } = bucketed([on('2026-03-01', 1), on('2026-03-02', 2), on('2026-06-29', 4)], []);
  expect(bucket).toBe('week');
  expect(buckets).toHaveLength(19);
  expect(buckets.slice(0, 2)).toEqual([
    { from: '2026-02-23', viewings: 1, rejected: 0 },
    { from: '2026-03-02', viewings: 2, rejected: 0 },
  ]);
  expect(buckets.at(-1)).toEqual({ from: '2026-06-29', viewings: 4, rejected: 0 });
});

it('counts months and years if there are more, and never has more than 120 bars', () => {
  const months = bucketed([on('2017-01-31', 1), on('2026-12-01', 2)], [on('2017-02-01', 3)]);
  expect(months.bucket).toBe('month');
  expect(months.buckets).toHaveLength(120);
  expect(months.buckets[1]).toEqual({ from: '2017-02-01', viewings: 0, rejected: 3 });
  expect(months.buckets.at(-1)).toEqual({ from: '2026-12-01', viewings: 2, rejected: 0 });
  const years = bucketed([on('1970-05-05', 1), on('1998-01-01', 2), on('2199-01-01', 4)], []);
  expect(years.bucket).toBe('year');
  expect(years.buckets).toHaveLength(120);
  expect(years.buckets[28]).toEqual({ from: '1998-01-01', viewings: 2, rejected: 0 });
});
