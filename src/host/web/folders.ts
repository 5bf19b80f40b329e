/** Looks into folders of this computer for a page, which cannot itself. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pathState } from '../../node/path-state';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import type { FolderListing } from '../../shared/shell-contract';

const MOST_ENTRIES = 2000;

type Entry = FolderListing['entries'][number];

const byKindAndName = new Intl.Collator(undefined, { numeric: true });

/**
 * @param extensions of the files that are listed beside the folders; `*` for all
 * @throws ShelfwiseError `not-found`, `no-permission`, or `usage` where it is no folder
 */
export async function listFolder(folder: string, extensions: readonly string[]): Promise<FolderListing> {
  const absolute = path.resolve(folder);
  const names = await fs.readdir(absolute).catch((thrown: unknown) => {
    throw folderFailure(thrown, absolute);
  });
  const wanted = names.filter((name) => !name.startsWith('.'));
  const entries = await Promise.all(
    wanted.slice(0, MOST_ENTRIES).map(async (name): Promise<Entry | null> => {
      const place = path.join(absolute, name);
      const { kind } = await pathState(place);
      if (kind === 'missing' || (kind === 'file' && !hasExtension(name, extensions))) return null;
      return { name, path: place, kind };
    }),
  );
  const parent = path.dirname(absolute);
  return {
    folder: absolute,
    parent: parent === absolute ? null : parent,
    separator: path.sep,
    entries: entries
      .filter((entry) => entry !== null)
      .sort((left, right) =>
        left.kind === right.kind ? byKindAndName.compare(left.name, right.name) : left.kind === 'folder' ? -1 : 1,
      ),
    truncated: wanted.length > MOST_ENTRIES,
  };
}

function hasExtension(name: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => extension === '*' || name.toLowerCase().endsWith(`.${extension}`));
}

function folderFailure(cause: unknown, folder: string): ShelfwiseError {
  if ((cause as NodeJS.ErrnoException).code === 'ENOTDIR')
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
