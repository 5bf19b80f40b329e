/** The groups of similar taste on a run's stored map of profiles, with their names. */
import type { MapCluster } from '../contract/map';
import type { RunSession } from '../../../engine/sessions/run-session';
import { nameClusters } from './cluster-names';
import { keptMap } from './run-map';

interface TasteGroups {
  /** Group of each profile of the run. */
  readonly cluster: Int32Array;
  /** The largest first. */
  readonly clusters: readonly MapCluster[];
}

/** The last ones of a session: naming them reads all histories. */
const lastNamed = new WeakMap<RunSession, { readonly sha256: string; readonly groups: TasteGroups }>();

/** Null for a run whose map of profiles is not made yet. */
export async function tasteGroups(session: RunSession): Promise<TasteGroups | null> {
  const map = await keptMap(session, 'profiles');
  if (map === null) return null;
  const last = lastNamed.get(session);
  if (last?.sha256 === map.sha256) return last.groups;
  const groups = { cluster: map.cluster, clusters: nameClusters(await session.data(), 'profiles', map) };
  lastNamed.set(session, { sha256: map.sha256, groups });
  return groups;
}
