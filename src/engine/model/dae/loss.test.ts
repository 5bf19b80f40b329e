import { describe, expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import { itemWeights, rowWeights, weighRows, weighVisible } from './loss';

/** Rows that watched the given items, each once. */
function rowsOf(columns: number, ...items: number[][]): SparseRows {
  const offsets = new Int32Array(items.length + 1);
  items.forEach((row, index) => (offsets[index + 1] = offsets[index]! + row.length));
  const indices = Int32Array.from(items.flat());
  return { rows: items.length, columns, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

describe('the weight of a target', () => {
  const rows = rowsOf(3, [0, 1, 2], [], [0]);

  it('grows with a root of how many profiles watched the title', () => {
    expect([...itemWeights(rowsOf(2, ...Array.from({ length: 16 }, () => [0])), 'fourth-root')]).toEqual([2, 0]);
    expect([...itemWeights(rows, 'none')]).toEqual([1, 1, 1]);
  });

  it('falls with a root of the length of the history', () => {
    const long = rowsOf(
      16,
      Array.from({ length: 16 }, (_, item) => item),
      [3],
      [],
    );
    expect([...rowWeights(long, 'square-root')]).toEqual([0.25, 1, 1]);
    expect([...rowWeights(long, 'fourth-root')]).toEqual([0.5, 1, 1]);
    expect([...rowWeights(long, 'none')]).toEqual([1, 1, 1]);
  });

  it('is the product of both', () => {
    const { values } = weighRows(rows, Float32Array.of(1, 2, 3), Float32Array.of(0.5, 1, 4));
    expect([...values]).toEqual([0.5, 1, 1.5, 4]);
  });
});

describe('visible targets', () => {
  const targets = { ...rowsOf(6, [0, 2, 5], [1, 3], [4]), values: Float32Array.of(1, 2, 3, 4, 5, 6) };
  const inputs = rowsOf(6, [2, 5], [], [4]);

  it('count less than hidden ones', () => {
    expect([...weighVisible(targets, inputs, 0.5).values]).toEqual([1, 1, 1.5, 4, 5, 3]);
    expect([...targets.values]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('of weight 1 stay the very same rows', () => {
    expect(weighVisible(targets, inputs, 1)).toBe(targets);
  });
});
