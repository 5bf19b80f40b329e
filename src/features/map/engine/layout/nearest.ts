/** The nearest neighbours of every point: exact, ties to the lower index, so that the order of work does not show. */
import type { Coordinates } from '../principal';

/** Points compared with all before them between two pauses. */
const ROWS_PER_TURN = 64;
/** Coordinates after which a pair that is already too far apart is skipped: the first ones vary most. */
const FIRST = 8;

export interface Neighbours {
  readonly count: number;
  /** points x count, nearest first. */
  readonly indices: Int32Array;
  /** points x count: distances, not squared. */
  readonly distances: Float64Array;
}

/**
 * @param most per point; fewer if there are not that many others
 * @param rest awaited from time to time, with the finished fraction
 */
export async function nearestNeighbours(
  { values, width }: Coordinates,
  most: number,
  rest: (share: number) => Promise<void>,
): Promise<Neighbours> {
  const points = values.length / width;
  const count = Math.max(0, Math.min(most, points - 1));
  const nearest = new NearestLists(points, count);
  // A single point has no others.
  for (let point = 1; point < points; point++) {
    for (let other = 0; other < point; other++) {
      const limit = Math.max(nearest.farthest(point), nearest.farthest(other));
      const square = squaredDistance(values, width, point, other, limit);
      if (square > limit) continue;
      nearest.offer(point, other, square);
      nearest.offer(other, point, square);
    }
    if (point % ROWS_PER_TURN === ROWS_PER_TURN - 1) await rest((point * point) / (points * points));
  }
  return { count, indices: nearest.indices, distances: nearest.squares.map((square) => Math.sqrt(square)) };
}

/** Above `limit` the result may be any number above it. */
export function squaredDistance(
  values: Float32Array,
  width: number,
  left: number,
  right: number,
  limit: number,
): number {
  const [from, to] = [left * width, right * width];
  const first = Math.min(FIRST, width);
  let sum = 0;
  for (let column = 0; column < first; column++) {
    const difference = values[from + column]! - values[to + column]!;
    sum += difference * difference;
  }
  if (sum > limit) return sum;
  for (let column = first; column < width; column++) {
    const difference = values[from + column]! - values[to + column]!;
    sum += difference * difference;
  }
  return sum;
}

/** The best of each point's candidates, in order of (square, index). */
export class NearestLists {
  readonly indices: Int32Array;
  readonly squares: Float64Array;

  constructor(
    points: number,
    private readonly count: number,
  ) {
    this.indices = new Int32Array(points * count).fill(-1);
    this.squares = new Float64Array(points * count).fill(Infinity);
  }

  farthest(point: number): number {
    return this.squares[(point + 1) * this.count - 1]!;
  }

  offer(point: number, other: number, square: number): void {
    const from = point * this.count;
    let at = from + this.count - 1;
    if (!this.#isBefore(square, other, at)) return;
    for (; at > from && this.#isBefore(square, other, at - 1); at--) {
      this.squares[at] = this.squares[at - 1]!;
      this.indices[at] = this.indices[at - 1]!;
    }
    this.squares[at] = square;
    this.indices[at] = other;
  }

  #isBefore(square: number, other: number, at: number): boolean {
    const there = this.squares[at]!;
    return square < there || (square === there && (this.indices[at]! < 0 || other < this.indices[at]!));
  }
}
