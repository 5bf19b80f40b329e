/** Restores from the trash. Marks, notes and reviews were never removed, so they return too. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { TrashEntry, UnreadableTrash } from '../../../shared/contract/workspace';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { removeFolder, renameLastingly } from '../../../engine/storage/files';
import { datasetFolder, refuseLinkedFolders, runFolder, type Workspace } from '../../../engine/storage/workspace';
import { listTrash, listUnreadableTrash } from '../../../engine/storage/trash-list';

/** Shortest prefix accepted for an ID, as in `delete`. */
const SHORTEST = 2;

/**
 * Moves a run or a data set from the trash to its former place.
 * @param wanted its ID, a beginning that identifies one entry of the trash, or the name of its folder in the trash; if several were deleted under
 * one ID, the last of them
 * @throws ShelfwiseError `newer-version` if a newer version put it there, `not-found` with the content of the trash, `usage` if several begin with
 * it or the ID is in use again
 */
export async function restore(workspace: Workspace, wanted: string): Promise<TrashEntry> {
  await refuseLinkedFolders(workspace);
  const chosen = choose(await listTrash(workspace), await listUnreadableTrash(workspace), wanted);
  const entry = path.join(workspace.trash, chosen.entry);
  const { id } = chosen;
  const target = chosen.kind === 'run' ? runFolder(workspace, id) : datasetFolder(workspace, id);
  const isThere = async (): Promise<boolean> => (await fs.lstat(target).catch(() => null)) !== null;
  const thereAgain = new ShelfwiseError('usage', say('trash.there-again', { id }));
  if (await isThere()) throw thereAgain;
  try {
    await renameLastingly(path.join(entry, id), target);
  } catch (thrown) {
    if (await isThere()) throw thereAgain;
    const { code } = toShelfwiseError(thrown);
    if (code === 'not-found') throw new ShelfwiseError(code, say('trash.unknown', { wanted }), { cause: thrown });
    throw new ShelfwiseError('no-permission', say('trash.not-restored', { id }), { cause: thrown });
  }
  // Only the note is left; if it stays, `trash empty` removes it.
  await removeFolder(entry).catch(() => undefined);
  return chosen;
}

function choose(entries: readonly TrashEntry[], unreadable: readonly UnreadableTrash[], wanted: string): TrashEntry {
  const exact = entries.find(({ id, entry }) => id === wanted || entry === wanted);
  if (exact !== undefined) return exact;
  const matches = entries.filter(({ id }) => wanted.length >= SHORTEST && id.startsWith(wanted));
  const ids = [...new Set(matches.map(({ id }) => id))];
  if (ids.length === 1) return matches[0]!;
  if (ids.length > 1) throw new ShelfwiseError('usage', say('trash.ambiguous', { wanted, found: ids.join(', ') }));
  // Folders in the trash are named by the beginnings of IDs.
  const found = unreadable.find(({ entry }) => wanted.length >= SHORTEST && entry.startsWith(wanted.slice(0, 16)));
  if (found !== undefined) throw new ShelfwiseError(found.code, found.said ?? [found.message]);
  throw new ShelfwiseError('not-found', [
    say('trash.unknown', { wanted }),
    ...(entries.length === 0
      ? [say('trash.empty')]
      : allowedWords(
          wanted,
          entries.map(({ id }) => id.slice(0, 12)),
        )),
  ]);
}
