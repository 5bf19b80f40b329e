/** Lists folders of this computer for a page, which cannot read them itself. */
import type { Dirent } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pathState } from '../../node/path-state';
import { ShelfwiseError, systemCodeOf, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import type { FolderListing, PathState } from '../../shared/processes/shell-contract';

/** Largest number of entries shown, first by name: folders, then files. */
const MOST_ENTRIES = 2000;

type Entry = FolderListing['entries'][number];

const byName = new Intl.Collator(undefined, { numeric: true });

/**
 * @param extensions of the files listed beside the folders; `*` for all
 * @throws ShelfwiseError `not-found`, `no-permission`, or `usage` for a file
 */
export async function listFolder(folder: string, extensions: readonly string[]): Promise<FolderListing> {
  const absolute = path.resolve(folder);
  const found = await fs.readdir(absolute, { withFileTypes: true }).catch((thrown: unknown) => {
    throw folderFailure(thrown, absolute);
  });
  const entries = await Promise.all(
    found
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (one): Promise<Entry | null> => {
        const { name } = one;
        const place = path.join(absolute, name);
        const kind = one.isSymbolicLink() ? (await pathState(place)).kind : kindOf(one);
        if (kind === 'missing' || (kind === 'file' && !hasExtension(name, extensions))) return null;
        return { name, path: place, kind };
      }),
  );
  // Reads all entries before cutting the list: in file system order, the cut ones might be those looked for.
  const shown = entries.filter((entry) => entry !== null).sort(foldersFirst);
  const parent = path.dirname(absolute);
  return {
    folder: absolute,
    parent: parent === absolute ? null : parent,
    separator: path.sep,
    entries: shown.slice(0, MOST_ENTRIES),
    truncated: shown.length > MOST_ENTRIES,
  };
}

const kindOf = (entry: Dirent): PathState['kind'] =>
  entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'missing';

const foldersFirst = (left: Entry, right: Entry): number =>
  left.kind === right.kind ? byName.compare(left.name, right.name) : left.kind === 'folder' ? -1 : 1;

function hasExtension(name: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => extension === '*' || name.toLowerCase().endsWith(`.${extension}`));
}

function folderFailure(cause: unknown, folder: string): ShelfwiseError {
  if (systemCodeOf(cause) === 'ENOTDIR')
    return new ShelfwiseError('usage', say('folder.is-file', { folder }), { cause });
  const { code, message } = toShelfwiseError(cause);
  switch (code) {
    case 'not-found':
      return new ShelfwiseError(code, say('folder.none', { folder }), { cause });
    case 'no-permission':
      return new ShelfwiseError(code, say('folder.no-permission', { folder }), { cause });
    default:
      return new ShelfwiseError(code, say('folder.failed', { folder, cause: message }), { cause });
  }
}
