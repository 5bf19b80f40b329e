/** Where a name of an area stands: near its middle, where it lies over few points and over no other name. */
import { between, cornerOfName, type Place, type Size } from './view';

/** A rectangle of the screen, in pixels. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** Steps from the middle that are tried: in heights of the name up and down, in widths to the sides. */
const DOWN = [0, -1, 1, -2, 2, -3, 3];
const ASIDE = [0, -0.25, 0.25, -0.5, 0.5];
/** As many pixels from the middle are as bad as one more point under the name. */
const PIXELS_A_POINT = 20;
/** Radius of a point, in pixels. */
const RADIUS = 4;
/** More points are not looked at, in each frame of a moved map: every second, third ... stands for the others. */
const MOST_POINTS = 1500;

/** Points of the screen, each of which stands for as many. */
export interface Dots {
  readonly places: readonly Place[];
  readonly each: number;
}

export function dotsOf(count: number, placeOf: (point: number) => Place): Dots {
  const each = Math.max(1, Math.ceil(count / MOST_POINTS));
  return { places: Array.from({ length: Math.ceil(count / each) }, (_, index) => placeOf(index * each)), each };
}

/**
 * @param at the middle of the area, in pixels of the screen
 * @returns the corner of the name; null if it would lie over another one wherever it stands
 */
export function freePlace(at: Place, name: Size, size: Size, dots: Dots, taken: readonly Box[]): Place | null {
  // It leaves the view with its area.
  if (at.x < 0 || at.x > size.width || at.y < 0 || at.y > size.height) return cornerOfName(at, name, size);
  let best: { corner: Place; cost: number } | null = null;
  for (const down of DOWN)
    for (const aside of ASIDE) {
      const [right, below] = [aside * name.width, down * name.height];
      const x = between(at.x + right, 0, size.width);
      const corner = cornerOfName({ x, y: between(at.y + below, 0, size.height) }, name, size);
      const box = { ...corner, ...name };
      const far = Math.hypot(right, below) / PIXELS_A_POINT;
      if ((best !== null && far >= best.cost) || taken.some((other) => overlap(box, other))) continue;
      const cost = far + pointsUnder(box, dots);
      if (best === null || cost < best.cost) best = { corner, cost };
    }
  return best?.corner ?? null;
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  one.x + one.width > other.x &&
  one.y < other.y + other.height &&
  one.y + one.height > other.y;

const pointsUnder = ({ x, y, width, height }: Box, { places, each }: Dots): number =>
  each *
  places.filter(
    (point) =>
      point.x > x - RADIUS && point.x < x + width + RADIUS && point.y > y - RADIUS && point.y < y + height + RADIUS,
  ).length;
