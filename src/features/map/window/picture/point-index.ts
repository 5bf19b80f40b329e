/**
 * Finds points by place. A grid of cells over the map lists the points of each cell, so that no query searches all
 * points.
 */
import { isInside } from './lasso';
import { type Bounds, boundsOf, type Place } from './view';

/** Average points per cell; queries also search neighbouring cells. */
const PER_CELL = 4;
const MOST_CELLS_A_SIDE = 512;

export interface PointIndex {
  readonly bounds: Bounds;
  /** The point nearest to a place within `reach` map units among those that pass; null if there is none. */
  nearest(place: Place, reach: number, passes?: (point: number) => boolean): number | null;
  /** The points inside a loop, ascending. */
  inside(loop: readonly Place[]): Int32Array;
}

export function indexPoints(x: Float32Array, y: Float32Array): PointIndex {
  const bounds = boundsOf(x, y);
  const side = Math.max(1, Math.min(MOST_CELLS_A_SIDE, Math.ceil(Math.sqrt(x.length / PER_CELL))));
  const [cellWidth, cellHeight] = [(bounds.right - bounds.left) / side, (bounds.top - bounds.bottom) / side];
  const clamp = (cell: number): number => Math.min(side - 1, Math.max(0, Math.floor(cell)));
  const columnOf = (at: number): number => clamp((at - bounds.left) / cellWidth);
  const rowOf = (at: number): number => clamp((at - bounds.bottom) / cellHeight);
  const { starts, points } = sortIntoCells(
    x.length,
    side * side,
    (point) => rowOf(y[point]!) * side + columnOf(x[point]!),
  );
  /** Calls `take` for each point in the cells that a box touches. */
  const each = ({ left, right, bottom, top }: Bounds, take: (point: number) => void): void => {
    const [first, last] = [columnOf(left), columnOf(right)];
    for (let row = rowOf(bottom); row <= rowOf(top); row++)
      for (let place = starts[row * side + first]!; place < starts[row * side + last + 1]!; place++)
        take(points[place]!);
  };
  return {
    bounds,
    nearest(place, reach, passes = () => true) {
      let found: number | null = null;
      let least = reach;
      const look = (point: number): void => {
        const distance = Math.hypot(x[point]! - place.x, y[point]! - place.y);
        // Ties go to the first point.
        const isNearer = distance < least || (distance === least && (found === null || point < found));
        if (isNearer && passes(point)) [found, least] = [point, distance];
      };
      each({ left: place.x - reach, right: place.x + reach, bottom: place.y - reach, top: place.y + reach }, look);
      return found;
    },
    inside(loop) {
      if (loop.length < 3) return new Int32Array(0);
      const within: number[] = [];
      const box = boundsOf(
        loop.map((corner) => corner.x),
        loop.map((corner) => corner.y),
      );
      each(box, (point) => {
        if (isInside(loop, x[point]!, y[point]!)) within.push(point);
      });
      return Int32Array.from(within).sort();
    },
  };
}

/** Points by cell: cell `c` holds points[starts[c]] to points[starts[c + 1]] (exclusive), ascending. */
function sortIntoCells(
  count: number,
  cells: number,
  cellOf: (point: number) => number,
): { starts: Int32Array; points: Int32Array } {
  const starts = new Int32Array(cells + 1);
  const cell = new Int32Array(count);
  for (let point = 0; point < count; point++) {
    cell[point] = cellOf(point);
    starts[cell[point]! + 1]!++;
  }
  for (let place = 0; place < cells; place++) starts[place + 1]! += starts[place]!;
  const next = starts.slice(0, cells);
  const points = new Int32Array(count);
  for (let point = 0; point < count; point++) points[next[cell[point]!]!++] = point;
  return { starts, points };
}
