import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../../engine/data/tables';
import { RandomStreams } from '../../../engine/model/random';
import { MOST_VALUES } from '../contract/limits';
import { drawnRows, swapsOf } from './swaps';

const STREAMS = new RandomStreams(7);
const rowsTo = (count: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row);
const sex = (codes: readonly number[]): Attribute => ({
  kind: 'categorical',
  name: 'sex',
  categories: ['F', 'M', 'X'],
  codes: Int32Array.from(codes),
});
const givenTo = ({ byValue }: ReturnType<typeof swapsOf>): Map<number, string> =>
  new Map([...byValue].flatMap(([value, rows]) => Array.from(rows, (row) => [row, value] as const)));

describe('swapsOf', () => {
  it('gives each child of a known value another one, about as often as children have it, the same with the same seed', () => {
    // Of three: half F, a third M, the others X; every tenth is not known.
    const codes = Array.from({ length: 600 }, (_, row) =>
      row % 10 === 9 ? -1 : row % 6 < 3 ? 0 : row % 6 < 5 ? 1 : 2,
    );
    const swaps = swapsOf(sex(codes), rowsTo(600), STREAMS);
    const given = givenTo(swaps);
    expect(swaps.notAsked).toBeNull();
    expect([...given.keys()].sort((one, other) => one - other)).toEqual(
      Array.from(rowsTo(600)).filter((row) => codes[row] !== -1),
    );
    for (const [row, value] of given) expect(value).not.toBe(['F', 'M', 'X'][codes[row]!]);
    // Children of F get M twice as often as X, since twice as many have it.
    const ofF = [...given].filter(([row]) => codes[row] === 0).map(([, value]) => value);
    const toM = ofF.filter((value) => value === 'M').length / ofF.length;
    expect(toM).toBeGreaterThan(0.55);
    expect(toM).toBeLessThan(0.78);
    expect(givenTo(swapsOf(sex(codes), rowsTo(600), STREAMS))).toEqual(given);
    expect(givenTo(swapsOf(sex(codes), rowsTo(600), new RandomStreams(8)))).not.toEqual(given);
  });

  it('asks about no attribute that too few have, or all alike', () => {
    expect(
      swapsOf(sex(Array.from({ length: 40 }, (_, row) => (row < 19 ? row % 2 : -1))), rowsTo(40), STREAMS),
    ).toEqual({
      notAsked: 'few',
      byValue: new Map(),
    });
    expect(swapsOf(sex(new Array(40).fill(1)), rowsTo(40), STREAMS)).toEqual({
      notAsked: 'one-value',
      byValue: new Map(),
    });
  });

  it('gives no value but the commonest, and those to all', () => {
    const ages: Attribute = {
      kind: 'numeric',
      name: 'age',
      // Of two children each but the last five, whom nobody else is like.
      values: Float64Array.from({ length: 29 }, (_, row) => (row < 24 ? row >> 1 : row)),
    };
    const swaps = swapsOf(ages, rowsTo(29), STREAMS);
    expect(givenTo(swaps).size).toBe(29);
    for (const value of swaps.byValue.keys()) expect(Number(value)).toBeLessThan(MOST_VALUES);
  });
});

describe('drawnRows', () => {
  it('keeps all of few children, and draws of many by the seed', () => {
    expect(drawnRows(rowsTo(5), 5, STREAMS)).toEqual(rowsTo(5));
    const drawn = drawnRows(rowsTo(100), 10, STREAMS);
    expect(new Set(drawn).size).toBe(10);
    expect([...drawn]).toEqual([...drawn].sort((one, other) => one - other));
    expect(drawnRows(rowsTo(100), 10, STREAMS)).toEqual(drawn);
  });
});
