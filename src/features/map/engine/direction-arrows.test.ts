import { expect, it } from 'vitest';
import { RandomStream } from '../../../engine/model/random';
import { arrowOf } from './direction-arrows';

/** Correlated x and y, so that a value that grows with x alone also correlates with y. */
function slantedPlaces(points: number): Float32Array {
  const random = new RandomStream(3, 'test/places');
  const places = new Float32Array(2 * points);
  for (let point = 0; point < points; point++) {
    places[2 * point] = random.uniform();
    places[2 * point + 1] = 0.8 * places[2 * point]! + 0.2 * random.uniform();
  }
  return places;
}

it('points to where values grow, however x and y correlate, and is as long as the correlation', () => {
  const places = slantedPlaces(400);
  const of = (value: (x: number, y: number) => number) =>
    arrowOf(
      Float64Array.from({ length: 400 }, (_, point) => value(places[2 * point]!, places[2 * point + 1]!)),
      places,
    );
  const [x, y] = of((left) => 3 * left + 5);
  expect(x).toBeCloseTo(1, 6);
  expect(y).toBeCloseTo(0, 6);
  const [down, across] = of((_, up) => -up);
  expect(down).toBeCloseTo(0, 6);
  expect(across).toBeCloseTo(-1, 6);
  const random = new RandomStream(4, 'test/noise');
  expect(Math.hypot(...of((left) => left + random.uniform()))).toBeGreaterThan(0.5);
  expect(Math.hypot(...of(() => random.uniform()))).toBeLessThan(0.2);
  expect(of(() => 1)).toEqual([0, 0]);
  expect(arrowOf(Float64Array.of(1, 2), Float32Array.of(0, 0, 1, 1))).toEqual([0, 0]);
});
