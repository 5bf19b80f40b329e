import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  cornerOfName,
  MOST_ZOOM,
  panned,
  resized,
  toMap,
  toScreen,
  wholeView,
  withinBounds,
  zoomed,
} from './view';

const SIZE = { width: 800, height: 500 };
const BOUNDS = { left: -2, right: 3, bottom: -1, top: 1 };

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const view = fc.record({ x: coordinate, y: coordinate, scale: fc.double({ min: 1, max: 5000, noNaN: true }) });
const pixel = fc.record({
  x: fc.double({ min: 0, max: SIZE.width, noNaN: true }),
  y: fc.double({ min: 0, max: SIZE.height, noNaN: true }),
});

describe('the view of a map', () => {
  it('shows the whole map, with y upwards', () => {
    const whole = wholeView(BOUNDS, SIZE);
    const [low, high] = [toScreen(whole, SIZE, { x: -2, y: -1 }), toScreen(whole, SIZE, { x: 3, y: 1 })];
    for (const { x, y } of [low, high]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(SIZE.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(SIZE.height);
    }
    expect(low.y).toBeGreaterThan(high.y);
  });

  it('after a resize shows the whole map if it did before, else keeps the middle', () => {
    for (const now of [
      { width: 300, height: 400 },
      { width: 1600, height: 900 },
    ]) {
      expect(withinBounds(resized(wholeView(BOUNDS, SIZE), BOUNDS, SIZE, now), BOUNDS, now)).toEqual(
        wholeView(BOUNDS, now),
      );
      const close = { x: 1, y: 0.5, scale: 4000 };
      expect(withinBounds(resized(close, BOUNDS, SIZE, now), BOUNDS, now)).toEqual(close);
    }
    // Not measured yet.
    const none = { width: 0, height: 0 };
    expect(resized(wholeView(BOUNDS, none), BOUNDS, none, SIZE)).toEqual(wholeView(BOUNDS, SIZE));
  });

  it('converts from map to screen and back', () => {
    fc.assert(
      fc.property(view, pixel, (seen, place) => {
        const back = toScreen(seen, SIZE, toMap(seen, SIZE, place));
        expect(back.x).toBeCloseTo(place.x, 4);
        expect(back.y).toBeCloseTo(place.y, 4);
      }),
    );
  });

  it('keeps what is under the pointer while zooming, and moves with a drag', () => {
    fc.assert(
      fc.property(view, pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (seen, place, factor) => {
        const fixed = toMap(seen, SIZE, place);
        const after = toScreen(zoomed(seen, SIZE, factor, place), SIZE, fixed);
        expect(after.x).toBeCloseTo(place.x, 3);
        expect(after.y).toBeCloseTo(place.y, 3);
        const dragged = toScreen(panned(seen, 30, -20), SIZE, fixed);
        expect(dragged.x).toBeCloseTo(place.x + 30, 3);
        expect(dragged.y).toBeCloseTo(place.y - 20, 3);
      }),
    );
  });

  it('never loses the map: bounded zoom out, zoom in and panning', () => {
    const whole = wholeView(BOUNDS, SIZE);
    expect(withinBounds({ x: 90, y: -90, scale: whole.scale / 3 }, BOUNDS, SIZE)).toEqual(whole);
    expect(withinBounds({ x: 90, y: -90, scale: whole.scale * 1e6 }, BOUNDS, SIZE)).toEqual({
      x: 3,
      y: -1,
      scale: whole.scale * MOST_ZOOM,
    });
  });

  it('handles no point, one point, and points on a line', () => {
    for (const points of [[], [2], [2, 2, 2]]) {
      const { scale } = wholeView(boundsOf(Float32Array.from(points), Float32Array.from(points)), SIZE);
      expect(scale).toBeGreaterThan(0);
      expect(scale).toBeLessThan(Infinity);
    }
    expect(wholeView(BOUNDS, { width: 0, height: 0 }).scale).toBe(1);
  });
});

it('a name over a place is whole at the edges, and leaves the view with its place', () => {
  const [name, size] = [
    { width: 80, height: 20 },
    { width: 300, height: 200 },
  ];
  expect(cornerOfName({ x: 150, y: 100 }, name, size)).toEqual({ x: 110, y: 90 });
  expect(cornerOfName({ x: 10, y: 195 }, name, size)).toEqual({ x: 0, y: 180 });
  expect(cornerOfName({ x: 290, y: 0 }, name, size)).toEqual({ x: 220, y: 0 });
  expect(cornerOfName({ x: -10, y: 100 }, name, size)).toEqual({ x: -50, y: 90 });
});
