import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedTensors } from './recommender';
import { decodeSafetensors, encodeSafetensors, hashTensors } from './safetensors';
import { triedRuns } from '../../../tests/support/tried';

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

  it('start with the header of the format', () => {
    const bytes = Buffer.from(encodeSafetensors({ a: { shape: [1], values: Float32Array.of(1) } }));
    const length = Number(bytes.readBigUInt64LE(0));
    expect(length % 8).toBe(0);
    expect(JSON.parse(bytes.toString('utf8', 8, 8 + length))).toEqual({
      a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
    });
    expect(bytes.readFloatLE(8 + length)).toBe(1);
  });

  it('are refused with a sentence when truncated anywhere', () => {
    const whole = encodeSafetensors(TENSORS);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(() => decodeSafetensors(whole.slice(0, length))).toThrow(/not a whole safetensors file/);
      }),
    );
  });

  const withHeader = (header: string, data = Buffer.alloc(0)): Uint8Array => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
    return Buffer.concat([length, Buffer.from(header), data]);
  };
  const one = (entry: object): string =>
    JSON.stringify({ a: { dtype: 'F32', shape: [1], data_offsets: [0, 4], ...entry } });

  it.each<[what: string, header: string, bytes: number]>([
    ['is null', 'null', 0],
    ['is a list', '[]', 0],
    ['is a number', '4', 0],
    ['is a text', '"a"', 0],
    ['names __proto__', '{"__proto__": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}', 4],
    ['names constructor', '{"constructor": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}', 4],
    ['says nothing of a tensor', '{"a": null}', 0],
    ['has no shape', '{"a": {"dtype": "F32", "data_offsets": [0, 4]}}', 4],
    ['has a shape that is no list', one({ shape: 1 }), 4],
    ['has a side that is a text', one({ shape: ['1'] }), 4],
    ['has a side below 0', one({ shape: [-1, -1] }), 4],
    ['has a side with a fraction', one({ shape: [0.5, 2] }), 4],
    ['has sides whose product overflows', one({ shape: [2 ** 31, 2 ** 31, 2 ** 31] }), 4],
    ['has sides whose product is lost in rounding', one({ shape: [9007199254740991, 0] }), 4],
    ['has offsets that are no list', one({ data_offsets: null }), 4],
    ['has one offset', one({ data_offsets: [0] }), 4],
    ['has offsets below 0', one({ data_offsets: [-4, 0] }), 4],
    ['has offsets past the end', one({ data_offsets: [4, 8] }), 4],
    ['has a dtype that is not a text', one({ dtype: { toString: 1 } }), 4],
    ['has a dtype of another width', one({ dtype: 'F64' }), 8],
    ['says more than we do', one({ extra: 1 }), 4],
    ['leaves bytes over', one({}), 8],
    ['leaves a gap', '{"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}', 8],
    [
      'has tensors that overlap',
      '{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}, "b": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}',
      4,
    ],
    ['has remarks that are no texts', '{"__metadata__": {"a": 1}}', 0],
    ['has remarks that are null', '{"__metadata__": null}', 0],
  ])('are refused with a sentence if their header %s', (_what, header, bytes) => {
    const file = withHeader(header, Buffer.alloc(bytes));
    expect(() => decodeSafetensors(file)).toThrow(expect.objectContaining({ code: 'bad-data' }));
    expect(() => decodeSafetensors(file)).toThrow(/not a whole safetensors file/);
  });

  it('say that their header is longer than any file', () => {
    const file = Buffer.alloc(16, 0xff);
    expect(() => decodeSafetensors(file)).toThrow(/its header is cut off/);
  });

  it('are refused with a sentence, or unchanged, whichever byte changes', () => {
    const whole = encodeSafetensors(TENSORS, { stage: 'choose' });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(whole);
        changed[at]! ^= change;
        try {
          const { tensors } = decodeSafetensors(changed);
          for (const { shape, values } of Object.values(tensors))
            expect(values).toHaveLength(shape.reduce((product, side) => product * side, 1));
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'bad-data' });
        }
      }),
      { numRuns: triedRuns(500) },
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
