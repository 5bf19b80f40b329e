/** The system's dialogs. */
import { type BrowserWindow, dialog } from 'electron';
import type { FileFilter, FolderPurpose } from '../../shared/processes/shell-contract';
import { texts } from '../language';

export async function pickFolder(window: BrowserWindow, purpose: FolderPurpose): Promise<string | null> {
  const title = texts()(`paths.folders.${purpose}`);
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    // macOS shows no title.
    message: title,
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
}

export async function pickFile(window: BrowserWindow, filter: FileFilter): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: [filter] });
  return filePaths[0] ?? null;
}

export async function pickSaveFile(
  window: BrowserWindow,
  { suggestedName, filter }: { suggestedName: string; filter: FileFilter },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    filters: [filter],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
