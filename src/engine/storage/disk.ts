/** What is on the disk: sizes, ages, names. Links are never followed. */
import type { Dirent, Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { toShelfwiseError } from '../../shared/errors';

interface FileOnDisk {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970 of the last change. */
  readonly changed: number;
}

/** All files below a folder (or the file itself); [] where it is gone. Skips what disappears meanwhile. */
export async function filesBelow(target: string): Promise<FileOnDisk[]> {
  const stats = await statOrNull(target);
  if (stats === null) return [];
  if (!stats.isDirectory()) return [{ path: target, bytes: stats.size, changed: stats.mtimeMs }];
  const entries = await entriesOf(target);
  return (await Promise.all(entries.map(({ name }) => filesBelow(path.join(target, name))))).flat();
}

export async function bytesBelow(target: string): Promise<number> {
  return (await filesBelow(target)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** When anything in it was last changed; for an empty folder, when the folder itself was. */
export async function lastChange(target: string): Promise<number> {
  const own = (await statOrNull(target))?.mtimeMs ?? 0;
  return (await filesBelow(target)).reduce((latest, { changed }) => Math.max(latest, changed), own);
}

/** Entries of a folder, sorted by name; [] where it does not exist. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return [];
    throw error;
  }
}

async function statOrNull(target: string): Promise<Stats | null> {
  try {
    return await fs.lstat(target);
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return null;
    throw error;
  }
}

/** Free bytes of the disk that contains, or will contain, a folder. */
export async function freeBytes(folder: string): Promise<number> {
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    const disk = await fs.statfs(place).catch(() => null);
    if (disk !== null) return disk.bavail * disk.bsize;
    if (path.dirname(place) === place) return 0;
  }
}
