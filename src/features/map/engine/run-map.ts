/** The map of a run for display: positions, clusters with their names, and the courses of latent directions. */
import type { MapSubject } from '../contract/make-map';
import type { RunMap } from '../contract/map';
import { type KeptMap, readMap } from './map-file';
import type { RunData, RunSession } from '../../../engine/sessions/run-session';
import { nameClusters } from './cluster-names';
import { directionArrows } from './direction-arrows';
import { principalMap } from './principal-map';
import { rounded } from './rounded';

interface ShownMap extends Pick<KeptMap, 'basis' | 'parent' | 'places' | 'cluster' | 'directions' | 'earlier'> {
  /** Null for a map that is not stored. */
  readonly sha256: string | null;
  readonly placed: number;
}

/** The map stored with the run, read each time, since any program may make it again; until there is one, the quick map. */
async function shownMap(session: RunSession, of: MapSubject): Promise<ShownMap> {
  const kept = await keptMap(session, of);
  if (kept !== null) return { ...kept, placed: kept.placed.reduce((sum, one) => sum + one, 0) };
  const { places, ...map } = await principalMap(session, of);
  const directions = await directionArrows(session, of, places);
  return { ...map, places, directions, sha256: null, parent: null, earlier: null, placed: places.length / 2 };
}

/** Null if it is not made yet. */
export async function keptMap(session: RunSession, of: MapSubject): ReturnType<typeof readMap> {
  const { ids } = pointsOf(await session.data(), of);
  return readMap(session.folder, of, { record: session.record, points: ids.length });
}

const pointsOf = ({ profiles, items }: RunData, of: MapSubject): RunData['profiles'] =>
  of === 'profiles' ? profiles : items;

/**
 * @param isMaking whether its layout is being made
 * @throws ShelfwiseError `not-found` for a run without a model
 */
export async function runMap(session: RunSession, of: MapSubject, isMaking: boolean): Promise<RunMap> {
  const data = await session.data();
  const map = await shownMap(session, of);
  const { ids, attributes } = pointsOf(data, of);
  return {
    runId: session.record.runId,
    of,
    state: isMaking ? 'computing' : map.sha256 === null ? 'none' : 'ready',
    method: map.sha256 === null ? 'pca' : 'layout',
    basis: map.basis,
    sha256: map.sha256,
    parent: map.parent,
    total: ids.length,
    placed: map.placed,
    ids: [...ids],
    titles: of === 'titles' ? [...data.items.titles] : null,
    ...sides(map.places),
    from: map.earlier && earlierSides(map.earlier, ids.length),
    cluster: Array.from(map.cluster),
    clusters: nameClusters(data, of, map),
    unwatched: of === 'titles' ? [] : unwatchedIn(data),
    directions: [...map.directions],
    attributes: attributes.map(({ name, kind }) => ({ name, kind })),
  };
}

const unwatchedIn = ({ histories: { rows, offsets } }: RunData): number[] =>
  Array.from({ length: rows }, (_, row) => row).filter((row) => offsets[row] === offsets[row + 1]);

function sides(places: Float32Array): { x: number[]; y: number[] } {
  const side = (first: 0 | 1): number[] =>
    Array.from({ length: places.length / 2 }, (_, point) => rounded(places[2 * point + first]!));
  return { x: side(0), y: side(1) };
}

function earlierSides({ known, from }: NonNullable<KeptMap['earlier']>, points: number): NonNullable<RunMap['from']> {
  const nowhere = (): (number | null)[] => Array.from({ length: points }, () => null);
  const earlier = { x: nowhere(), y: nowhere() };
  known.forEach((point, at) => {
    earlier.x[point] = rounded(from[2 * at]!);
    earlier.y[point] = rounded(from[2 * at + 1]!);
  });
  return earlier;
}
