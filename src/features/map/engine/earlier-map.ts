/** Finds the map that a new one starts from, so that what stayed similar stays where people look for it. */
import type { MakeMap, MapSubject } from '../contract/make-map';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type KeptMap, readMap } from './map-file';
import { findRun, listRuns } from '../../../engine/runs/store';
import { readVocabularyIfThere } from '../../../engine/runs/vocabulary';
import type { RunSession } from '../../../engine/sessions/run-session';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

/** Least share of the points that an earlier map must have, unless it was requested. */
const SHARED = 0.5;

interface EarlierMap extends NonNullable<KeptMap['earlier']> {
  readonly parent: NonNullable<KeptMap['parent']>;
}

/**
 * @param ids of the points of the new map
 * @returns null if it starts from scratch
 * @throws ShelfwiseError `not-found` if the requested run does not exist or has no map
 */
export async function earlierMap(
  workspace: Workspace,
  session: RunSession,
  { of, parent }: MakeMap,
  ids: readonly string[],
): Promise<EarlierMap | null> {
  if (parent === null) return null;
  const { record, folder } = session;
  if (parent !== undefined) {
    const found = await findRun(workspace, parent);
    const asked = await mapOf(workspace, found.record, of, ids);
    if (asked !== null) return asked;
    throw new ShelfwiseError('not-found', say('map.no-parent-map', { run: found.record.runId }));
  }
  const before = await readMap(folder, of, { record, points: ids.length });
  if (before !== null)
    return before.parent === null || before.earlier === null ? null : { parent: before.parent, ...before.earlier };
  for (const candidate of await candidates(workspace, record)) {
    const found = await mapOf(workspace, candidate, of, ids).catch(() => null);
    if (found !== null && found.known.length >= SHARED * ids.length) return found;
  }
  return null;
}

/** Its own parent, then the latest earlier runs on the same data, or on an earlier state of the same folder. */
async function candidates(workspace: Workspace, record: RunRecord): Promise<RunRecord[]> {
  const runs = await listRuns(workspace);
  const parents = runs.filter(({ runId }) => runId === record.parent);
  const earlier = runs.filter(
    ({ runId, createdAt, dataset }) =>
      runId !== record.runId &&
      createdAt < record.createdAt &&
      (dataset.fingerprint === record.dataset.fingerprint || dataset.name === record.dataset.name),
  );
  return [...parents, ...earlier];
}

/** The positions of these points in the map of a run; null if it has no map. */
async function mapOf(
  workspace: Workspace,
  record: RunRecord,
  of: MapSubject,
  ids: readonly string[],
): Promise<EarlierMap | null> {
  const folder = runFolder(workspace, record.runId);
  const vocabulary = await readVocabularyIfThere(folder);
  const there = of === 'profiles' ? vocabulary?.profiles : vocabulary?.items;
  if (there === null || there === undefined) return null;
  const map = await readMap(folder, of, { record, points: there.length });
  if (map === null) return null;
  const rowOf = new Map(there.map((id, row) => [id, row]));
  const known = Int32Array.from(ids.keys()).filter((point) => rowOf.has(ids[point]!));
  const from = new Float32Array(2 * known.length);
  known.forEach((point, at) => {
    const row = rowOf.get(ids[point]!)!;
    from.set(map.places.subarray(2 * row, 2 * row + 2), 2 * at);
  });
  return { parent: { runId: record.runId, sha256: map.sha256 }, known, from };
}
