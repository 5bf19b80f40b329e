/** Brings a finished layout to the scale of a map: on its own, or as close to an earlier map as rotation, translation and scaling allow. */
import { hasPlace } from './start';

/** Least points that both maps have, to align one with the other. */
const LEAST_SHARED = 3;

interface Moments {
  readonly x: number;
  readonly y: number;
  /** Mean squared distance from there. */
  readonly spread: number;
}

/**
 * Centred, with the farthest coordinate in either direction at 1.
 * @param layout x and y alternately
 */
export function toUnitMap(layout: Float64Array): Float32Array {
  const { x, y } = momentsOf(layout, allOf(layout));
  let farthest = 0;
  layout.forEach((value, at) => (farthest = Math.max(farthest, Math.abs(value - (at % 2 === 0 ? x : y)))));
  const scale = farthest > 0 ? 1 / farthest : 0;
  return Float32Array.from(layout, (value, at) => scale * (value - (at % 2 === 0 ? x : y)));
}

/**
 * Rotated, translated and scaled, but not mirrored (Procrustes), so that the shared points lie as close to their earlier positions as possible and
 * have the same spread.
 * @param earlier of the same points, NaN for points that the earlier map did not have
 * @returns null if they share too few points
 */
export function toEarlierMap(layout: Float64Array, earlier: Float64Array): Float32Array | null {
  const shared = allOf(layout).filter((point) => hasPlace(earlier, point));
  if (shared.length < LEAST_SHARED) return null;
  const [from, to] = [momentsOf(layout, shared), momentsOf(earlier, shared)];
  let [along, across] = [0, 0];
  for (const point of shared) {
    const [x, y] = [layout[2 * point]! - from.x, layout[2 * point + 1]! - from.y];
    const [u, v] = [earlier[2 * point]! - to.x, earlier[2 * point + 1]! - to.y];
    along += x * u + y * v;
    across += x * v - y * u;
  }
  const length = Math.sqrt(along * along + across * across);
  if (!(length > 0 && from.spread > 0 && to.spread > 0)) return null;
  const scale = Math.sqrt(to.spread) / Math.sqrt(from.spread);
  const [cosine, sine] = [(scale * along) / length, (scale * across) / length];
  const places = new Float32Array(layout.length);
  for (let at = 0; at < layout.length; at += 2) {
    const [x, y] = [layout[at]! - from.x, layout[at + 1]! - from.y];
    places[at] = to.x + cosine * x - sine * y;
    places[at + 1] = to.y + sine * x + cosine * y;
  }
  return places;
}

const allOf = (places: Float64Array): number[] => Array.from({ length: places.length / 2 }, (_, point) => point);

function momentsOf(places: Float64Array, points: readonly number[]): Moments {
  let [x, y, squares] = [0, 0, 0];
  for (const point of points) {
    x += places[2 * point]!;
    y += places[2 * point + 1]!;
  }
  const count = Math.max(1, points.length);
  [x, y] = [x / count, y / count];
  for (const point of points) {
    const [dx, dy] = [places[2 * point]! - x, places[2 * point + 1]! - y];
    squares += dx * dx + dy * dy;
  }
  return { x, y, spread: squares / count };
}
