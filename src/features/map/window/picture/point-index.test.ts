import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, withCorner } from './lasso';
import { indexPoints } from './point-index';

// Rounded to floats, so that tests calculate with the index's numbers.
const coordinate = fc.float({ min: -3, max: 3, noNaN: true }).map(Math.fround);
const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 300 }).map((pairs) => ({
  x: Float32Array.from(pairs, ([x]) => x),
  y: Float32Array.from(pairs, ([, y]) => y),
}));
const place = fc.record({ x: coordinate, y: coordinate });

const SQUARE = [
  { x: 0, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 2 },
  { x: 0, y: 2 },
];

describe('the index of points', () => {
  it('finds the same nearest point as a search of all points', () => {
    fc.assert(
      fc.property(points, place, fc.double({ min: 0.01, max: 2, noNaN: true }), ({ x, y }, at, reach) => {
        const distance = (point: number): number => Math.hypot(x[point]! - at.x, y[point]! - at.y);
        const near = Array.from(x.keys()).filter((point) => distance(point) <= reach);
        const expected = near.toSorted((left, right) => distance(left) - distance(right) || left - right)[0] ?? null;
        expect(indexPoints(x, y).nearest(at, reach)).toBe(expected);
      }),
    );
  });

  it('finds the same points in a loop as a search of all points', () => {
    fc.assert(
      fc.property(points, fc.array(place, { minLength: 3, maxLength: 12 }), ({ x, y }, loop) => {
        const expected = Array.from(x.keys()).filter((point) => isInside(loop, x[point]!, y[point]!));
        expect(Array.from(indexPoints(x, y).inside(loop))).toEqual(expected);
      }),
    );
  });

  it('skips points that do not pass, and finds nothing in an empty map', () => {
    const x = Float32Array.of(0, 1);
    const index = indexPoints(x, x);
    expect(index.nearest({ x: 0.1, y: 0.1 }, 5)).toBe(0);
    expect(index.nearest({ x: 0.1, y: 0.1 }, 5, (point) => point !== 0)).toBe(1);
    expect(index.nearest({ x: 9, y: 9 }, 0.5)).toBe(null);
    const none = new Float32Array(0);
    expect(indexPoints(none, none).nearest({ x: 0, y: 0 }, 5)).toBe(null);
    expect(indexPoints(none, none).inside(SQUARE)).toHaveLength(0);
  });
});

describe('a loop', () => {
  it('contains what is inside, whichever way it is drawn', () => {
    for (const loop of [SQUARE, SQUARE.toReversed()])
      expect(
        [
          [1, 1],
          [3, 1],
          [1, -1],
          [-0.1, 1],
          [1.9, 0.1],
        ].map(([x, y]) => isInside(loop, x!, y!)),
      ).toEqual([true, false, false, false, true]);
  });

  it('excludes a bay and areas it crosses twice', () => {
    const bay = [...SQUARE.slice(0, 3), { x: 1, y: 0.5 }, { x: 0, y: 2 }];
    expect(isInside(bay, 1, 1.5)).toBe(false);
    expect(isInside(bay, 0.2, 0.5)).toBe(true);
    const twice = [...SQUARE, ...SQUARE];
    expect(isInside(twice, 1, 1)).toBe(false);
  });

  it('with fewer than three corners contains nothing; close corners count as one', () => {
    const x = Float32Array.of(1);
    expect(indexPoints(x, x).inside(SQUARE.slice(0, 2))).toHaveLength(0);
    const loop = withCorner([], { x: 0, y: 0 });
    expect(withCorner(loop, { x: 1, y: 1 })).toBe(loop);
    expect(withCorner(loop, { x: 5, y: 0 })).toHaveLength(2);
  });
});
