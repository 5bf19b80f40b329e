import { describe, expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import { RandomStream } from '../random';
import { corrupt, normaliseRows, type NoiseKnobs } from './noise';

const rowsOf = (rows: number, length: number): SparseRows => ({
  rows,
  columns: length,
  offsets: Int32Array.from({ length: rows + 1 }, (_, row) => row * length),
  indices: Int32Array.from({ length: rows * length }, (_, position) => position % length),
  values: new Float32Array(rows * length).fill(1),
});

const QUIET: NoiseKnobs = { 'noise.dropout': 0, 'noise.rate': 'fixed', 'noise.wholeHistory': 0, 'noise.profile': 0 };
const stream = (): RandomStream => new RandomStream(1, 'noise');

describe('noise', () => {
  it('hides about its share, and scales up the rest so that the mean sum is the same', () => {
    const { inputs } = corrupt(rowsOf(200, 100), { ...QUIET, 'noise.dropout': 0.7 }, stream());
    const kept = inputs.indices.length / 20_000;
    expect(kept).toBeGreaterThan(0.28);
    expect(kept).toBeLessThan(0.32);
    for (const value of inputs.values) expect(value).toBeCloseTo(1 / 0.3, 5);
  });

  it('of zero changes nothing', () => {
    const rows = rowsOf(5, 7);
    const { inputs, profileHidden } = corrupt(rows, QUIET, stream());
    expect(inputs).toEqual(rows);
    expect([...profileHidden]).toEqual([0, 0, 0, 0, 0]);
  });

  it('hides whole histories and whole profiles at their rates', () => {
    const knobs = { ...QUIET, 'noise.wholeHistory': 0.25, 'noise.profile': 0.5 };
    const { inputs, profileHidden } = corrupt(rowsOf(4000, 3), knobs, stream());
    let empty = 0;
    for (let row = 0; row < 4000; row++) {
      const length = inputs.offsets[row + 1]! - inputs.offsets[row]!;
      expect([0, 3]).toContain(length);
      if (length === 0) empty++;
    }
    expect(Math.abs(empty / 4000 - 0.25)).toBeLessThan(0.04);
    expect(Math.abs(profileHidden.reduce((sum, hidden) => sum + hidden, 0) / 4000 - 0.5)).toBeLessThan(0.04);
  });

  it('with a drawn rate lies between the least rate and all', () => {
    const { inputs } = corrupt(rowsOf(300, 400), { ...QUIET, 'noise.dropout': 0.5, 'noise.rate': 'drawn' }, stream());
    const shares = Array.from({ length: 300 }, (_, row) => (inputs.offsets[row + 1]! - inputs.offsets[row]!) / 400);
    expect(Math.max(...shares)).toBeGreaterThan(0.4);
    expect(Math.max(...shares)).toBeLessThan(0.6);
    expect(Math.min(...shares)).toBeLessThan(0.05);
  });

  it('of one knob does not shift the numbers that another draws', () => {
    const rows = rowsOf(50, 20);
    const plain = corrupt(rows, { ...QUIET, 'noise.dropout': 0.5 }, stream());
    const withProfile = corrupt(rows, { ...QUIET, 'noise.dropout': 0.5, 'noise.profile': 0.5 }, stream());
    expect(withProfile.inputs).toEqual(plain.inputs);
  });
});

describe('the l2 norm', () => {
  it('gives every row the length 1 and leaves empty rows empty', () => {
    const rows = {
      ...rowsOf(2, 4),
      rows: 3,
      offsets: Int32Array.of(0, 4, 4, 8),
      values: Float32Array.of(1, 2, 3, 4, 5, 5, 5, 5),
    };
    const { values } = normaliseRows(rows, 'l2');
    expect(Math.hypot(...values.subarray(0, 4))).toBeCloseTo(1, 6);
    expect([...values.subarray(4)]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(normaliseRows(rows, 'none')).toBe(rows);
  });
});

describe('the l1-l2 norm', () => {
  it('is as loud as l2 for 64 titles, and louder for fewer', () => {
    const lengthOf = (titles: number): number => Math.hypot(...normaliseRows(rowsOf(1, titles), 'l1-l2').values);
    expect(lengthOf(64)).toBeCloseTo(1, 6);
    expect(lengthOf(4)).toBeCloseTo(2, 6);
    expect(lengthOf(1024)).toBeCloseTo(0.5, 6);
  });

  it('does not depend on the unit in which titles are counted', () => {
    const rows = { ...rowsOf(1, 3), values: Float32Array.of(1, 2, 3) };
    const doubled = { ...rows, values: Float32Array.of(2, 4, 6) };
    expect(normaliseRows(doubled, 'l1-l2').values).toEqual(normaliseRows(rows, 'l1-l2').values);
  });

  it('leaves empty rows empty', () => {
    const empty = { ...rowsOf(1, 0), columns: 5 };
    expect(normaliseRows(empty, 'l1-l2').values).toHaveLength(0);
  });
});
