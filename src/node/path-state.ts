/** What is at a path of this computer. A link counts as its target. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { RememberedFolder } from '../shared/processes/recent-folders';
import type { PathState, RecentFolder } from '../shared/processes/shell-contract';

/** `missing` also for what is neither file nor folder, and for a broken link. */
export async function pathState(place: string): Promise<PathState> {
  const absolute = path.resolve(place);
  const found = await fs.stat(absolute).catch(() => null);
  const kind = found?.isDirectory() === true ? 'folder' : found?.isFile() === true ? 'file' : 'missing';
  return { path: absolute, kind };
}

/** Adds to each folder whether it still exists. */
export function withExistence(folders: readonly RememberedFolder[]): Promise<RecentFolder[]> {
  return Promise.all(
    folders.map(async (entry) => ({ ...entry, exists: (await pathState(entry.folder)).kind === 'folder' })),
  );
}
