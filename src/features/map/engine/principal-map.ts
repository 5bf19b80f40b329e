/** The quick map of a run: the two directions in which its points vary most. Kept in memory while the run is open. */
import { setImmediate } from 'node:timers/promises';
import type { MapSubject } from '../contract/make-map';
import type { RunMap } from '../contract/map';
import { RandomStream } from '../../../engine/model/random';
import type { RunSession } from '../../../engine/sessions/run-session';
import { clusterPlaces } from './clusters';
import { principalCoordinates, principalPlaces } from './principal';
import { vectorsOf } from './vectors';

interface QuickMap {
  readonly basis: RunMap['basis'];
  /** x and y alternately. */
  readonly places: Float32Array;
  readonly cluster: Int32Array;
}

const made = new WeakMap<RunSession, Map<MapSubject, Promise<QuickMap>>>();

/** Other calls are answered meanwhile. */
const rest = (): Promise<void> => setImmediate();

export function principalMap(session: RunSession, of: MapSubject): Promise<QuickMap> {
  const ofRun = made.get(session) ?? new Map<MapSubject, Promise<QuickMap>>();
  made.set(session, ofRun);
  const known = ofRun.get(of);
  if (known !== undefined) return known;
  const making = make(session, of);
  ofRun.set(of, making);
  // After a failure the next call tries again.
  making.catch(() => ofRun.delete(of));
  return making;
}

async function make(session: RunSession, of: MapSubject): Promise<QuickMap> {
  const vectors = await vectorsOf(session, of);
  const places = principalPlaces(await principalCoordinates(vectors, 2, rest));
  const cluster = await clusterPlaces(places, new RandomStream(session.record.seed, `map/${of}/clusters`), rest);
  return { basis: vectors.basis, places, cluster };
}
