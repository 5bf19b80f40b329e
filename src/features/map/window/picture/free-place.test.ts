/** Names of areas give way to points and to each other, and stay near what they name. */
import { expect, it } from 'vitest';
import { dotsOf, type Dots, freePlace } from './free-place';
import type { Place } from './view';

const SIZE = { width: 400, height: 300 };
const NAME = { width: 80, height: 20 };
const MIDDLE = { x: 200, y: 150 };
const AT_MIDDLE = { x: 160, y: 140 };
const NO_DOTS: Dots = { places: [], each: 1 };

const all = (places: readonly Place[]): Dots => dotsOf(places.length, (point) => places[point]!);

it('stands over the middle of an area whose points leave room there', () => {
  expect(freePlace(MIDDLE, NAME, SIZE, all([{ x: 100, y: 150 }]), [])).toEqual(AT_MIDDLE);
});

it('stands above points that are dense in the middle', () => {
  const points = Array.from({ length: 30 }, (_, index) => ({ x: 170 + 2 * index, y: 146 + (index % 8) }));
  expect(freePlace(MIDDLE, NAME, SIZE, all(points), [])).toEqual({ x: 160, y: 120 });
});

it('lies over a point rather than far away', () => {
  const crowd = [
    MIDDLE,
    ...Array.from({ length: 60 }, (_, index) => ({ x: 4 * index + 80, y: index % 2 ? 120 : 180 })),
  ];
  expect(freePlace(MIDDLE, NAME, SIZE, all(crowd), [])).toEqual(AT_MIDDLE);
});

it('gives way to another name, and is left out where each place is taken', () => {
  const other = { ...AT_MIDDLE, ...NAME };
  expect(freePlace(MIDDLE, NAME, SIZE, NO_DOTS, [other])).toEqual({ x: 160, y: 120 });
  expect(freePlace(MIDDLE, NAME, SIZE, NO_DOTS, [{ x: 0, y: 0, ...SIZE }])).toBe(null);
});

it('stays whole at the edge of the view', () => {
  const line = Array.from({ length: 200 }, (_, index) => ({ x: 2 * index, y: 16 }));
  expect(freePlace({ x: 200, y: 10 }, NAME, SIZE, all(line), [])).toEqual({ x: 160, y: 20 });
});

it('leaves the view with its area', () => {
  const at = { x: -10, y: 150 };
  expect(freePlace(at, NAME, SIZE, all([at]), [])).toEqual({ x: -50, y: 140 });
});

it('looks at some points for all of a large map', () => {
  const { places, each } = dotsOf(4000, (point) => ({ x: point, y: 0 }));
  expect([places.length, each, places[1]]).toEqual([1334, 3, { x: 3, y: 0 }]);
});
