/** Damaged files that are replaced go to the trash, each in an entry of what it was of. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { toShelfwiseError } from '../../../shared/errors';
import { makeFolder, removeFolder, renamePatiently, writeJson } from '../../../engine/storage/files';
import { TRASH_NOTE } from '../../../engine/storage/names';
import type { TrashNote } from '../../../engine/storage/trash-list';
import type { Workspace } from '../../../engine/storage/workspace';

/** @returns the name of the entry; null if there is no such file */
export async function setAside(
  workspace: Workspace,
  { kind, id }: Pick<TrashNote, 'kind' | 'id'>,
  file: string,
): Promise<string | null> {
  if ((await fs.lstat(file).catch(() => null)) === null) return null;
  const { entry, place, deletedAt } = await newEntry(workspace, id);
  const name = `${id.slice(0, 12)} (${path.basename(file)})`;
  try {
    await writeJson(path.join(place, TRASH_NOTE), { kind, id, name, deletedAt, affectedRuns: [] } satisfies TrashNote);
    await makeFolder(path.join(place, id));
    await renamePatiently(file, path.join(place, id, path.basename(file)));
    return entry;
  } catch (thrown) {
    await removeFolder(place);
    throw thrown;
  }
}

/** Entries are named by the millisecond, and files of one run are set aside within one. */
async function newEntry(
  workspace: Workspace,
  id: string,
): Promise<{ entry: string; place: string; deletedAt: string }> {
  await makeFolder(workspace.trash);
  for (let at = Date.now(); ; at++) {
    const deletedAt = new Date(at).toISOString();
    const entry = `${id.slice(0, 16)}-${deletedAt.replaceAll(/[-:.]/g, '')}`;
    const place = path.join(workspace.trash, entry);
    try {
      await fs.mkdir(place);
      return { entry, place, deletedAt };
    } catch (thrown) {
      if ((await fs.lstat(place).catch(() => null)) === null) throw toShelfwiseError(thrown);
    }
  }
}
