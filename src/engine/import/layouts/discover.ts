/** Which files of a folder play which role. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Mapping } from '../../../shared/contract';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { type Said, say } from '../../../shared/sentences/sentence';
import { CONTEST_FILES, type ContestFile, contestTable, NEEDED_CONTEST_FILES } from './contest-layout';
import { mappedTables } from './mapped-layout';
import {
  movielens100kEvents,
  movielens100kItems,
  movielens100kProfiles,
  movielensCsvEvents,
  movielensCsvItems,
} from './movielens-layout';
import { uncompressedName } from '../read/compressed';
import type { FolderPlan, TablePlan } from './plan';

/**
 * @param folder absolute
 * @throws ShelfwiseError `not-found`, `no-permission`, or `bad-data` where there is no history file
 */
export async function discover(folder: string, mapping: Mapping | null): Promise<FolderPlan> {
  const files = await listFiles(folder);
  const { layout, tables } = mapping
    ? { layout: 'mapped' as const, tables: mappedTables(folder, files, mapping) }
    : recognise(folder, files);
  const used = new Set(tables.map((table) => table.file));
  return { folder, layout, mapping, tables, ignored: files.filter((file) => !used.has(file)) };
}

/** @throws ShelfwiseError `not-found`, `no-permission`, `bad-data` where it is a file */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (thrown) {
    throw folderFailure(folder, thrown);
  }
}

function folderFailure(folder: string, thrown: unknown): ShelfwiseError {
  if ((thrown as NodeJS.ErrnoException).code === 'ENOTDIR')
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

function recognise(folder: string, files: readonly string[]): Pick<FolderPlan, 'layout' | 'tables'> {
  const byName = filesByName(folder, files);
  const place = (name: string): { file: string; path: string } | null => {
    const file = byName.get(name);
    return file === undefined ? null : { file, path: path.join(folder, file) };
  };
  if (byName.has('history_data.csv')) return { layout: 'contest', tables: contestTables(folder, byName) };
  const data = place('u.data');
  if (data !== null) {
    const user = place('u.user');
    const item = place('u.item');
    const tables: TablePlan[] = [movielens100kEvents(data)];
    if (user !== null) tables.push(movielens100kProfiles(user));
    if (item !== null) tables.push(movielens100kItems(item));
    return { layout: 'movielens-100k', tables };
  }
  const ratings = place('ratings.csv');
  if (ratings !== null) {
    const movies = place('movies.csv');
    const tables: TablePlan[] = [movielensCsvEvents(ratings)];
    if (movies !== null) tables.push(movielensCsvItems(movies));
    return { layout: 'movielens-csv', tables };
  }
  throw new ShelfwiseError('bad-data', noHistory(folder, files));
}

/** Names of files that are all shown; of more only these. */
const SHOWN_FILES = 12;

function noHistory(folder: string, files: readonly string[]): Said {
  const shown = files.slice(0, SHOWN_FILES);
  const holds =
    files.length === 0
      ? say('import.holds-nothing')
      : files.length > SHOWN_FILES
        ? say('import.holds-many', { files: shown, count: files.length })
        : say('import.holds', { files: shown });
  return [say('import.no-history', { folder }), holds, say('import.other-names')];
}

/** Lower-case name to the name on disk, for the names that matter; two that differ only in case or compression cannot both be meant. */
function filesByName(folder: string, files: readonly string[]): Map<string, string> {
  const byName = new Map<string, string>();
  const known = new Set([...Object.keys(CONTEST_FILES), 'u.data', 'u.user', 'u.item', 'ratings.csv', 'movies.csv']);
  for (const file of files) {
    const name = uncompressedName(file).toLowerCase();
    if (!known.has(name)) continue;
    const other = byName.get(name);
    if (other !== undefined)
      throw new ShelfwiseError('bad-data', say('import.two-files', { folder, first: other, second: file }));
    byName.set(name, file);
  }
  return byName;
}

function contestTables(folder: string, byName: ReadonlyMap<string, string>): TablePlan[] {
  for (const needed of NEEDED_CONTEST_FILES)
    if (!byName.has(needed)) throw new ShelfwiseError('bad-data', say('import.no-profiles', { folder, file: needed }));
  return (Object.keys(CONTEST_FILES) as ContestFile[]).flatMap((name) => {
    const file = byName.get(name);
    return file === undefined ? [] : [contestTable(CONTEST_FILES[name], file, path.join(folder, file))];
  });
}
