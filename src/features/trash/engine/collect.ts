/**
 * Empties the trash and removes what no run or data set needs: leftovers of killed programs. Looks only at the program's own names and follows no
 * link. Whether a leftover is still being written is judged by its process if that ran on this machine, otherwise by whether it changes
 * (storage/abandoned.ts).
 */
import type { Dirent } from 'node:fs';
import * as path from 'node:path';
import { SHARDS } from '../../../engine/data/shards/header';
import { readDatasetFile } from '../../../engine/data/snapshot';
import { COMPARED, isOfOtherBuild } from '../../../engine/model/evaluate/stored-rows';
import { abandonedOf, type Pause } from '../../../engine/storage/abandoned';
import { entriesOf, filesBelow } from '../../../engine/storage/disk';
import { removeFolder } from '../../../engine/storage/files';
import { halfWritten, halfWrittenIn, type Leftover } from '../../../engine/storage/half-written';
import { DATASET_NAME, OF_THE_SYSTEM, RUN_NAME } from '../../../engine/storage/names';
import { readTextIfThere } from '../../../engine/storage/read-files';
import { TEMPORARY_NAME } from '../../../engine/storage/temporary';
import { refuseLinkedFolders, type Workspace } from '../../../engine/storage/workspace';
import { isGone, readHeartbeat } from '../../../engine/machine/trainers/heartbeat';
import { FOR_RESUMING, recordFile } from '../../../engine/runs/record';
import { repeatsOf } from '../../../engine/runs/repeat-folder';
import { currentRecord } from '../../../engine/runs/store';
import { readTrash } from '../../../engine/storage/trash-list';

interface Collection {
  /** Removed files and folders, as paths within the workspace. */
  removed: string[];
  bytes: number;
  /** Foreign files and folders among the data sets, the runs or in the trash. */
  leftAlone: string[];
}

interface Look {
  leftovers: Leftover[];
  leftAlone: string[];
}

/**
 * @param options.untilSecondLook as for abandonedOf
 * @throws ShelfwiseError `usage` if a folder of the workspace is a link
 */
export async function collect(
  workspace: Workspace,
  { untilSecondLook }: { untilSecondLook?: Pause } = {},
): Promise<Collection> {
  await refuseLinkedFolders(workspace);
  const { leftovers, leftAlone } = await lookAt(workspace);
  const sure = leftovers.filter(({ isSure }) => isSure).map(({ target }) => target);
  const doubtful = leftovers.filter(({ isSure }) => !isSure).map(({ target }) => target);
  const abandoned = await abandonedOf(workspace.folder, doubtful, untilSecondLook);
  // The run may have written its record meanwhile.
  const again = new Set(abandoned.length === 0 ? [] : (await lookAt(workspace)).leftovers.map(({ target }) => target));
  const unneeded = abandoned.filter((target) => again.has(target));
  const within = (target: string): string => path.relative(workspace.folder, target).split(path.sep).join('/');
  const collection: Collection = { removed: [], bytes: 0, leftAlone: leftAlone.map(within) };
  for (const target of [...sure, ...unneeded]) {
    const files = await filesBelow(target);
    await removeFolder(target);
    collection.bytes += files.reduce((sum, { bytes }) => sum + bytes, 0);
    collection.removed.push(within(target));
  }
  return collection;
}

async function lookAt(workspace: Workspace): Promise<Look> {
  const looks = [
    { leftovers: await halfWrittenIn(workspace), leftAlone: [] },
    await lookAtTrash(workspace),
    await lookAtDatasets(workspace),
    await lookAtRuns(workspace),
  ];
  return { leftovers: looks.flatMap((look) => look.leftovers), leftAlone: looks.flatMap((look) => look.leftAlone) };
}

async function lookAtTrash(workspace: Workspace): Promise<Look> {
  const { entries, unreadable, others } = await readTrash(workspace);
  return {
    leftovers: entries.map(({ place }) => ({ target: place, isSure: true })),
    leftAlone: [...unreadable.map(({ place }) => place), ...others].toSorted(),
  };
}

