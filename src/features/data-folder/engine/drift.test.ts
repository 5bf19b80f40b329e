import { describe, expect, test } from 'vitest';
import { driftOf } from './drift';

const counts = (before: readonly number[], added: readonly number[]) =>
  before.map((count, index) => ({ value: `v${index}`, before: count, added: added[index]! }));

describe('the population stability index', () => {
  test('is zero for equal shares, whatever the sizes', () => {
    const { index, drifted } = driftOf(counts([1000, 3000, 6000], [100, 300, 600]));
    expect(index).toBeLessThan(1e-5);
    expect(drifted).toBe(false);
  });

  test('is the sum of (q - p) ln(q / p)', () => {
    const { index, limit, drifted, moved } = driftOf(counts([50_000, 50_000], [80_000, 20_000]));
    expect(index).toBeCloseTo(0.3 * Math.log(0.8 / 0.5) + -0.3 * Math.log(0.2 / 0.5), 4);
    expect(limit).toBe(0.2);
    expect(drifted).toBe(true);
    expect(moved[0]).toEqual({ value: 'v1', before: 0.5, added: 0.2 });
  });

  test('has a larger limit for few counts: chi-square at 99.9 %', () => {
    // Chi-square with 4 degrees of freedom exceeds 18.467 in one case out of a thousand.
    const { limit, drifted } = driftOf(counts([20, 20, 20, 20, 20], [2, 2, 2, 2, 8]));
    expect(limit).toBeCloseTo(18.467 * (1 / 100 + 1 / 16), 1);
    expect(drifted).toBe(false);
  });

  test('counts rare values as one, and includes a new value', () => {
    const rare = Array.from({ length: 500 }, () => 1);
    const { index, moved } = driftOf(counts([...rare, 100_000, 0], [...rare, 100_000, 60_000]));
    expect(moved[0]).toMatchObject({ value: 'v501', before: 0 });
    expect(index).toBeGreaterThan(1);
    expect(driftOf(counts([...rare, 100_000], [...rare, 100_000])).moved).toHaveLength(2);
  });

  test('is zero without counts', () => {
    expect(driftOf(counts([0], [5]))).toMatchObject({ index: 0, drifted: false, moved: [] });
    expect(driftOf(counts([7], [5]))).toMatchObject({ drifted: false });
  });
});
