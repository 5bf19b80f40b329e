/** Settings of a browser page's shell, in settings.json of the workspace. */
import * as path from 'node:path';
import * as z from 'zod';
import {
  type RememberedFolder,
  rememberedFolderSchema,
  withFolder,
  withoutFolder,
} from '../../shared/processes/recent-folders';
import { type Held, whileClaimed } from '../../engine/storage/claim';
import { writeJson } from '../../engine/storage/files';
import { readKept } from '../../engine/storage/kept-file';
import { say } from '../../shared/words/sentence';

const settingsSchema = z.looseObject({
  recentFolders: z.array(rememberedFolderSchema).default([]),
});
type Settings = z.infer<typeof settingsSchema>;

interface SettingsFile {
  recentFolders(): Promise<RememberedFolder[]>;
  remember(folder: string): Promise<void>;
  forget(folder: string): Promise<void>;
}

export function settingsFile(workspaceFolder: string): SettingsFile {
  const file = path.join(workspaceFolder, 'settings.json');
  const kind = { schema: settingsSchema, what: file, damaged: () => say('run.part-damaged', { part: file }) };
  /**
   * A convenience, not the user's work: a damaged file counts as missing and is overwritten. Null for a newer
   * version's.
   */
  const read = async (): Promise<Settings | null> => {
    const kept = await readKept(file, kind);
    if (kept.state === 'newer') return null;
    return kept.state === 'fine' ? kept.content : settingsSchema.parse({});
  };
  /** Serialises writes of this program's pages, and waits for those of other programs. */
  let last: Promise<unknown> = Promise.resolve();
  const change = (edit: (folders: RememberedFolder[]) => RememberedFolder[]): Promise<void> => {
    const write = async (claim: Held): Promise<void> => {
      const settings = await read();
      if (settings === null) return;
      await writeJson(file, { ...settings, recentFolders: edit(settings.recentFolders) }, { claim });
    };
    const work = last.then(() => whileClaimed(file, write));
    last = work.catch(() => undefined);
    return work;
  };
  return {
    recentFolders: async () => (await read())?.recentFolders ?? [],
    remember: (folder) => change((folders) => withFolder(folders, folder, new Date())),
    forget: (folder) => change((folders) => withoutFolder(folders, folder)),
  };
}
