/** The files of a workspace whose hashes are recorded, with what each has to be. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { RunRecord } from '../../../../shared/contract/run';
import { toShelfwiseError } from '../../../../shared/errors';
import { type Said, say } from '../../../../shared/words/sentence';
import { readDataset } from '../../../../engine/data/snapshot';
import { filesOf, type Snapshot } from '../../../../engine/data/snapshot-tables';
import { filesLeftOut } from '../../../../engine/runs/opened';
import { isEarlierRecord, readAnyRecord } from '../../../../engine/runs/record';
import { currentRecord, runIds } from '../../../../engine/runs/store';
import { entriesOf } from '../../../../engine/storage/disk';
import { DATASET_NAME } from '../../../../engine/storage/names';
import { datasetFolder, runFolder, type Workspace } from '../../../../engine/storage/workspace';

/** The record of a run or a data set, whose own hash is in it. */
export const RECORD_OF = { run: 'run.json', dataset: 'dataset.json' } as const;

/** A run or a data set with its files and their hashes. */
export interface Recorded {
  readonly kind: keyof typeof RECORD_OF;
  readonly id: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** Why its record cannot be read; its files are then unknown. */
  readonly unreadable: Said | null;
  /** Null if it is a data set, or its record is unreadable. */
  readonly record: RunRecord | null;
  /** Null if it is a run, or its record is unreadable. */
  readonly snapshot: Snapshot | null;
}

/** Runs at work have no hashes yet; what a newer version wrote is left alone, and so are runs of an earlier recipe version. */
export async function recordedOf(workspace: Workspace): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for (const { name } of await entriesOf(workspace.datasets))
    if (DATASET_NAME.test(name)) found.push(...(await datasetAt(datasetFolder(workspace, name))));
  for (const id of await runIds(workspace)) found.push(...(await runAt(runFolder(workspace, id))));
  return found;
}

async function datasetAt(folder: string): Promise<Recorded[]> {
  const about = { kind: 'dataset' as const, id: path.basename(folder), folder, record: null };
  try {
    const dataset = await readDataset(folder);
    if (dataset === null) return [];
    const files = Object.fromEntries(filesOf(dataset).map(({ file, sha256 }) => [file, sha256]));
    return [{ ...about, files, unreadable: null, snapshot: { dataset, folder } }];
  } catch (thrown) {
    return unreadableUnlessNewer({ ...about, snapshot: null }, thrown);
  }
}

async function runAt(folder: string): Promise<Recorded[]> {
  const about = { kind: 'run' as const, id: path.basename(folder), folder, snapshot: null };
  try {
    if (isEarlierRecord(await readAnyRecord(folder))) return [];
    const record = await currentRecord(folder);
    if (record.status === 'running') return [];
    const leftOut = await filesLeftOut(folder);
    const sealed = Object.entries(record.files ?? {}).filter(([file]) => !leftOut.includes(file));
    return [{ ...about, files: Object.fromEntries(sealed), unreadable: null, record }];
  } catch (thrown) {
    return unreadableUnlessNewer({ ...about, record: null }, thrown);
  }
}

function unreadableUnlessNewer(about: Omit<Recorded, 'files' | 'unreadable'>, thrown: unknown): Recorded[] {
  const { code, message, said = [message] } = toShelfwiseError(thrown);
  if (code === 'newer-version' || code === 'not-found') return [];
  return [{ ...about, files: {}, unreadable: said }];
}

/** What is wrong with a file; null if its bytes are the recorded ones. */
export async function problemOf(
  { folder }: Recorded,
  file: string,
  found: string | null,
  recorded: string,
): Promise<Said | null> {
  if (found === recorded) return null;
  if (found !== null) return [say('damage.other', { file })];
  const isThere = await fs.lstat(path.join(folder, file)).then(
    () => true,
    () => false,
  );
  return [isThere ? say('damage.not-a-file', { file }) : say('damage.missing', { file })];
}
