import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedTensors } from './recommender';
import { decodeSafetensors, encodeSafetensors, hashTensors } from './safetensors';

const TENSORS: NamedTensors = {
  encoder: { shape: [2, 3], values: Float32Array.of(1, -2, 3.5, 0, NaN, Infinity) },
  items: { shape: [3], values: Int32Array.of(7, -1, 2147483647) },
  none: { shape: [0, 4], values: new Float32Array(0) },
};

describe('safetensors', () => {
  it('come back as they were written, with their metadata', () => {
    const decoded = decodeSafetensors(encodeSafetensors(TENSORS, { stage: 'choose' }));
    expect(decoded.tensors).toEqual(TENSORS);
    expect(Object.keys(decoded.tensors)).toEqual(Object.keys(TENSORS));
    expect(decoded.metadata).toEqual({ stage: 'choose' });
  });

  it('start with the header that the format asks for', () => {
    const bytes = Buffer.from(encodeSafetensors({ a: { shape: [1], values: Float32Array.of(1) } }));
    const length = Number(bytes.readBigUInt64LE(0));
    expect(length % 8).toBe(0);
    expect(JSON.parse(bytes.toString('utf8', 8, 8 + length))).toEqual({
      a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
    });
    expect(bytes.readFloatLE(8 + length)).toBe(1);
  });

  it('are refused with a sentence when cut off anywhere', () => {
    const whole = encodeSafetensors(TENSORS);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(() => decodeSafetensors(whole.slice(0, length))).toThrow(/not a whole safetensors file/);
      }),
    );
  });

  it('have another hash after any change of name, shape, type or value', () => {
    const hashes = [
      TENSORS,
      { ...TENSORS, encoder: { shape: [3, 2], values: TENSORS['encoder']!.values } },
      { ...TENSORS, encoder: { shape: [2, 3], values: Float32Array.of(1, -2, 3.5, -0, NaN, Infinity) } },
      { ...TENSORS, items: { shape: [3], values: new Float32Array(TENSORS['items']!.values.buffer) } },
      { coder: TENSORS['encoder']!, items: TENSORS['items']!, none: TENSORS['none']! },
    ].map(hashTensors);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
