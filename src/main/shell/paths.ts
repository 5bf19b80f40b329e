/** What the window asks about paths of this computer. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { app } from 'electron';
import { withFolder, withoutFolder } from '../../shared/recent-folders';
import type { PathState, RecentFolder } from '../../shared/shell-api';
import { getSetting, setSetting } from '../settings';

export async function pathState(place: string): Promise<PathState> {
  const absolute = path.resolve(place);
  const found = await fs.stat(absolute).catch(() => null);
  const kind = found?.isDirectory() === true ? 'folder' : found?.isFile() === true ? 'file' : 'missing';
  return { path: absolute, kind };
}

export function recentFolders(): Promise<RecentFolder[]> {
  return Promise.all(
    getSetting('recentFolders').map(async (entry) => ({
      ...entry,
      exists: (await pathState(entry.folder)).kind === 'folder',
    })),
  );
}

/** In the menu and on the system's own list (task bar, dock) too. */
export function addRecentFolder(folder: string): void {
  const absolute = path.resolve(folder);
  setSetting('recentFolders', withFolder(getSetting('recentFolders'), absolute, new Date()));
  app.addRecentDocument(absolute);
}

export function removeRecentFolder(folder: string): void {
  setSetting('recentFolders', withoutFolder(getSetting('recentFolders'), folder));
}
