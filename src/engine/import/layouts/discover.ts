/** Finds the role of each file in a folder. */
import * as path from 'node:path';
import type { Dataset, Mapping } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { comparePaths } from '../../../shared/values/file-pattern';
import { MOST_PARTS } from '../../../shared/limits';
import { type Said, say } from '../../../shared/words/sentence';
import { CONTEST_FILES, type ContestFile, contestFileOf, contestTable, NEEDED_CONTEST_FILES } from './contest-layout';
import { listFiles, listFilesBelow, listFolders } from './list-files';
import { mappedTables, refuseTwice } from './mapped-layout';
import {
  movielens100kEvents,
  movielens100kItems,
  movielens100kProfiles,
  movielensCsvEvents,
  movielensCsvItems,
} from './movielens-layout';
import { uncompressedName } from '../read/compressed';
import { formatOf, refuseEventsInWorkbooks } from './file-format';
import { type FolderPlan, partsOf, type TablePlan } from './import-plan';

/**
 * @param folder absolute
 * @throws ShelfwiseError `not-found`, `no-permission`, or `bad-data` if there is no history file
 */
export async function discover(folder: string, mapping: Mapping | null): Promise<FolderPlan> {
  const { layout, tables, files } = mapping ? await mapped(folder, mapping) : await recognised(folder);
  const many = tables.find(({ parts }) => parts.length > MOST_PARTS);
  if (many !== undefined)
    throw new ShelfwiseError('bad-data', say('import.too-many-parts', { file: many.file, most: MOST_PARTS }));
  refuseEventsInWorkbooks(tables);
  const used = new Set(tables.flatMap(({ parts }) => parts.map(({ file }) => file)));
  const ignored = files.filter((file) => !used.has(file));
  return { folder, layout, mapping, tables, ignored, passedOver: await foldersPassedOver(folder, layout, used) };
}

/**
 * Finds what a folder adds to a data set: any of the tables that it was made of. Tables missing from the folder have no parts.
 * @param mapping of the data set, with the names of the folder's files; null if the layout was recognised
 * @throws ShelfwiseError as discover; `bad-data` if there is nothing to add
 */
export async function discoverAddition(
  folder: string,
  { layout, files: before }: Pick<Dataset, 'layout' | 'files'>,
  mapping: Mapping | null,
): Promise<FolderPlan> {
  const nothing = new ShelfwiseError('bad-data', say('adding.nothing', { folder }));
  const found = await (layout === 'contest'
    ? addedToContest(folder, before)
    : layout === 'mapped' && mapping !== null
      ? mapped(folder, mapping, 'none')
      : recognised(folder));
  if (found.layout !== layout || found.tables.every(({ parts }) => parts.length === 0)) throw nothing;
  refuseEventsInWorkbooks(found.tables);
  const used = new Set(partsOf(found).map(({ file }) => file));
  const ignored = found.files.filter((file) => !used.has(file));
  const passedOver = await foldersPassedOver(folder, layout, used);
  return { folder, layout, mapping, tables: found.tables, ignored, passedOver };
}

/** Folders in a contest folder that hold further months, placed beside the history. */
async function foldersPassedOver(
  folder: string,
  layout: Dataset['layout'],
  used: ReadonlySet<string>,
): Promise<string[]> {
  if (layout !== 'contest' || [...used].some((file) => file.includes('/'))) return [];
  const found: string[] = [];
  for (const name of await listFolders(folder)) {
    // A folder may contain others that this user may not read.
    const files = await listFiles(path.join(folder, name)).catch((): string[] => []);
    if (files.some((file) => contestFileOf(uncompressedName(file)) !== null)) found.push(name);
  }
  return found;
}

async function addedToContest(folder: string, before: Dataset['files']): Promise<Found> {
  const here = await listFiles(folder);
  const files = contestFiles(folder, here).size > 0 ? here : await listFilesBelow(folder, 1);
  const byName = contestFiles(folder, files);
  const tables = (Object.keys(CONTEST_FILES) as ContestFile[]).flatMap((name) => {
    const parts = byName.get(name) ?? [];
    const wasThere = before.some(({ role }) => role === CONTEST_FILES[name]);
    return parts.length > 0 || wasThere ? [contestOf(folder, name, parts)] : [];
  });
  return { layout: 'contest', tables, files };
}

type Found = Pick<FolderPlan, 'layout' | 'tables'> & {
  /** All files that were examined. */
  readonly files: readonly string[];
};

async function mapped(folder: string, mapping: Mapping, lacking: 'refused' | 'none' = 'refused'): Promise<Found> {
  const { events, profiles, items } = mapping;
  const names = [events, profiles, items].flatMap((table) => table?.file ?? []);
  const isDeep = names.some((name) => name.includes('/'));
  const files = await (isDeep ? listFilesBelow : listFiles)(folder);
  return { layout: 'mapped', tables: mappedTables(folder, files, mapping, lacking), files };
}

