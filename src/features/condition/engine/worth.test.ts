/** What measured scores say, counted by hand. */
import { describe, expect, it } from 'vitest';
import type { KnownRow } from '../contract/condition';
import { knownRow, worthOf } from './worth';

const figure = (before: number, after: number, isCertain = true): KnownRow['without'] => {
  const mean = after - before;
  return { before, after, mean, low: mean - 0.01, high: mean + 0.01, profiles: 30, isCertain };
};

/** @param without at 0, 1, 3 and 5 titles, and with whole histories */
const rows = (own: number, without: readonly number[], of: { certain?: boolean; shuffled?: number } = {}): KnownRow[] =>
  [0, 1, 3, 5, null].map((known, at) => ({
    known,
    with: own,
    without: figure(without[at]!, own, of.certain ?? true),
    shuffled: figure(of.shuffled ?? without[at]!, own, of.certain ?? true),
  }));

describe('as much as more titles', () => {
  // Without attributes .1 at none, .2 at one, .3 at three and .34 at five titles.
  const line = [0.1, 0.2, 0.3, 0.34, 0.9] as const;
  const titlesAt = (score: number) => worthOf(rows(score, line)).titles;

  it('is where the line through the scores without attributes first reaches the score with them', () => {
    expect(titlesAt(0.2)).toEqual({ is: 'about', count: 1 });
    // Halfway from one to three titles.
    expect(titlesAt(0.25)).toEqual({ is: 'about', count: 2 });
    expect(titlesAt(0.3)).toEqual({ is: 'about', count: 3 });
    // 1 + 2 x .03 / .1 is 1.6 titles, 3 + 2 x .01 / .04 are 3.5.
    expect(titlesAt(0.23)).toEqual({ is: 'about', count: 2 });
    expect(titlesAt(0.312)).toEqual({ is: 'about', count: 4 });
    expect(titlesAt(0.34)).toEqual({ is: 'about', count: 5 });
  });

  it('is fewer than one below half a title, and more than five beyond the line, whatever whole histories reach', () => {
    expect(titlesAt(0.149)).toEqual({ is: 'fewer', count: 1 });
    expect(titlesAt(0.151)).toEqual({ is: 'about', count: 1 });
    expect(titlesAt(0.3401)).toEqual({ is: 'more', count: 5 });
  });

  it('is the first place where a line that falls again reaches it', () => {
    expect(worthOf(rows(0.2, [0.1, 0.3, 0.1, 0.3, 0.3])).titles).toEqual({ is: 'about', count: 1 });
  });

  it('is told only where the attributes are surely better than none and than shuffled ones', () => {
    expect(worthOf(rows(0.3, line, { certain: false }))).toEqual({ verdict: 'same', titles: null, hurts: [] });
    expect(worthOf(rows(0.3, line, { shuffled: 0.35 }))).toMatchObject({ verdict: 'same', titles: null });
    expect(worthOf(rows(0.3, line)).verdict).toBe('better');
  });

  it('tells where they hurt: at none, and wherever they are surely worse than none', () => {
    expect(worthOf(rows(0.05, line))).toEqual({ verdict: 'worse', titles: null, hurts: [0, 1, 3, 5, null] });
    expect(worthOf(rows(0.25, line))).toMatchObject({ verdict: 'better', hurts: [3, 5, null] });
  });
});

it('compares profile by profile, so that a gain of each is certain however much they differ', () => {
  const without = Array.from({ length: 30 }, (_, profile) => (profile % 10) / 10);
  const row = knownRow(0, {
    with: without.map((score, profile) => score + 0.01 * (1 + (profile % 2))),
    without,
    shuffled: without.toReversed(),
  });
  expect(row.with).toBeCloseTo(0.465, 12);
  expect(row.without).toMatchObject({ before: 0.45, profiles: 30, isCertain: true });
  expect(row.without.after).toBe(row.with);
  expect(row.without.mean).toBeCloseTo(0.015, 12);
  expect(row.without.low).toBeGreaterThan(0.01);
  expect(row.without.high).toBeLessThan(0.02);
  expect(row.shuffled).toMatchObject({ before: 0.45, isCertain: false });
});
