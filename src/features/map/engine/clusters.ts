/** Clusters the points of a map: k-means (Lloyd 1982) with spread starts (k-means++, Arthur and Vassilvitskii 2007). */
import { MOST_MAP_CLUSTERS } from '../contract/limits';
import type { RandomStream } from '../../../engine/model/random';

/** Rounds after which the clusters are final. */
const MOST_ROUNDS = 100;

/** From 1 for a handful of points to MOST_MAP_CLUSTERS for a thousand. */
export const clustersFor = (points: number): number =>
  Math.max(1, Math.min(MOST_MAP_CLUSTERS, Math.floor(Math.sqrt(points / 8))));

/**
 * Additions, products and comparisons only, in a fixed order: the same on every machine.
 * @param places x and y alternately
 * @param rest awaited between rounds
 * @returns the cluster of each point, numbered from 0 by size, largest first; no number is left out
 */
export async function clusterPlaces(
  places: Float32Array,
  random: RandomStream,
  rest: () => Promise<void>,
): Promise<Int32Array> {
  const points = places.length / 2;
  if (points === 0) return new Int32Array(0);
  const centres = spreadStarts(places, clustersFor(points), random);
  const cluster = new Int32Array(points);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = assign(places, centres, cluster);
    if (moved === 0 && round > 0) break;
    recentre(places, centres, cluster);
    await rest();
  }
  return bySize(cluster, centres.length / 2);
}

/** Draws each next start in proportion to its squared distance from the nearest earlier one. */
function spreadStarts(places: Float32Array, count: number, random: RandomStream): Float64Array {
  const points = places.length / 2;
  const centres = new Float64Array(2 * count);
  const squares = new Float64Array(points).fill(Infinity);
  let drawn = random.below(points);
  for (let centre = 0; centre < count; centre++) {
    const [x, y] = [places[2 * drawn]!, places[2 * drawn + 1]!];
    centres[2 * centre] = x;
    centres[2 * centre + 1] = y;
    let all = 0;
    for (let point = 0; point < points; point++) {
      const [dx, dy] = [places[2 * point]! - x, places[2 * point + 1]! - y];
      squares[point] = Math.min(squares[point]!, dx * dx + dy * dy);
      all += squares[point]!;
    }
    let left = random.uniform() * all;
    drawn = 0;
    while (drawn < points - 1 && left >= squares[drawn]!) left -= squares[drawn++]!;
  }
  return centres;
}

/** Assigns each point to the nearest centre, ties to the lower number. @returns the number of points that changed */
function assign(places: Float32Array, centres: Float64Array, cluster: Int32Array): number {
  let moved = 0;
  for (let point = 0; point < cluster.length; point++) {
    let [nearest, least] = [0, Infinity];
    for (let centre = 0; centre < centres.length / 2; centre++) {
      const dx = places[2 * point]! - centres[2 * centre]!;
      const dy = places[2 * point + 1]! - centres[2 * centre + 1]!;
      const square = dx * dx + dy * dy;
      if (square < least) [nearest, least] = [centre, square];
    }
    if (cluster[point] !== nearest) moved++;
    cluster[point] = nearest;
  }
  return moved;
}

/** Moves each centre to the mean of its points; one without points stays. */
function recentre(places: Float32Array, centres: Float64Array, cluster: Int32Array): void {
  const sums = new Float64Array(centres.length);
  const counts = new Float64Array(centres.length / 2);
  for (let point = 0; point < cluster.length; point++) {
    const own = cluster[point]!;
    sums[2 * own]! += places[2 * point]!;
    sums[2 * own + 1]! += places[2 * point + 1]!;
    counts[own]!++;
  }
  for (let centre = 0; centre < counts.length; centre++)
    if (counts[centre]! > 0)
      for (const side of [0, 1]) centres[2 * centre + side] = sums[2 * centre + side]! / counts[centre]!;
}

function bySize(cluster: Int32Array, count: number): Int32Array {
  const sizes = new Int32Array(count);
  for (const own of cluster) sizes[own]!++;
  const order = Array.from(sizes.keys()).sort((left, right) => sizes[right]! - sizes[left]! || left - right);
  const number = new Int32Array(count);
  order.forEach((own, place) => (number[own] = place));
  return cluster.map((own) => number[own]!);
}