async function recognised(folder: string): Promise<Found> {
  const files = await listFiles(folder);
  const known = recognise(folder, files);
  if (known !== null) return { ...known, files };
  // Month by month, each in its own folder.
  const below = await listFilesBelow(folder, 1).catch((thrown: unknown) => {
    // A folder may contain others that this user may not read. One of them may be a month, so the failure is reported.
    if (thrown instanceof ShelfwiseError) return thrown;
    throw thrown;
  });
  if (below instanceof ShelfwiseError)
    throw new ShelfwiseError('bad-data', [...noHistory(folder, files), ...(below.said ?? [below.message])], {
      cause: below,
    });
  if (contestFiles(folder, below).has('history_data.csv'))
    return { layout: 'contest', tables: contestTables(folder, below), files: below };
  throw new ShelfwiseError('bad-data', noHistory(folder, files));
}

function recognise(folder: string, files: readonly string[]): Pick<FolderPlan, 'layout' | 'tables'> | null {
  const byName = movielensFiles(folder, files);
  const place = (name: string): { file: string; path: string } | null => {
    const file = byName.get(name);
    return file === undefined ? null : { file, path: path.join(folder, file) };
  };
  if (contestFiles(folder, files).has('history_data.csv'))
    return { layout: 'contest', tables: contestTables(folder, files) };
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
  return null;
}

/** The most names of files that an error shows. */
const SHOWN_FILES = 12;

function noHistory(folder: string, files: readonly string[]): Said {
  const shown = files.slice(0, SHOWN_FILES);
  const holds =
    files.length === 0
      ? say('import.holds-nothing')
      : files.length > SHOWN_FILES
        ? say('import.holds-many', { files: shown, count: files.length })
        : say('import.holds', { files: shown });
  const documented = [...contestFiles(folder, files).values()].flat();
  const missing =
    documented.length === 0
      ? say('import.no-history', { folder })
      : say('import.history-missing', { folder, files: documented.slice(0, SHOWN_FILES) });
  return [missing, holds, say('import.other-names')];
}

/** Lower-case name to the name on disk; two that differ only in case or compression are refused as ambiguous. */
function movielensFiles(folder: string, files: readonly string[]): Map<string, string> {
  const known = ['u.data', 'u.user', 'u.item', 'ratings.csv', 'movies.csv'];
  const meant = files.filter((file) => known.includes(uncompressedName(file).toLowerCase()));
  refuseTwice(folder, meant);
  return new Map(meant.map((file) => [uncompressedName(file).toLowerCase(), file]));
}

/** The parts of each contest file, in order. A workbook beside a CSV file of the same name is the file it was saved from, and no part. */
function contestFiles(folder: string, files: readonly string[]): Map<ContestFile, string[]> {
  const byName = new Map<ContestFile, string[]>();
  for (const file of files) {
    const name = contestFileOf(uncompressedName(path.posix.basename(file)));
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  for (const [name, parts] of byName) {
    const texts = new Set(parts.filter((file) => formatOf(file).kind !== 'xlsx').map(withoutEndings));
    const isSaved = (file: string): boolean => formatOf(file).kind === 'xlsx' && texts.has(withoutEndings(file));
    byName.set(name, parts.filter((file) => !isSaved(file)).toSorted(comparePaths));
    refuseTwice(folder, byName.get(name)!);
  }
  return byName;
}

/** With its folders, in lower case: 2026-03/meta_data for 2026-03/Meta_data.csv.gz. */
const withoutEndings = (file: string): string =>
  uncompressedName(file)
    .replace(/\.(?:csv|xlsx)$/i, '')
    .toLowerCase();

function contestTables(folder: string, files: readonly string[]): TablePlan[] {
  const byName = contestFiles(folder, files);
  for (const needed of NEEDED_CONTEST_FILES)
    if (!byName.has(needed)) throw new ShelfwiseError('bad-data', say('import.no-profiles', { folder, file: needed }));
  return (Object.keys(CONTEST_FILES) as ContestFile[]).flatMap((name) => {
    const parts = byName.get(name) ?? [];
    if (parts.length === 0) return [];
    return [contestOf(folder, name, parts)];
  });
}

const contestOf = (folder: string, name: ContestFile, parts: readonly string[]): TablePlan =>
  contestTable(
    CONTEST_FILES[name],
    parts.length === 1 ? parts[0]! : name.replace(/\.csv$/, '*.csv'),
    parts.map((file) => ({ file, path: path.join(folder, file), format: formatOf(file) })),
  );
