/** Deleting moves an entry to the trash of the workspace, with a note of what it was; `trash restore` brings it back, `collect` empties the trash. */
import * as path from 'node:path';
import type { Removal, TrashEntry } from '../../../shared/contract/workspace';
import type { AnyRecord } from '../../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { openSnapshot } from '../../../engine/data/snapshot';
import { renameLastingly } from '../../../engine/storage/files';
import { DATASET_NAME } from '../../../engine/storage/names';
import { datasetFolder, refuseLinkedFolders, runFolder, type Workspace } from '../../../engine/storage/workspace';
import { entriesOf } from '../../../engine/storage/disk';
import { readMarks } from '../../../engine/kept/marks';
import { isBeingVerified } from '../../../engine/runs/repeat-folder';
import { isEarlierRecord, readAnyRecord } from '../../../engine/runs/record';
import { currentRecord, listRuns, runIds } from '../../../engine/runs/store';
import { putIntoTrash } from './aside';

/** Shortest prefixes accepted for an ID, as in other lookups of runs and data sets. */
const SHORTEST = { run: 2, dataset: 4 } as const;

/**
 * Moves a run or a data set to the trash.
 * @param id of a run or a data set, or a beginning that identifies one of them
 * @returns its new path, and which runs can no longer be verified
 * @throws ShelfwiseError `not-found` with the existing ones, `usage` if several begin with it, `busy` while a trainer needs it
 */
export async function moveToTrash(workspace: Workspace, id: string): Promise<Removal> {
  await refuseLinkedFolders(workspace);
  const target = matchId(id, await runIds(workspace), await fingerprints(workspace));
  return target.kind === 'run' ? trashRun(workspace, target.id) : trashDataset(workspace, target.id);
}

interface Target {
  kind: Removal['kind'];
  id: string;
}

/** By the names of their folders, so that a data set with a damaged dataset.json can be deleted too. */
async function fingerprints({ datasets }: Workspace): Promise<string[]> {
  return (await entriesOf(datasets))
    .filter((entry) => entry.isDirectory() && DATASET_NAME.test(entry.name))
    .map(({ name }) => name);
}

function matchId(wanted: string, runs: readonly string[], datasets: readonly string[]): Target {
  const targets: Target[] = [
    ...runs.map((id): Target => ({ kind: 'run', id })),
    ...datasets.map((id): Target => ({ kind: 'dataset', id })),
  ];
  const exact = targets.find(({ id }) => id === wanted);
  if (exact !== undefined) return exact;
  const matches = targets.filter(({ id, kind }) => wanted.length >= SHORTEST[kind] && id.startsWith(wanted));
  if (matches.length === 1) return matches[0]!;
  if (matches.length > 1)
    throw new ShelfwiseError(
      'usage',
      say('run.or-data-ambiguous', { wanted, found: matches.map((match) => match.id) }),
    );
  const allowed = targets.map((target) => (target.kind === 'run' ? target.id : target.id.slice(0, 12)));
  throw new ShelfwiseError('not-found', [
    say('run.or-data-unknown', { wanted }),
    ...(allowed.length === 0 ? [say('run.workspace-empty')] : allowedWords(wanted, allowed)),
  ]);
}

async function trashRun(workspace: Workspace, runId: string): Promise<Removal> {
  const folder = runFolder(workspace, runId);
  const name = await nameOfIdleRun(workspace, folder, runId);
  if (await isBeingVerified(folder)) throw new ShelfwiseError('busy', say('run.being-verified', { run: runId }));
  return move(workspace, folder, { kind: 'run', id: runId, name, affectedRuns: [] });
}

/** As people named it. A run whose record is damaged can be deleted too. */
async function nameOfIdleRun(workspace: Workspace, folder: string, runId: string): Promise<string> {
  let record: AnyRecord;
  try {
    record = await readAnyRecord(folder);
    if (!isEarlierRecord(record)) record = await currentRecord(folder);
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'bad-data') return runId;
    throw thrown;
  }
  if (!isEarlierRecord(record) && record.status === 'running')
    throw new ShelfwiseError('busy', say('run.delete-training', { run: runId }));
  return (await readMarks(workspace)).marks.get(runId)?.name ?? record.name;
}

async function trashDataset(workspace: Workspace, fingerprint: string): Promise<Removal> {
  const users = (await listRuns(workspace)).filter(({ dataset }) => dataset.fingerprint === fingerprint);
  const training = users.find(({ status }) => status === 'running');
  if (training !== undefined)
    throw new ShelfwiseError('busy', say('run.delete-data-training', { run: training.runId }));
  const affectedRuns = users.map(({ runId }) => runId);
  const name = await openSnapshot(workspace, fingerprint).then(
    ({ dataset }) => dataset.name,
    (thrown: unknown) => {
      if (toShelfwiseError(thrown).code === 'newer-version') throw thrown;
      return fingerprint;
    },
  );
  return move(workspace, datasetFolder(workspace, fingerprint), {
    kind: 'dataset',
    id: fingerprint,
    name,
    affectedRuns,
  });
}

async function move(
  workspace: Workspace,
  folder: string,
  what: Omit<TrashEntry, 'deletedAt' | 'entry' | 'bytes'>,
): Promise<Removal> {
  const trash = await putIntoTrash(workspace, what, (entry) =>
    moveFolder(folder, path.join(entry, path.basename(folder))),
  );
  return { id: what.id, kind: what.kind, name: what.name, trash, affectedRuns: what.affectedRuns };
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await renameLastingly(from, to);
  } catch (thrown) {
    const { code } = toShelfwiseError(thrown);
    if (code === 'not-found')
      throw new ShelfwiseError('not-found', say('trash.gone', { what: from }), { cause: thrown });
    throw new ShelfwiseError(code === 'internal' ? 'no-permission' : code, say('trash.not-moved', { what: from }), {
      cause: thrown,
    });
  }
}
