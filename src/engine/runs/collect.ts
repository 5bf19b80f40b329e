/** Empties the trash and removes what no run or data set needs: leftovers of programs that were killed in the middle. */
import * as path from 'node:path';
import { removeFolder } from '../storage/files';
import { readTextIfThere } from '../storage/read-files';
import { runFolder, type Workspace } from '../storage/workspace';
import { bytesBelow, entriesOf, lastChange } from '../storage/disk';
import { isAlive, readHeartbeat, START_GRACE } from '../trainers/heartbeat';
import { recordFile } from './record';
import { repeatsOf } from './repeat-folder';
import { currentRecord } from './store';

/** Milliseconds that a temporary file must have lain unchanged: nothing of ours pauses so long in the middle of writing one. */
const UNTOUCHED = 60 * 60 * 1000;

/** The names that ours have while they are written; a download of the user may end in .part too. */
const TEMPORARY = /\.[0-9a-f]{12}\.part$/;
/** What a finished run no longer needs: it will never be resumed. */
const FOR_RESUMING = ['checkpoint.safetensors', 'checkpoint.json', 'kept.safetensors', 'stop-requested'];

export interface Collection {
  /** What was removed, as paths within the workspace. */
  removed: string[];
  bytes: number;
}

export async function collect(workspace: Workspace, now: number = Date.now()): Promise<Collection> {
  const targets = [
    ...(await entriesOf(workspace.trash)).map(({ name }) => path.join(workspace.trash, name)),
    ...(await leftovers(workspace.folder, now)),
    ...(await orphanDatasets(workspace, now)),
    ...(await orphansOfRuns(workspace, now)),
  ];
  const collection: Collection = { removed: [], bytes: 0 };
  for (const target of targets) {
    collection.bytes += await bytesBelow(target);
    await removeFolder(target);
    collection.removed.push(path.relative(workspace.folder, target).split(path.sep).join('/'));
  }
  return collection;
}

const untouched = async (target: string, now: number): Promise<boolean> => now - (await lastChange(target)) > UNTOUCHED;

async function leftovers(folder: string, now: number): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await entriesOf(folder)) {
    const target = path.join(folder, name);
    if (TEMPORARY.test(name) && (await untouched(target, now))) found.push(target);
  }
  return found;
}

async function orphanDatasets({ datasets }: Workspace, now: number): Promise<string[]> {
  const found = await leftovers(datasets, now);
  for (const entry of await entriesOf(datasets)) {
    if (!entry.isDirectory() || TEMPORARY.test(entry.name)) continue;
    const folder = path.join(datasets, entry.name);
    const names = (await entriesOf(folder)).map(({ name }) => name);
    if (!names.includes('dataset.json') && (await untouched(folder, now))) found.push(folder);
    else found.push(...(await leftovers(folder, now)), ...(await staleRowIssues(folder, names, now)));
  }
  return found;
}

/** Reports of earlier imports of the same data, which dataset.json no longer names. */
async function staleRowIssues(folder: string, names: readonly string[], now: number): Promise<string[]> {
  const description = (await readTextIfThere(path.join(folder, 'dataset.json'))) ?? '';
  const found: string[] = [];
  for (const name of names) {
    const target = path.join(folder, name);
    const isStale = /^row-issues-.*\.parquet$/.test(name) && !description.includes(`"${name}"`);
    if (isStale && (await untouched(target, now))) found.push(target);
  }
  return found;
}

async function orphansOfRuns(workspace: Workspace, now: number): Promise<string[]> {
  const found = await leftovers(workspace.runs, now);
  for (const entry of await entriesOf(workspace.runs)) {
    if (!entry.isDirectory() || TEMPORARY.test(entry.name)) continue;
    const folder = runFolder(workspace, entry.name);
    const names = (await entriesOf(folder)).map(({ name }) => name);
    if (!names.includes(path.basename(recordFile(folder)))) {
      if (await untouched(folder, now)) found.push(folder);
      continue;
    }
    found.push(...(await leftovers(folder, now)), ...(await deadRepeats(folder, now)));
    if (await isFinished(folder))
      found.push(...names.filter((name) => FOR_RESUMING.includes(name)).map((name) => path.join(folder, name)));
  }
  return found;
}

async function deadRepeats(folder: string, now: number): Promise<string[]> {
  const found: string[] = [];
  for (const repeat of await repeatsOf(folder)) {
    // One that was made this moment has no heartbeat yet.
    const isYoung = now - (await lastChange(repeat)) < START_GRACE;
    if (!isYoung && !isAlive(await readHeartbeat(repeat), now)) found.push(repeat);
  }
  return found;
}

/** A record that cannot be read keeps everything beside it. */
async function isFinished(folder: string): Promise<boolean> {
  return currentRecord(folder).then(
    ({ status }) => status === 'finished',
    () => false,
  );
}
