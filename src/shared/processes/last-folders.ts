/**
 * Where dialogs for files and folders begin: where the last of their kind was, or else where something was saved last.
 * Files of one kind are saved and opened in the same place, as bundles are.
 */
import * as z from 'zod';
import type { FileFilter, FolderPurpose } from './shell-contract';

export const lastFoldersSchema = z.object({
  /** By kind of dialog. */
  of: z.record(z.string(), z.string()),
  /** The last that was picked, for whatever purpose. */
  picked: z.string().nullable(),
  /** Where the last file was saved. */
  saved: z.string().nullable(),
});
export type LastFolders = z.infer<typeof lastFoldersSchema>;

export const NO_LAST_FOLDERS: LastFolders = { of: {}, picked: null, saved: null };

/** What tells dialogs apart: what a folder is for, or which files there are. */
export type DialogKind =
  | { readonly kind: 'folder'; readonly purpose: FolderPurpose }
  | { readonly kind: 'file' | 'save'; readonly filter: FileFilter };

const keyOf = (dialog: DialogKind): string =>
  dialog.kind === 'folder' ? `folder ${dialog.purpose}` : dialog.filter.extensions.join(' ');

/** Null where nothing was picked or saved yet: the system knows where to begin. */
export const folderToBegin = ({ of, picked, saved }: LastFolders, dialog: DialogKind): string | null =>
  of[keyOf(dialog)] ?? (dialog.kind === 'folder' ? picked : null) ?? saved;

/** @param folder the one that was picked, or that holds the file */
export const withLastFolder = (last: LastFolders, dialog: DialogKind, folder: string): LastFolders => ({
  of: { ...last.of, [keyOf(dialog)]: folder },
  picked: dialog.kind === 'folder' ? folder : last.picked,
  saved: dialog.kind === 'save' ? folder : last.saved,
});
