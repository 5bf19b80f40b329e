import { describe, expect, test } from 'vitest';
import { mixRows, standardise } from './companion';

describe('mixing a companion in', () => {
  test('scales the companion to the own scores, whatever its own scale', () => {
    const loud = Float32Array.of(300, 100, 200);
    mixRows(loud, [Float32Array.of(0.03, 0.01, 0.02)], [1000], [0.5]);
    [300, 100, 200].forEach((value, item) => expect(loud[item]).toBeCloseTo(value, 3));
  });

  test('gives the companion its share for a long history, and less for a short one', () => {
    const shareOf = (length: number): number => {
      const own = Float32Array.of(1, 1, -1, -1);
      const other = Float32Array.of(1, -1, 1, -1);
      mixRows(own, [other], [length], [0.4]);
      // Both are deviations already: the first item has 1, the second 1 - 2 x share.
      return (own[0]! - own[1]!) / 2;
    };
    expect(shareOf(100_000)).toBeCloseTo(0.4, 3);
    expect(shareOf(5)).toBeCloseTo(0.2, 5);
    expect(shareOf(1)).toBeLessThan(shareOf(5));
  });

  test('leaves a row without a history as it is', () => {
    const own = Float32Array.of(5, 6, 7, 3, 2, 1);
    mixRows(own, [Float32Array.of(9, 8, 7, 1, 2, 3)], [0, 4], [0.5]);
    expect([...own.subarray(0, 3)]).toEqual([5, 6, 7]);
    expect([...own.subarray(3)]).not.toEqual([3, 2, 1]);
  });

  test('gives each of two companions its share, and the autoencoder the rest', () => {
    const own = Float32Array.of(1, -1, 0, 0);
    const first = Float32Array.of(0, 0, 1, -1);
    const second = Float32Array.of(1, 1, -1, -1);
    const scale = Math.SQRT1_2;
    mixRows(own, [first, second], [1e9], [0.5, 0.2]);
    // The own row has the deviation 1/sqrt(2), to which each companion is scaled.
    const expected = [0.3 + 0.2 * scale, -0.3 + 0.2 * scale, 0.5 - 0.2 * scale, -0.5 - 0.2 * scale];
    expected.forEach((value, item) => expect(own[item]).toBeCloseTo(value, 5));
  });

  test('makes zeros of scores that are all equal', () => {
    const flat = Float32Array.of(2, 2, 2);
    standardise(flat);
    expect([...flat]).toEqual([0, 0, 0]);
  });
});
