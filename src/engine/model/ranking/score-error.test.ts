import { describe, expect, it } from 'vitest';
import { RandomStream } from '../random';
import { ScoreError } from './score-error';
import type { ScoreLayer } from './shortlists';

const layerOf = (width: number, decoder: number[], bias: number[]): ScoreLayer => ({
  items: bias.length,
  width,
  decoder: Float32Array.from(decoder),
  bias: Float32Array.from(bias),
});
const boundOf = (layer: ScoreLayer, code: number[], row = 0): number =>
  new ScoreError(layer).ofRow(Float32Array.from(code), row);

/** What the two devices may be off by, for each unit of the terms' sum: steps of 2^-24 and of 2^-23, with a thousandth of room. */
const share = (width: number): number => {
  const [near, either] = [(width + 1) / (1 << 24), (width + 3) / (1 << 23)];
  return 1.001 * (near / (1 - near) + either / (1 - either));
};

describe('the error bound of scores', () => {
  it('is that of the longest vector and the largest bias of any item', () => {
    const layer = layerOf(2, [3, 4, 0, 1], [-7, 2]);
    expect(boundOf(layer, [6, 8])).toBeCloseTo(share(2) * (10 * 5 + 7), 12);
    const turned = layerOf(2, [0, 1, 3, 4], [2, -7]);
    expect(boundOf(turned, [6, 8])).toBe(boundOf(layer, [6, 8]));
  });

  it('is of the row that is asked for', () => {
    const layer = layerOf(2, [3, 4], [0]);
    expect(boundOf(layer, [100, 100, 6, 8], 1)).toBe(boundOf(layer, [6, 8]));
  });

  it('grows faster than the width where roundings add up on roundings', () => {
    const width = 1 << 16;
    const layer = { items: 1, width, decoder: new Float32Array(width), bias: Float32Array.of(1) };
    expect(new ScoreError(layer).ofRow(new Float32Array(width), 0)).toBeCloseTo(share(width), 8);
  });

  it('holds for sums in single precision, whatever their order', () => {
    const random = new RandomStream(3, 'sums');
    const numbers = Array.from({ length: 65 }, () => 2 * random.uniform() - 1).map(Math.fround);
    const [code, decoder] = [numbers.slice(0, 32), numbers.slice(32, 64)];
    const layer = layerOf(32, decoder, [numbers[64]!]);
    const terms = [...code.map((value, at) => value * decoder[at]!), numbers[64]!];
    const exact = terms.reduce((sum, term) => sum + term, 0);
    const sumOf = (ordered: number[]): number => ordered.reduce((sum, term) => Math.fround(sum + Math.fround(term)), 0);
    for (const ordered of [terms, terms.toReversed(), terms.toSorted((one, other) => one - other)])
      expect(Math.abs(sumOf(ordered) - exact)).toBeLessThan(boundOf(layer, code));
  });

  it('leaves room for what a device flushes to zero, the more the longer the vectors are', () => {
    const none = layerOf(3, [0, 0, 0], [0]);
    expect(boundOf(none, [0, 0, 0])).toBeCloseTo(4e-36, 42);
    expect(boundOf(none, [0, 3, 0])).toBeCloseTo(16e-36, 42);
    expect(boundOf(layerOf(3, [5, 0, 0], [0]), [0, 0, 0])).toBeCloseTo(24e-36, 42);
  });

  it('is infinite where a sum might leave single precision, or a number is none', () => {
    expect(boundOf(layerOf(1, [1e16], [0]), [1e16])).toBe(Infinity);
    expect(boundOf(layerOf(1, [1], [1e31]), [1])).toBe(Infinity);
    expect(boundOf(layerOf(1, [1], [1]), [NaN])).toBe(Infinity);
    for (const weights of [
      [NaN, 1],
      [1, NaN],
    ]) {
      expect(boundOf(layerOf(1, weights, [0, 0]), [1])).toBe(Infinity);
      expect(boundOf(layerOf(1, [1, 1], weights), [1])).toBe(Infinity);
    }
  });
});
