import { describe, expect, it } from 'vitest';
import { MOST_MAP_GROUPS } from '../contract/limits';
import { coloursOfAttribute } from './colours';

describe('the colours of an attribute', () => {
  it('are its most frequent values, one group for all others, and none for a missing value', () => {
    // Value v occurs v + 1 times; the last two points have none.
    const values = Array.from({ length: 15 }, (_, value) => Array.from({ length: value + 1 }, () => value)).flat();
    const told = coloursOfAttribute({
      kind: 'categorical',
      name: 'kind',
      categories: Array.from({ length: 15 }, (_, value) => `value ${value}`),
      codes: Int32Array.from([...values, -1, -1]),
    });
    if (told.kind !== 'groups') return expect.unreachable();
    expect(told.groups).toEqual(
      Array.from({ length: MOST_MAP_GROUPS }, (_, at) => ({ value: `value ${14 - at}`, points: 15 - at })),
    );
    expect(told.codes).toEqual([
      ...values.map((value) => (value <= 14 - MOST_MAP_GROUPS ? MOST_MAP_GROUPS : 14 - value)),
      -1,
      -1,
    ]);
  });

  it('of a set are those of its most frequent value', () => {
    const told = coloursOfAttribute({
      kind: 'set',
      name: 'genres',
      categories: ['rare', 'frequent', 'in between'],
      offsets: Int32Array.of(0, 2, 3, 5, 6, 6),
      codes: Int32Array.of(0, 1, 1, 1, 2, 2),
    });
    expect(told).toEqual({
      kind: 'groups',
      groups: [
        { value: 'frequent', points: 3 },
        { value: 'in between', points: 1 },
      ],
      codes: [0, 0, 0, 1, -1],
    });
  });

  it('of numbers are the numbers, with their range', () => {
    const numbers = (...values: number[]) =>
      coloursOfAttribute({ kind: 'numeric', name: 'age', values: Float64Array.from(values) });
    expect(numbers(4, NaN, 2)).toEqual({ kind: 'numbers', values: [4, null, 2], range: { low: 2, high: 4 } });
    expect(numbers(NaN)).toEqual({ kind: 'numbers', values: [null], range: null });
  });
});
