/** Lists the files and folders in a folder. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ShelfwiseError, systemCodeOf, toShelfwiseError } from '../../../shared/errors';
import { comparePaths } from '../../../shared/values/file-pattern';
import { MOST_FILES_BELOW, MOST_FOLDERS_DEEP } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';

/** @throws ShelfwiseError `not-found`, `no-permission`, `bad-data` if it is a file */
export async function listFiles(folder: string): Promise<string[]> {
  return (await entriesIn(folder)).files.sort();
}

/** The names of the folders in a folder, without those that begin with a dot. @throws ShelfwiseError as listFiles */
export async function listFolders(folder: string): Promise<string[]> {
  return (await entriesIn(folder)).folders.sort(comparePaths);
}

/**
 * Includes files in subfolders, written with `/`. Follows no links to folders, and omits names that begin with a dot.
 * @param deep how many levels of folders
 * @throws ShelfwiseError as listFiles; `bad-data` if there are more files than can be parts
 */
export async function listFilesBelow(folder: string, deep: number = MOST_FOLDERS_DEEP): Promise<string[]> {
  const found: string[] = [];
  const walk = async (below: string, left: number): Promise<void> => {
    const { files, folders } = await entriesIn(path.join(folder, below.slice(0, -1)));
    found.push(...files.map((file) => below + file));
    if (found.length > MOST_FILES_BELOW)
      throw new ShelfwiseError('bad-data', say('import.too-many-files', { folder, most: MOST_FILES_BELOW }));
    if (left > 0) for (const inner of folders) await walk(`${below}${inner}/`, left - 1);
  };
  await walk('', deep);
  return found.sort(comparePaths);
}

async function entriesIn(folder: string): Promise<{ files: string[]; folders: string[] }> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    const seen = entries.filter(({ name }) => !name.startsWith('.'));
    return {
      files: seen.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
      folders: seen.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    };
  } catch (thrown) {
    throw folderFailure(folder, thrown);
  }
}

function folderFailure(folder: string, thrown: unknown): ShelfwiseError {
  if (systemCodeOf(thrown) === 'ENOTDIR')
    return new ShelfwiseError('bad-data', say('import.folder-is-file', { folder }), { cause: thrown });
  const error = toShelfwiseError(thrown);
  if (error.code === 'not-found')
    return new ShelfwiseError('not-found', say('folder.missing', { folder }), { cause: thrown });
  if (error.code === 'no-permission')
    return new ShelfwiseError('no-permission', say('folder.unreadable', { folder }), {
      cause: thrown,
    });
  return error;
}
