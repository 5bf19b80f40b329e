/** The one way into the trash: an entry of its own, with a note of what is in it. Damaged files that are replaced go there, too. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { makeFolder, removeFolder, renameLastingly, writeJson } from '../../../engine/storage/files';
import { TRASH_NOTE } from '../../../engine/storage/names';
import type { TrashNote } from '../../../engine/storage/trash-list';
import type { Workspace } from '../../../engine/storage/workspace';

const isThere = async (place: string): Promise<boolean> => (await fs.lstat(place).catch(() => null)) !== null;

/**
 * @param fill moves what is deleted into the entry; nothing of that stays if it throws
 * @returns the path of the entry
 */
export async function putIntoTrash(
  { trash }: Workspace,
  what: Pick<TrashNote, 'kind' | 'id' | 'name' | 'affectedRuns'>,
  fill: (entry: string) => Promise<void>,
): Promise<string> {
  // Entries are named by the millisecond, and files of one run are set aside within one.
  const entryAt = (deletedAt: string): string =>
    path.join(trash, `${what.id.slice(0, 16)}-${deletedAt.replaceAll(/[-:.]/g, '')}`);
  let deletedAt = new Date().toISOString();
  while (await isThere(entryAt(deletedAt))) deletedAt = new Date(Date.parse(deletedAt) + 1).toISOString();
  const entry = entryAt(deletedAt);
  await makeFolder(entry);
  try {
    await writeJson(path.join(entry, TRASH_NOTE), { ...what, deletedAt } satisfies TrashNote);
    await fill(entry);
    return entry;
  } catch (thrown) {
    await removeFolder(entry);
    throw thrown;
  }
}

/** @returns the name of the entry; null if there is no such file */
export async function setAside(
  workspace: Workspace,
  { kind, id }: Pick<TrashNote, 'kind' | 'id'>,
  file: string,
): Promise<string | null> {
  if (!(await isThere(file))) return null;
  const base = path.basename(file);
  const note = { kind, id, name: `${id.slice(0, 12)} (${base})`, affectedRuns: [] };
  const entry = await putIntoTrash(workspace, note, async (place) => {
    await makeFolder(path.join(place, id));
    await renameLastingly(file, path.join(place, id, base));
  });
  return path.basename(entry);
}
