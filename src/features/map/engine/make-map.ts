/** Makes the map of a run and stores it in the run's folder, in a process forked for it. */
import { setImmediate } from 'node:timers/promises';
import type { MadeMap, MakeMap } from '../contract/make-map';
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { RandomStream } from '../../../engine/model/random';
import { refuseWhileForgetting } from '../../../engine/data/privacy/intention';
import { readForgottenRun, whyForgotten } from '../../../engine/runs/forgotten-run';
import { encodeMap, type KeptMap, readMap, removeMap, writeMap } from './map-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { Sessions } from '../../../engine/sessions/sessions';
import { openWorkspace, type Workspace } from '../../../engine/storage/workspace';
import { clusterPlaces } from './clusters';
import { directionArrows } from './direction-arrows';
import { earlierMap } from './earlier-map';
import { type LayoutPhase, layOutPoints } from './lay-out-points';
import { vectorsOf } from './vectors';

/** Beginning and end of each phase, in hundredths of the whole. */
const PHASES: Record<LayoutPhase, readonly [from: number, to: number]> = {
  neighbours: [5, 45],
  layout: [45, 90],
  beside: [90, 100],
};

/** @throws ShelfwiseError `not-found` for a run without a model, or a parent without a map; `busy` while a profile of its data is being forgotten */
export async function makeMap(
  workspaceFolder: string,
  request: MakeMap,
  onProgress: (progress: Progress) => void,
): Promise<MadeMap> {
  const workspace = await openWorkspace(workspaceFolder);
  const sessions = new Sessions(workspace);
  return sessions.withRun(request.runId, (session) => makeAndKeep(workspace, session, request, onProgress));
}

async function makeAndKeep(
  workspace: Workspace,
  session: RunSession,
  request: MakeMap,
  onProgress: (progress: Progress) => void,
): Promise<MadeMap> {
  const { of } = request;
  const { record, folder } = session;
  const { weightsSha256, runId } = record;
  if (weightsSha256 === null) throw new ShelfwiseError('not-found', say('run.no-model', { run: runId }));
  const tell = (done: number): void => onProgress({ phase: 'map', detail: '', done, total: 100 });
  tell(0);
  const { profiles, items } = await session.data();
  const { ids } = of === 'profiles' ? profiles : items;
  // Also refuses to continue if a newer version wrote the existing map.
  await readMap(folder, of, { record, points: ids.length });
  const earlier = await earlierMap(workspace, session, request, ids);
  const vectors = await vectorsOf(session, of);
  const { places, laidOut } = await layOutPoints({
    vectors,
    seed: record.seed,
    name: of,
    earlier: earlier && placesBefore(earlier, ids.length),
    async rest(phase, share) {
      const [from, to] = PHASES[phase];
      tell(Math.floor(from + share * (to - from)));
      await setImmediate();
    },
  });
  const placed = new Int32Array(ids.length);
  for (const point of laidOut) placed[point] = 1;
  const map: KeptMap = {
    basis: vectors.basis,
    weightsSha256,
    parent: earlier?.parent ?? null,
    places,
    cluster: await clusterPlaces(places, new RandomStream(record.seed, `map/${of}/clusters`), () => setImmediate()),
    placed,
    directions: await directionArrows(session, of, places),
    earlier: earlier && { known: earlier.known, from: earlier.from },
  };
  const { bytes, sha256 } = encodeMap(of, map);
  await keep(workspace, session, of, bytes);
  return {
    runId,
    of,
    sha256,
    parent: map.parent,
    total: ids.length,
    placed: laidOut.length,
    clusters: map.cluster.reduce((most, own) => Math.max(most, own + 1), 0),
  };
}

function placesBefore({ known, from }: NonNullable<KeptMap['earlier']>, points: number): Float64Array {
  const places = new Float64Array(2 * points).fill(NaN);
  known.forEach((point, at) => places.set(from.subarray(2 * at, 2 * at + 2), 2 * point));
  return places;
}

/** A profile that is forgotten while the map is made must not come back with it: forgetting looks at the folder after announcing itself. */
async function keep(
  workspace: Workspace,
  { folder, record }: RunSession,
  of: MakeMap['of'],
  bytes: Uint8Array,
): Promise<void> {
  await writeMap(folder, of, bytes);
  try {
    await refuseWhileForgetting(workspace, record.dataset.fingerprint);
    const forgotten = await readForgottenRun(folder);
    if (forgotten !== null) throw new ShelfwiseError('not-found', whyForgotten(record.runId, forgotten));
  } catch (thrown) {
    await removeMap(folder, of);
    throw thrown;
  }
}
