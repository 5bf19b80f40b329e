/** Turns the engine's answers into what the map draws and lists. */
import type { MapColours, RunMap } from '../contract/map';
import { POINT_STATES } from './picture/picture';
import type { Choice } from './map-store';

/** Legend group of each point: `groups` for others, `groups + 1` for missing. */
export function groupCodes({ codes, groups }: Extract<MapColours, { kind: 'groups' }>): Uint8Array {
  return Uint8Array.from(codes, (code) => (code < 0 ? groups.length + 1 : code));
}

/** Cluster of each point; the number of clusters for who watched nothing, and so has no taste that is known. */
export function tasteCodes({
  cluster,
  clusters,
  unwatched,
}: Pick<RunMap, 'cluster' | 'clusters' | 'unwatched'>): Uint8Array {
  const codes = Uint8Array.from(cluster);
  for (const point of unwatched) codes[point] = clusters.length;
  return codes;
}

/** Distance between points of one place, as a share of the half width of the map. */
const APART = 0.012;
/** The angle by which sunflowers turn from seed to seed: neighbours never stand in a line. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Positions to draw. Points of one place, such as children of one age who watched nothing, stand around it like seeds,
 * so that each can be seen and a loop shows as many as it selects.
 * @returns x and y of each point, at most `APART` times the square root of their number from where they lie
 */
export function spreadOut({ x, y }: Pick<RunMap, 'x' | 'y'>): { x: Float32Array; y: Float32Array } {
  const spread = { x: Float32Array.from(x), y: Float32Array.from(y) };
  const before = new Map<string, number>();
  for (const [point, left] of x.entries()) {
    const place = `${left} ${y[point]!}`;
    const seed = before.get(place) ?? 0;
    before.set(place, seed + 1);
    spread.x[point]! += APART * Math.sqrt(seed) * Math.cos(seed * TURN);
    spread.y[point]! += APART * Math.sqrt(seed) * Math.sin(seed * TURN);
  }
  return spread;
}

/** Number of points per code. */
export function countCodes(codes: Uint8Array, count: number): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const code of codes) counts[code]!++;
  return counts;
}

/** The selected points, ascending; null without a selection, which dims nothing. */
export function chosenPoints(choice: Choice, map: Pick<RunMap, 'ids' | 'titles'>): readonly number[] | null {
  switch (choice.kind) {
    case 'none':
      return null;
    case 'points':
      return choice.points;
    case 'text': {
      const wanted = choice.text.trim().toLocaleLowerCase();
      if (wanted === '') return null;
      const has = (text: string | null | undefined): boolean => text?.toLocaleLowerCase().includes(wanted) === true;
      return map.ids.flatMap((id, point) => (has(id) || has(map.titles?.[point]) ? [point] : []));
    }
  }
}

/** The points of groups of the legend, ascending. */
export const pointsOfGroups = (codes: Uint8Array, groups: readonly number[]): number[] =>
  Array.from(codes.keys()).filter((point) => groups.includes(codes[point]!));

/** The groups of the legend that are selected whole. */
export function groupsWithin(codes: Uint8Array, points: readonly number[] | null): number[] {
  if (points === null) return [];
  const chosen = new Set(points);
  const groups = new Set(codes);
  for (const [point, code] of codes.entries()) if (!chosen.has(point)) groups.delete(code);
  return [...groups];
}

/** @param points selected points; null dims nothing */
export function statesOf(count: number, points: readonly number[] | null): Uint8Array {
  const states = new Uint8Array(count).fill(points === null ? POINT_STATES.plain : POINT_STATES.dimmed);
  for (const point of points ?? []) states[point] = POINT_STATES.chosen;
  return states;
}

/** Points in the order of a column; missing values last, ties by index. */
export function sortedPoints(
  points: readonly number[],
  keyOf: (point: number) => number | string | null,
  descending: boolean,
  compareTexts: (left: string, right: string) => number,
): number[] {
  const keys = points.map((point) => ({ point, key: keyOf(point) }));
  const turn = descending ? -1 : 1;
  return keys
    .sort((left, right) => {
      if (left.key === null || right.key === null)
        return Number(left.key === null) - Number(right.key === null) || left.point - right.point;
      const order =
        typeof left.key === 'number' ? left.key - Number(right.key) : compareTexts(left.key, String(right.key));
      return turn * order || left.point - right.point;
    })
    .map(({ point }) => point);
}
