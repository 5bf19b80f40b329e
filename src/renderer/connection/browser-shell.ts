/** The shell of a browser page: the web host looks into folders for it, dialogs of our own stand in for the system's. */
import type { FileFilter, ShellApi } from '../../shared/shell-api';
import { BUNDLE_EXTENSION } from '../../shared/bundle';
import type { HostShellClient } from './connect';
import { askForPath } from './path-request';

const BUNDLES: FileFilter = { name: 'Shelfwise run', extensions: [BUNDLE_EXTENSION] };

export function createBrowserShell(host: HostShellClient): ShellApi {
  return {
    kind: 'browser',
    describe: () => host.describe(),
    pickFolder: () => askForPath({ kind: 'folder' }),
    pickFile: (filter) => askForPath({ kind: 'file', filter }),
    pickBundle: () => askForPath({ kind: 'file', filter: BUNDLES }),
    pickSaveFile: (suggestedName, filter) => askForPath({ kind: 'save', suggestedName, filter: filter ?? null }),
    showInFolder: () => Promise.resolve(false),
    recentFolders: () => host.recentFolders(),
    addRecentFolder: async (folder) => void (await host.addRecentFolder({ folder })),
    removeRecentFolder: async (folder) => void (await host.removeRecentFolder({ folder })),
    pathState: (path) => host.pathState({ path }),
    pathOfDropped: () => null,
    onOpenRequest: () => () => undefined,
    tellWork: () => undefined,
    notify: (title, body) => {
      if ('Notification' in window && Notification.permission === 'granted') void new Notification(title, { body });
    },
    tellPreferences: () => undefined,
  };
}
