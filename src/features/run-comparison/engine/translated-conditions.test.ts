import { expect, it } from 'vitest';
import { conditionsOf } from './translated-conditions';

it('encodes profiles of other data in the terms of a trained model; unknown values are missing', () => {
  const there = {
    ids: ['a', 'b'],
    attributes: [
      { kind: 'categorical', name: 'sex', categories: ['F', 'M'], codes: Int32Array.of(0, 1) },
      { kind: 'numeric', name: 'age', values: Float64Array.of(4, 8) },
      {
        kind: 'set',
        name: 'likes',
        categories: ['dinos', 'robots'],
        offsets: Int32Array.of(0, 1, 1),
        codes: Int32Array.of(1),
      },
      { kind: 'categorical', name: 'gone', categories: ['x'], codes: Int32Array.of(0, 0) },
    ],
  } as const;
  const here = {
    ids: ['n', 'o'],
    attributes: [
      {
        kind: 'set',
        name: 'likes',
        categories: ['cars', 'dinos', 'robots'],
        offsets: Int32Array.of(0, 3, 4),
        codes: Int32Array.of(0, 1, 2, 0),
      },
      { kind: 'categorical', name: 'sex', categories: ['M', 'X'], codes: Int32Array.of(0, 1) },
      { kind: 'numeric', name: 'age', values: Float64Array.of(8, NaN) },
    ],
  } as const;
  const encode = conditionsOf(there, here);
  // sex F, M, missing; age, missing; dinos, robots, missing; x, missing.
  expect([...encode(0)]).toEqual([0, 1, 0, 1, 0, 1, 1, 0, 0, 1]);
  expect([...encode(1)]).toEqual([0, 0, 1, 0, 1, 0, 0, 1, 0, 1]);
});
