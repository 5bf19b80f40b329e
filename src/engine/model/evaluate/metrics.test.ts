import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ndcgAt, recallAt, scoreOf } from './metrics';

/** A ranking without repeats, a set of targets and a length, small enough to cover every case. */
const judged = fc.record({
  recommended: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40, size: 'max' }),
  targets: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40, size: 'max' }),
  count: fc.integer({ min: 1, max: 30 }),
});

describe('metrics', () => {
  it('agree with the definitions written out', () => {
    fc.assert(
      fc.property(judged, ({ recommended, targets, count }) => {
        const set = new Set(targets);
        const top = recommended.slice(0, count);
        const ideal = Math.min(count, targets.length);
        const recall = top.filter((item) => set.has(item)).length / ideal;
        const gain = top.map((item, place) => (set.has(item) ? 1 / Math.log2(place + 2) : 0));
        const best = Array.from({ length: ideal }, (_, place) => 1 / Math.log2(place + 2));
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(recallAt(recommended, set, count)).toBe(recall);
        expect(ndcgAt(recommended, set, count)).toBeCloseTo(sum(gain) / sum(best), 12);
      }),
    );
  });

  it('lie between 0 and 1, and 1 is a list of targets only', () => {
    fc.assert(
      fc.property(judged, ({ recommended, targets, count }) => {
        const set = new Set(targets);
        for (const metric of [recallAt, ndcgAt]) {
          expect(metric(recommended, set, count)).toBeGreaterThanOrEqual(0);
          expect(metric(recommended, set, count)).toBeLessThanOrEqual(1);
          expect(metric(targets, set, count)).toBe(1);
        }
      }),
    );
  });

  it('count 25 places by default', () => {
    const recommended = Array.from({ length: 30 }, (_, item) => item);
    expect(recallAt(recommended, new Set([24]))).toBe(1);
    expect(recallAt(recommended, new Set([25]))).toBe(0);
    expect(ndcgAt(recommended, new Set([25]))).toBe(0);
  });

  it('never take the padding of a short list for a hit', () => {
    expect(recallAt(Int32Array.of(7, -1, -1), new Set([7, 8]))).toBe(0.5);
  });

  it('refuse to judge without targets', () => {
    expect(() => recallAt([1], new Set())).toThrow(/0 targets/);
    expect(() => ndcgAt([1], new Set())).toThrow(/0 targets/);
  });

  it('refuse a list without places', () => {
    expect(() => recallAt([1], new Set([1]), 0)).toThrow(/list of 0 .* 1 targets/);
    expect(() => recallAt([1], new Set([1]), 0)).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  it('count a place the less the later it is: the third half as much as the first', () => {
    expect(ndcgAt([9, 9, 1], new Set([1]), 40)).toBeCloseTo(0.5, 12);
    expect(
      ndcgAt(
        Array.from({ length: 40 }, (_, place) => (place === 30 ? 1 : 0)),
        new Set([1]),
        40,
      ),
    ).toBeCloseTo(0.2, 12);
  });

  it('combine as three quarters recall and one quarter NDCG', () => {
    expect(scoreOf(0.4, 0.8)).toBeCloseTo(0.5, 12);
  });
});
