import { expect, test } from 'vitest';
import { stricterLimit } from './stricter-limit';

const LISTS = 100;
/** A check that flags a list whose figure is above the limit; figures are 1 to 100. */
const above = (limit: number) =>
  Array.from({ length: LISTS }, (_, profile) => ({ profile })).filter(({ profile }) => profile + 1 > limit);
const below = (limit: number) =>
  Array.from({ length: LISTS }, (_, profile) => ({ profile })).filter(({ profile }) => profile + 1 < limit);
const of = (limit: number, answerAt: typeof above, bounds: { least: number; most: number; fewestAt?: 'least' }) =>
  stricterLimit({ answer: answerAt(limit), limit, bounds, answerAt, lists: LISTS });

test('is the nearest limit that leaves a twentieth of the lists, with these', () => {
  expect(of(5, above, { least: 0, most: 1_000_000 })).toEqual({ limit: 95, findings: above(95) });
  expect(of(50, below, { least: 1, most: 100, fewestAt: 'least' })).toEqual({ limit: 6, findings: below(6) });
});

test('is not offered for a check that flags few enough, is off, cannot be made, or has no such limit', () => {
  expect(of(90, above, { least: 0, most: 1_000_000 })).toBeNull();
  expect(of(5, above, { least: 0, most: 24 })).toBeNull();
  for (const answer of [null, 'no-age'] as const)
    expect(
      stricterLimit({ answer, limit: 5, bounds: { least: 0, most: 99 }, answerAt: above, lists: LISTS }),
    ).toBeNull();
});
