/** The recently opened folders, newest first: one list per host. */
import * as z from 'zod';

export const rememberedFolderSchema = z.object({ folder: z.string(), openedAt: z.string() });
export type RememberedFolder = z.infer<typeof rememberedFolderSchema>;

const MOST_REMEMBERED = 12;

export const withoutFolder = (folders: readonly RememberedFolder[], folder: string): RememberedFolder[] =>
  folders.filter((entry) => entry.folder !== folder);

export const withFolder = (folders: readonly RememberedFolder[], folder: string, now: Date): RememberedFolder[] =>
  [{ folder, openedAt: now.toISOString() }, ...withoutFolder(folders, folder)].slice(0, MOST_REMEMBERED);
