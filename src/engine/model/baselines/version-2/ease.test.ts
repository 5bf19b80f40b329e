import { describe, expect, it } from 'vitest';
import { checkerboard } from '../../testing/checkerboard';
import { fitEase } from './ease';

describe('fitEase', () => {
  const { histories } = checkerboard();

  it('gives no title a weight for itself', () => {
    const { weights, kept } = fitEase(histories, 1, 1000);
    for (let item = 0; item < kept.length; item++) expect(weights[item * kept.length + item]).toBe(0);
  });

  it('solves the ridge regression of each title on the others', () => {
    // Zero outside the diagonal: X'X B - X'X + lambda B. On the diagonal stand the Lagrange multipliers of Steck's section 3.1.
    const { weights, kept } = fitEase(histories, 2, 1000);
    const size = kept.length;
    const gram = Array.from({ length: size }, () => new Float64Array(size));
    for (let row = 0; row < histories.rows; row++) {
      const watched = histories.indices.subarray(histories.offsets[row]!, histories.offsets[row + 1]!);
      for (const first of watched) for (const second of watched) gram[first]![second]!++;
    }
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) {
        if (row === column) continue;
        let gradient = 2 * weights[row * size + column]! - gram[row]![column]!;
        for (let inner = 0; inner < size; inner++) gradient += gram[row]![inner]! * weights[inner * size + column]!;
        expect(gradient).toBeCloseTo(0, 4);
      }
  });

  it('keeps the most popular titles if the catalogue is larger than it can invert', () => {
    const { kept, weights } = fitEase(histories, 1, 10);
    expect([...kept]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(weights).toHaveLength(100);
  });

  it('asks for more regularisation if the matrix cannot be inverted', () => {
    expect(() => fitEase(histories, -1000, 1000)).toThrow(/ease\.regularisation/);
  });
});
