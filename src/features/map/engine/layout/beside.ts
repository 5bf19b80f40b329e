/** Positions for points that were not laid out themselves: beside the most similar laid-out points. */
import type { RandomStream } from '../../../../engine/model/random';
import type { Coordinates } from '../principal';
import { NearestLists, squaredDistance } from './nearest';

/** Laid-out points that a point lies between, and the nearest cells that are searched for them. */
const BETWEEN = 3;
const CELLS_SEARCHED = 6;
/** Largest offset from the exact position, so that points do not hide each other; the map is 2 wide. */
const SCATTER = 0.004;
/** Added to a squared distance: keeps the weight of a point at the same position finite. */
const SAME = 1e-9;
const POINTS_PER_TURN = 512;

interface Beside {
  readonly coordinates: Coordinates;
  /** Points with a position, ascending. */
  readonly laidOut: Int32Array;
  /** Points that need one, ascending. */
  readonly others: Int32Array;
  /** x and y of all points alternately; fills in those of `others`. */
  readonly places: Float32Array;
}

/**
 * Searches for the nearest points only in the cells nearest to a point (an inverted file, Jégou et al. 2011): nearly always the nearest of all, at a
 * hundredth of the work.
 */
export async function placeBeside(
  { coordinates, laidOut, others, places }: Beside,
  random: RandomStream,
  rest: (share: number) => Promise<void>,
): Promise<void> {
  if (others.length === 0) return;
  const count = Math.max(1, Math.floor(Math.sqrt(laidOut.length)));
  const middles = random.shuffle(laidOut.slice()).slice(0, count);
  const cells = Array.from(middles, (): number[] => []);
  for (const point of laidOut) cells[nearestOf(coordinates, middles, point, 1)[0]!.place]!.push(point);
  for (const [done, point] of others.entries()) {
    const near = nearestOf(coordinates, middles, point, CELLS_SEARCHED).flatMap(({ place }) => cells[place]!);
    const found = nearestOf(coordinates, near, point, BETWEEN);
    let [x, y, all] = [0, 0, 0];
    for (const { place, square } of found) {
      const weight = 1 / (SAME + square);
      x += weight * places[2 * near[place]!]!;
      y += weight * places[2 * near[place]! + 1]!;
      all += weight;
    }
    places[2 * point] = x / all + scatter(random);
    places[2 * point + 1] = y / all + scatter(random);
    if (done % POINTS_PER_TURN === POINTS_PER_TURN - 1) await rest(done / others.length);
  }
}

/** The nearest of the candidates, as indices among them; ties to the earlier one. */
function nearestOf(
  { values, width }: Coordinates,
  candidates: ArrayLike<number>,
  point: number,
  most: number,
): { place: number; square: number }[] {
  const lists = new NearestLists(1, Math.min(most, candidates.length));
  for (let place = 0; place < candidates.length; place++)
    lists.offer(0, place, squaredDistance(values, width, point, candidates[place]!, lists.farthest(0)));
  return Array.from(lists.indices, (place, at) => ({ place, square: lists.squares[at]! }));
}

/** Puts a point beside another. */
export function scatterAround(places: Float32Array, point: number, other: number, random: RandomStream): void {
  places[2 * point] = places[2 * other]! + scatter(random);
  places[2 * point + 1] = places[2 * other + 1]! + scatter(random);
}

const scatter = (random: RandomStream): number => (2 * random.uniform() - 1) * SCATTER;
