/** The system's dialogs, each of which begins in the folder where the last of its kind was. */
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { type DialogKind, folderToBegin, withLastFolder } from '../../shared/processes/last-folders';
import type { FileFilter, FolderPurpose } from '../../shared/processes/shell-contract';
import { today } from '../../shared/values/day';
import { freeFileName } from '../../shared/values/file-name';
import { texts } from '../language';
import { getSetting, setSetting } from '../settings';

/** @returns the option of a dialog that says where it begins, with a name for the file; nothing where the system has to know */
function beginning(of: DialogKind, name?: string): { defaultPath?: string } {
  const folder = folderToBegin(getSetting('lastFolders'), of);
  const place = [folder, name].filter((part) => part != null);
  return place.length === 0 ? {} : { defaultPath: path.join(...place) };
}

function noteFolder(of: DialogKind, folder: string): void {
  setSetting('lastFolders', withLastFolder(getSetting('lastFolders'), of, folder));
}

export async function pickFolder(window: BrowserWindow, purpose: FolderPurpose): Promise<string | null> {
  const title = texts()(`paths.folders.${purpose}`);
  const of = { kind: 'folder', purpose } as const;
  const { filePaths } = await dialog.showOpenDialog(window, {
    ...beginning(of),
    title,
    // macOS shows no title.
    message: title,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder = null] = filePaths;
  // The folder of the folder: the next one lies beside it.
  if (folder !== null) noteFolder(of, path.dirname(folder));
  return folder;
}

export async function pickFile(window: BrowserWindow, filter: FileFilter): Promise<string | null> {
  const of = { kind: 'file', filter } as const;
  const { filePaths } = await dialog.showOpenDialog(window, {
    ...beginning(of),
    properties: ['openFile'],
    filters: [filter],
  });
  const [file = null] = filePaths;
  if (file !== null) noteFolder(of, path.dirname(file));
  return file;
}

export async function pickSaveFile(
  window: BrowserWindow,
  { suggestedName, filter }: { suggestedName: string; filter: FileFilter },
): Promise<string | null> {
  const of = { kind: 'save', filter } as const;
  const folder = folderToBegin(getSetting('lastFolders'), of);
  // A folder that cannot be read is one for the system to report.
  const taken = folder === null ? [] : await readdir(folder).catch(() => []);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    ...beginning(of, freeFileName(suggestedName, taken, today())),
    filters: [filter],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  noteFolder(of, path.dirname(filePath));
  return filePath;
}
