/** Which files of a folder play which role. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Mapping } from '../../../shared/contract';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { CONTEST_FILES, type ContestFile, contestTable, NEEDED_CONTEST_FILES } from './contest-layout';
import { mappedTables } from './mapped-layout';
import {
  movielens100kEvents,
  movielens100kItems,
  movielens100kProfiles,
  movielensCsvEvents,
  movielensCsvItems,
} from './movielens-layout';
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

async function listFiles(folder: string): Promise<string[]> {
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
    return new ShelfwiseError(
      'bad-data',
      `${folder} is a file. Name the folder that holds history_data.csv and the other files.`,
      { cause: thrown },
    );
  const error = toShelfwiseError(thrown);
  if (error.code === 'not-found')
    return new ShelfwiseError('not-found', `There is no folder ${folder}. Check its name.`, { cause: thrown });
  if (error.code === 'no-permission')
    return new ShelfwiseError('no-permission', `The folder ${folder} may not be read. Change its permissions.`, {
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
  throw new ShelfwiseError('bad-data', noHistorySentence(folder, files));
}

function noHistorySentence(folder: string, files: readonly string[]): string {
  const shown = files.slice(0, 12).join(', ') + (files.length > 12 ? `, … (${files.length} in all)` : '');
  return (
    `There is no history file in ${folder}: it needs history_data.csv (or MovieLens's u.data or ratings.csv). ` +
    `It holds ${files.length === 0 ? 'no file' : shown}. A folder with other names is read with a column mapping (--map FILE).`
  );
}

/** Lower-case name to the name on disk, for the names that matter; two that differ only in case cannot both be meant. */
function filesByName(folder: string, files: readonly string[]): Map<string, string> {
  const byName = new Map<string, string>();
  const known = new Set([...Object.keys(CONTEST_FILES), 'u.data', 'u.user', 'u.item', 'ratings.csv', 'movies.csv']);
  for (const file of files) {
    const name = file.toLowerCase();
    if (!known.has(name)) continue;
    const other = byName.get(name);
    if (other !== undefined)
      throw new ShelfwiseError(
        'bad-data',
        `${folder} holds both ${other} and ${file}, and it is not clear which is meant. Move one of them away.`,
      );
    byName.set(name, file);
  }
  return byName;
}

function contestTables(folder: string, byName: ReadonlyMap<string, string>): TablePlan[] {
  for (const needed of NEEDED_CONTEST_FILES)
    if (!byName.has(needed))
      throw new ShelfwiseError(
        'bad-data',
        `${folder} has no ${needed}, which says who the profiles are. Add it, or read the folder with a column mapping (--map FILE).`,
      );
  return (Object.keys(CONTEST_FILES) as ContestFile[]).flatMap((name) => {
    const file = byName.get(name);
    return file === undefined ? [] : [contestTable(CONTEST_FILES[name], file, path.join(folder, file))];
  });
}
