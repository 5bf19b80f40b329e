/** The map of a run as it is shown: places, clusters with their names, and where latent directions lead. */
import type { MapSubject, RunMap } from '../../shared/contract';
import type { RunSession } from '../sessions/run-session';
import { nameClusters } from './cluster-names';
import { directionArrows } from './direction-arrows';
import { principalMap } from './principal-map';
import { rounded } from './rounded';

/** @throws ShelfwiseError `not-found` for a run without a model */
export async function runMap(session: RunSession, of: MapSubject): Promise<RunMap> {
  const data = await session.data();
  const { profiles, items } = data;
  const map = await principalMap(session, of);
  const { ids, attributes } = of === 'profiles' ? profiles : items;
  return {
    runId: session.record.runId,
    of,
    state: 'none',
    method: 'pca',
    basis: map.basis,
    sha256: null,
    parent: null,
    total: ids.length,
    placed: ids.length,
    ids: [...ids],
    titles: of === 'titles' ? [...items.titles] : null,
    ...sides(map.places),
    from: null,
    cluster: Array.from(map.cluster),
    clusters: nameClusters(data, of, map),
    directions: await directionArrows(session, of, map.places),
    attributes: attributes.map(({ name, kind }) => ({ name, kind })),
  };
}

function sides(places: Float32Array): { x: number[]; y: number[] } {
  const side = (first: 0 | 1): number[] =>
    Array.from({ length: places.length / 2 }, (_, point) => rounded(places[2 * point + first]!));
  return { x: side(0), y: side(1) };
}
