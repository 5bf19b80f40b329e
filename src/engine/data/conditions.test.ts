import { describe, expect, it } from 'vitest';
import { encodeConditions } from './conditions';
import type { ProfileTable } from './tables';

const PROFILES: ProfileTable = {
  ids: ['1', '2', '3'],
  attributes: [
    { kind: 'categorical', name: 'sex', categories: ['F', 'M'], codes: Int32Array.of(1, -1, 0) },
    { kind: 'numeric', name: 'hours', values: Float64Array.of(1, NaN, 3) },
    {
      kind: 'set',
      name: 'likes',
      categories: ['a', 'b'],
      offsets: Int32Array.of(0, 2, 2, 3),
      codes: Int32Array.of(0, 1, 1),
    },
  ],
};

describe('conditions', () => {
  it('give each category a column, one column for missing, and standardise numbers', () => {
    const { names, width, values } = encodeConditions(PROFILES);
    expect(names).toEqual([
      'sex = F',
      'sex = M',
      'sex = missing',
      'hours (standardised)',
      'hours = missing',
      'likes = a',
      'likes = b',
      'likes = missing',
    ]);
    expect([...values.subarray(0, width)]).toEqual([0, 1, 0, -1, 0, 1, 1, 0]);
    expect([...values.subarray(width, 2 * width)]).toEqual([0, 0, 1, 0, 1, 0, 0, 1]);
    expect([...values.subarray(2 * width, 3 * width)]).toEqual([1, 0, 0, 1, 0, 0, 1, 0]);
  });

  it('end with a profile of which nothing is known', () => {
    const { width, values } = encodeConditions(PROFILES);
    expect([...values.subarray(3 * width)]).toEqual([0, 0, 1, 0, 1, 0, 0, 1]);
  });

  it('are empty if profiles have no attributes', () => {
    expect(encodeConditions({ ids: ['1'], attributes: [] })).toEqual({
      width: 0,
      names: [],
      values: new Float32Array(0),
    });
  });
});
