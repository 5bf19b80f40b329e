import { describe, expect, it } from 'vitest';
import { dataOf } from '../../../../tests/support/any-rules';
import type { Aim } from '../contract/aims';
import { type AimData, prepareAim, reaches, whyNotMeasured } from './prepared-aim';

/** Genres of titles are 0, 1, 2, 0, 1, 2, none, 1 and so on. Within 30 days, and not within 7, the first child watched t4. */
const data: AimData = {
  ...dataOf(12, [[0, 1, 2], [8], []]),
  watchedWithin: (days) => (row) => new Set(row === 0 && days >= 30 ? [4] : []),
};
const figure = (aim: Aim, row: number, list: readonly number[]): number | null =>
  prepareAim(aim, data).figureOf(row, list);

describe('what a list comes to', () => {
  it('is the share of the titles, and nothing without a list', () => {
    const aim: Aim = { kind: 'at-most', titles: { ids: ['t0', 't3'] }, share: 0.5 };
    expect(figure(aim, 0, [0, 3, 5, 7])).toBe(0.5);
    expect(figure(aim, 0, [])).toBeNull();
  });

  it('is whether it has as many of the titles as each list is to have', () => {
    const aim: Aim = { kind: 'each', titles: { ids: ['t0', 't3'] }, count: 2 };
    expect(figure(aim, 0, [0, 3, 5])).toBe(1);
    expect(figure(aim, 0, [0, 5])).toBe(0);
  });

  it('is whether nothing in it was watched within the days', () => {
    expect(figure({ kind: 'apart', days: 30 }, 0, [4, 5])).toBe(0);
    expect(figure({ kind: 'apart', days: 30 }, 0, [5])).toBe(1);
    expect(figure({ kind: 'apart', days: 30 }, 1, [4, 5])).toBe(1);
    expect(figure({ kind: 'apart', days: 7 }, 0, [4, 5])).toBe(1);
  });

  it('is how far its genres are from those of the history, as worked out by hand', () => {
    const aim: Aim = { kind: 'calibrated', attribute: 'genre', divergence: 0.3 };
    expect(figure(aim, 0, [3, 4, 5])).toBe(0);
    // A third of ln(1/3 : (.99 + .01/3)) for the genre that is there, a third of ln 100 for each of the two that are not.
    expect(figure(aim, 0, [0, 3])).toBeCloseTo((-1.091923 + 2 * 4.60517) / 3, 5);
    expect(figure(aim, 0, [6, 0])).toBe(figure(aim, 0, [0]));
    expect(figure(aim, 0, [6])).toBeCloseTo(4.60517, 5);
    expect(figure(aim, 2, [0])).toBeNull();
  });
});

it('a mean reaches an aim from its own side', () => {
  expect([0.4, 0.5, 0.6].map((mean) => reaches({ goal: 0.5, isLeast: true }, mean))).toEqual([false, true, true]);
  expect([0.4, 0.5, 0.6].map((mean) => reaches({ goal: 0.5, isLeast: false }, mean))).toEqual([true, true, false]);
});

it('an aim that the data cannot measure says why', () => {
  const why = (aim: Aim): string | null => whyNotMeasured(aim, { ...data, watchedWithin: null });
  expect(why({ kind: 'apart', days: 7 })).toBe('no-times');
  expect(why({ kind: 'calibrated', attribute: 'maker', divergence: 1 })).toBe('no-attribute');
  expect(why({ kind: 'each', titles: { attributes: { maker: ['x'] } }, count: 1 })).toBe('no-attribute');
  expect(why({ kind: 'each', titles: { ids: ['none'] }, count: 1 })).toBe('no-titles');
  expect(why({ kind: 'each', titles: { ids: ['t0'] }, count: 1 })).toBeNull();
});
