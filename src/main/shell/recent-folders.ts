/** The recently opened folders, stored in the app's settings. */
import * as path from 'node:path';
import { app } from 'electron';
import { withExistence } from '../../node/path-state';
import { withFolder, withoutFolder } from '../../shared/processes/recent-folders';
import type { RecentFolder } from '../../shared/processes/shell-contract';
import { getSetting, setSetting } from '../settings';

export const recentFolders = (): Promise<RecentFolder[]> => withExistence(getSetting('recentFolders'));

/** Adds it to the menu and to the system's list (task bar, dock). */
export function addRecentFolder(folder: string): void {
  const absolute = path.resolve(folder);
  setSetting('recentFolders', withFolder(getSetting('recentFolders'), absolute, new Date()));
  app.addRecentDocument(absolute);
}

export function removeRecentFolder(folder: string): void {
  setSetting('recentFolders', withoutFolder(getSetting('recentFolders'), folder));
}
