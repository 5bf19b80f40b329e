/** Where the page's own dialogs begin; the desktop app keeps its own among the settings of the shell. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import {
  type DialogKind,
  type LastFolders,
  NO_LAST_FOLDERS,
  withLastFolder,
} from '../../shared/processes/last-folders';

export const useLastFolders = create<LastFolders>()(
  persist((): LastFolders => NO_LAST_FOLDERS, { name: 'shelfwise.last-folders' }),
);

export function noteFolder(dialog: DialogKind, folder: string): void {
  useLastFolders.setState((last) => withLastFolder(last, dialog, folder));
}
