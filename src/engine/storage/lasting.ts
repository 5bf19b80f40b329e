/**
 * What makes a change of names last through a power failure. A sync of a file keeps what is in it; that a name leads to it, or that one is gone, is
 * content of the folder, which a system may write seconds later. tests/power shows what was lost without this.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { systemCodeOf } from '../../shared/errors';
import { temporaryBeside } from './temporary';

/** What systems and network drives answer that do not sync folders, or a folder that is gone meanwhile. */
const NOT_SYNCED = new Set(['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOENT', 'ENOSYS', 'ENOTDIR', 'ENOTSUP', 'EPERM']);

/**
 * Returns once the names in a folder are on the disk: files renamed into it and out of it, made in it and removed from it. Where a file system cannot
 * say so, it is left to that system.
 */
export async function keepNames(folder: string): Promise<void> {
  try {
    // Windows syncs no folder; a sync of any file writes its log, with all changes of names before it.
    if (process.platform === 'win32') await syncNewFile(folder);
    else await syncOne(folder, 'r');
  } catch (thrown) {
    if (!NOT_SYNCED.has(systemCodeOf(thrown) ?? '')) throw thrown;
  }
}

/** Returns once all that a folder holds is on the disk, whoever wrote it: DuckDB and native code sync nothing. */
export async function keepAllBelow(folder: string): Promise<void> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) await keepAllBelow(place);
    else if (entry.isFile()) await syncOne(place, 'r+');
  }
  await keepNames(folder);
}

async function syncNewFile(folder: string): Promise<void> {
  const probe = temporaryBeside(path.join(folder, 'names'));
  try {
    await syncOne(probe, 'wx');
  } finally {
    await fs.rm(probe, { force: true });
  }
}

async function syncOne(place: string, flags: 'r' | 'r+' | 'wx'): Promise<void> {
  const handle = await fs.open(place, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
