import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../../shared/words/sentence';
import { topK, topKOf } from './top-k';

function bySorting(scores: Float32Array, count: number, excluded: readonly number[]): number[] {
  return Array.from(scores.keys())
    .filter((column) => !excluded.includes(column))
    .sort((left, right) => scores[right]! - scores[left]! || left - right)
    .slice(0, count);
}

/** Few different values, so that most rows have ties. */
const coarseScores = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 80, size: 'max' });
const fineScores = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 80, size: 'max' });

describe('topK', () => {
  it('equals sorting the whole row, with ties to the lower index and excluded columns left out', () => {
    fc.assert(
      fc.property(
        fc.oneof(coarseScores, fineScores),
        fc.integer({ min: 0, max: 90 }),
        fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
        fc.integer({ min: 0, max: 3 }),
        (values, count, marks, before) => {
          const scores = Float32Array.from(values);
          const row = Float32Array.from([...new Array<number>(before).fill(NaN), ...values, NaN]);
          const excluded = values.map((_, column) => column).filter((column) => marks[column]);
          const kept = values.map((_, column) => column).filter((column) => !marks[column]);
          const expected = bySorting(scores, count, excluded);
          expect([...topK(row, before, values.length, count, Int32Array.from(excluded))]).toEqual(expected);
          expect([...topKOf(row, before, Int32Array.from(kept), count)]).toEqual(expected);
        },
      ),
    );
  });

  it('equals sorting on rows as long as a catalogue', () => {
    for (const shape of [(column: number) => column, (column: number) => -column, (column: number) => column % 97]) {
      const scores = Float32Array.from({ length: 20_000 }, (_, column) => shape(column));
      expect([...topK(scores, 0, scores.length, 25)]).toEqual(bySorting(scores, 25, []));
    }
  });

  it('returns nothing if everything is excluded', () => {
    expect(topK(Float32Array.of(1, 2), 0, 2, 25, Int32Array.of(0, 1))).toHaveLength(0);
  });

  it('leaves columns out and gives ties to the lower index on rows as long as a catalogue', () => {
    const scores = Float32Array.from({ length: 20_000 }, (_, column) => (column * 7919) % 500);
    const excluded = Array.from({ length: 75 }, (_, place) => place * 251 + (place % 4));
    expect([...topK(scores, 0, scores.length, 100, Int32Array.from(excluded))]).toEqual(
      bySorting(scores, 100, excluded),
    );
  });

  it.each([NaN, Infinity, -Infinity])(
    'refuses the score %s at any column, even one that could not be among the best',
    (broken) => {
      for (let place = 0; place < 23; place++) {
        const scores = Float32Array.from({ length: 23 }, (_, column) => 100 - column);
        scores[place] = broken;
        expect(() => topK(scores, 0, scores.length, 2)).toThrow(/no list can be made/);
      }
    },
  );

  it('handles the largest numbers of 32 bits, whose sums leave 32 bits', () => {
    const largest = 3.4028234663852886e38;
    const scores = Float32Array.of(1, ...new Array<number>(8).fill(-largest), largest, largest);
    expect([...topK(scores, 0, scores.length, 3)]).toEqual([9, 10, 0]);
  });

  it('says which item has which score where it refuses one', () => {
    expect(() => topK(Float32Array.of(3, 4, 5, NaN), 0, 4, 1)).toThrow(
      expect.objectContaining({ code: 'diverged', said: [say('model.bad-score', { score: NaN, place: 3 })] }),
    );
  });

  it.each([NaN, Infinity, -Infinity])('refuses the score %s', (broken) => {
    expect(() => topK(Float32Array.of(3, broken, 1), 0, 3, 2)).toThrow(/no list can be made/);
    expect(() => topK(Float32Array.of(3, 4, 5, broken), 0, 4, 1)).toThrow(/no list can be made/);
  });
});