/** The folders with such names, and the foreign entries beside them. */
function separate(folder: string, entries: readonly Dirent[], ours: RegExp): { own: string[]; others: string[] } {
  const own: string[] = [];
  const others: string[] = [];
  for (const entry of entries)
    if (entry.isDirectory() && ours.test(entry.name)) own.push(path.join(folder, entry.name));
    else if (!OF_THE_SYSTEM.has(entry.name) && (entry.isSymbolicLink() || !TEMPORARY_NAME.test(entry.name)))
      others.push(path.join(folder, entry.name));
  return { own, others };
}

const inDoubt = (target: string): Leftover => ({ target, isSure: false });

async function lookAtDatasets({ datasets }: Workspace): Promise<Look> {
  const entries = await entriesOf(datasets);
  const leftovers: Leftover[] = [];
  const { own, others } = separate(datasets, entries, DATASET_NAME);
  for (const folder of own) {
    const files = await entriesOf(folder);
    if (!files.some(({ name }) => name === 'dataset.json')) leftovers.push(inDoubt(folder));
    else {
      const shards = path.join(folder, SHARDS);
      const sorted = halfWritten(shards, await entriesOf(shards));
      const rows = await rowsOfLeaderboards(folder);
      leftovers.push(...halfWritten(folder, files), ...sorted, ...rows, ...(await earlierRowIssues(folder, files)));
    }
  }
  return { leftovers, leftAlone: others };
}

/** Rows that another build tried: no program reads them any more, unless both builds are in use. */
async function rowsOfLeaderboards(folder: string): Promise<Leftover[]> {
  const rows = path.join(folder, COMPARED);
  const entries = await entriesOf(rows);
  const others: Leftover[] = [];
  for (const { name } of entries) if (await isOfOtherBuild(name)) others.push(inDoubt(path.join(rows, name)));
  return [...halfWritten(rows, entries), ...others];
}

/** Reports of earlier imports of the same data, which dataset.json no longer names. */
async function earlierRowIssues(folder: string, files: readonly Dirent[]): Promise<Leftover[]> {
  // A newer version may name its files differently.
  if ((await readDatasetFile(folder)).state === 'newer') return [];
  const description = (await readTextIfThere(path.join(folder, 'dataset.json'))) ?? '';
  return files
    .filter((entry) => entry.isFile() && /^row-issues-.*\.parquet$/.test(entry.name))
    .filter(({ name }) => !description.includes(`"${name}"`))
    .map(({ name }) => inDoubt(path.join(folder, name)));
}

async function lookAtRuns(workspace: Workspace): Promise<Look> {
  const entries = await entriesOf(workspace.runs);
  const leftovers: Leftover[] = [];
  const { own, others } = separate(workspace.runs, entries, RUN_NAME);
  for (const folder of own) {
    const files = await entriesOf(folder);
    if (!files.some(({ name }) => name === path.basename(recordFile(folder)))) {
      leftovers.push(inDoubt(folder));
      continue;
    }
    leftovers.push(...halfWritten(folder, files), ...(await repeats(folder)));
    if (await isFinished(folder))
      for (const entry of files)
        if (entry.isFile() && FOR_RESUMING.includes(entry.name))
          leftovers.push({ target: path.join(folder, entry.name), isSure: true });
  }
  return { leftovers, leftAlone: others };
}

/** Leftovers of killed verifications; a running one changes its heartbeat between the two checks. */
async function repeats(folder: string): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const target of await repeatsOf(folder)) {
    const heartbeat = await readHeartbeat(target);
    found.push({ target, isSure: heartbeat !== null && isGone(heartbeat) });
  }
  return found;
}

/** An unreadable record keeps everything beside it. */
async function isFinished(folder: string): Promise<boolean> {
  return currentRecord(folder).then(
    ({ status }) => status === 'finished',
    () => false,
  );
}
