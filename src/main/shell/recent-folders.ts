/** The folders that were opened last, as the app's settings keep them. */
import * as path from 'node:path';
import { app } from 'electron';
import { withExistence } from '../../node/path-state';
import { withFolder, withoutFolder } from '../../shared/processes/recent-folders';
import type { RecentFolder } from '../../shared/processes/shell-contract';
import { getSetting, setSetting } from '../settings';

export const recentFolders = (): Promise<RecentFolder[]> => withExistence(getSetting('recentFolders'));

/** In the menu and on the system's own list (task bar, dock) too. */
export function addRecentFolder(folder: string): void {
  const absolute = path.resolve(folder);
  setSetting('recentFolders', withFolder(getSetting('recentFolders'), absolute, new Date()));
  app.addRecentDocument(absolute);
}

export function removeRecentFolder(folder: string): void {
  setSetting('recentFolders', withoutFolder(getSetting('recentFolders'), folder));
}
