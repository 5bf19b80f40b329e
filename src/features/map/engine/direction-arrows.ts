/** The courses of a run's latent directions on its map, and the groups of titles that name them. */
import type { MapDirection } from '../contract/map';
import type { MapSubject } from '../contract/make-map';
import { groupAttribute } from '../../../shared/values/known-attributes';
import { MOST_MAP_DIRECTIONS } from '../contract/limits';
import { columnCounts } from '../../../engine/data/histories';
import { type TitleGroups, titleGroups } from '../../../engine/data/display/title-groups';
import type { RunSession } from '../../../engine/sessions/run-session';
import { rounded } from './rounded';

/** Least squared length of an arrow to show: below it, the map does not show the direction. */
const SHOWN = 0.1;
/** Number of directions to examine: the others have hardly any of the variance. */
const LOOKED_AT = 12;
/** Least titles of a group to name a direction. */
const GROUP_TITLES = 5;

/** @param places x and y alternately. @returns largest share of the variance first */
export async function directionArrows(
  session: RunSession,
  of: MapSubject,
  places: Float32Array,
): Promise<MapDirection[]> {
  const [latent, directions] = [await session.latent(), await session.directions()];
  const { items, histories } = await session.data();
  const attribute = groupAttribute(items.attributes);
  const groups = attribute === null ? null : titleGroups(attribute);
  if (latent === null || directions === null || groups === null) return [];
  const { values: decoder, shape } = (await session.recommender()).tensors()['decoder']!;
  const vectors = { values: decoder as Float32Array, width: shape[1]! };
  const popularity = columnCounts(histories);
  const arrows: MapDirection[] = [];
  for (
    let direction = 0;
    direction < Math.min(LOOKED_AT, directions.count) && arrows.length < MOST_MAP_DIRECTIONS;
    direction++
  ) {
    const along = directions.vectors.subarray(direction * latent.width, (direction + 1) * latent.width);
    const effects = positions(vectors, along);
    const named = namesOf(groups, effects, popularity);
    if (named === null) return [];
    const [x, y] = arrowOf(of === 'titles' ? effects : positions(latent, along), places);
    if (x * x + y * y < SHOWN) continue;
    const share = rounded(directions.shares[direction]!);
    arrows.push({ direction, share, ...named, x: rounded(x), y: rounded(y) });
  }
  return arrows;
}

/** Products of each row's first columns with a vector. */
function positions({ values, width }: { values: Float32Array; width: number }, along: Float64Array): Float64Array {
  const found = new Float64Array(values.length / width);
  for (let row = 0; row < found.length; row++)
    for (let unit = 0; unit < along.length; unit++) found[row]! += values[row * width + unit]! * along[unit]!;
  return found;
}

/**
 * The groups whose titles' scores rise and fall most, weighted by viewings; null if fewer than two groups have enough titles.
 * @param effects what the direction adds to the score of each title
 */
function namesOf(
  groups: TitleGroups,
  effects: Float64Array,
  popularity: Int32Array,
): Pick<MapDirection, 'raises' | 'lowers'> | null {
  const count = groups.labels.length;
  const [sums, weights, titles] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  effects.forEach((effect, item) => {
    for (const code of groups.of(item))
      if (code < count) {
        sums[code]! += effect * popularity[item]!;
        weights[code]! += popularity[item]!;
        titles[code]!++;
      }
  });
  const known = Array.from(titles.keys()).filter((code) => titles[code]! >= GROUP_TITLES && weights[code]! > 0);
  if (known.length < 2) return null;
  const means = known
    .map((code) => ({ code, mean: sums[code]! / weights[code]! }))
    .sort((left, right) => right.mean - left.mean || left.code - right.code);
  return { raises: groups.labels[means[0]!.code]!, lowers: groups.labels[means.at(-1)!.code]! };
}

/**
 * Where values grow on a map: the gradient of their least-squares plane over x and y, as long as the correlation of the plane with the values.
 * @param places x and y alternately
 * @returns length at most 1; [0, 0] if the values or the positions do not vary
 */
export function arrowOf(values: Float64Array, places: Float32Array): [x: number, y: number] {
  const points = values.length;
  const columns = [(point: number) => places[2 * point]!, (point: number) => places[2 * point + 1]!] as const;
  const mean = (value: (point: number) => number): number => {
    let sum = 0;
    for (let point = 0; point < points; point++) sum += value(point);
    return sum / Math.max(1, points);
  };
  const value = (point: number): number => values[point]!;
  const means = new Map([...columns, value].map((column) => [column, mean(column)]));
  const covariance = (left: (point: number) => number, right: (point: number) => number): number =>
    mean((point) => (left(point) - means.get(left)!) * (right(point) - means.get(right)!));
  const [x, y] = columns;
  const [xx, yy, xy] = [covariance(x, x), covariance(y, y), covariance(x, y)];
  const [xv, yv, vv] = [covariance(x, value), covariance(y, value), covariance(value, value)];
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 0 && vv > 0)) return [0, 0];
  const [alongX, alongY] = [(xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant];
  const steepness = Math.sqrt(alongX * alongX + alongY * alongY);
  if (steepness === 0) return [0, 0];
  const correlation = Math.sqrt(Math.min(1, Math.max(0, (alongX * xv + alongY * yv) / vv)));
  return [(correlation * alongX) / steepness, (correlation * alongY) / steepness];
}
