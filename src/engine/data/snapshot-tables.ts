/** Opens the Parquet files of a snapshot as tables: each alone, and checked before any query. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { AddingFile, AttributeDescription, Dataset } from '../../shared/contract/dataset';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { type Database, type DatabaseOptions, withDatabase } from '../storage/database/database';
import { isRefusedByDuckdb } from '../storage/database/failures';
import { hashOnce } from '../storage/known-hashes';
import { placeIn, requirePlainFile } from '../storage/plain-file';
import { readParquetFile } from '../storage/database/parquet';
import { type Sql, sql } from '../storage/database/sql';

/** A data set in the workspace. */
export interface Snapshot {
  readonly dataset: Dataset;
  readonly folder: string;
}

type Column = readonly [name: string, type: string];

const TYPE_OF_KIND = { categorical: 'VARCHAR', numeric: 'DOUBLE', set: 'VARCHAR[]' } as const;

const attributeColumns = (attributes: readonly AttributeDescription[]): Column[] =>
  attributes.map(({ kind }, index) => [`a${index}`, TYPE_OF_KIND[kind]]);

/** The columns that an import writes, by file. */
const COLUMNS_OF: Readonly<Record<string, (dataset: Dataset) => readonly Column[]>> = {
  'profiles.parquet': ({ profileAttributes }) => [
    ['id', 'VARCHAR'],
    ['in_file', 'BOOLEAN'],
    ...attributeColumns(profileAttributes),
  ],
  'items.parquet': ({ itemAttributes }) => [
    ['id', 'VARCHAR'],
    ['in_file', 'BOOLEAN'],
    ['title', 'VARCHAR'],
    ['subtitle', 'VARCHAR'],
    ...attributeColumns(itemAttributes),
  ],
  'events.parquet': () => [
    ['profile', 'INTEGER'],
    ['item', 'INTEGER'],
    ['time', 'DOUBLE'],
    ['role', 'UTINYINT'],
    ['weight', 'FLOAT'],
    ['trailer', 'BOOLEAN'],
    ['continuous', 'BOOLEAN'],
    ['payment', 'DOUBLE'],
    ['completion', 'FLOAT'],
  ],
  'keywords.parquet': () => [
    ['item', 'VARCHAR'],
    ['type', 'VARCHAR'],
    ['name', 'VARCHAR'],
    ['value', 'VARCHAR'],
  ],
  'submission.parquet': () => [
    ['place', 'INTEGER'],
    ['profile', 'VARCHAR'],
  ],
};

/** The rows that profiles or titles were merged from. Attributes whose kind depends on their values are texts. */
const rowColumns = (
  attributes: readonly AttributeDescription[],
  mapped: NonNullable<Dataset['mapping']>['profiles'] | NonNullable<Dataset['mapping']>['items'],
): Column[] =>
  attributes.map(({ kind }, index) => [
    `a${index}`,
    typeof mapped?.attributes[index] === 'string' ? 'VARCHAR' : TYPE_OF_KIND[kind],
  ]);

/** The columns of files for adding to a snapshot, by file. */
const ADDING_COLUMNS_OF: Readonly<Record<AddingFile, (dataset: Dataset) => readonly Column[]>> = {
  'event-marks.parquet': () => [['mark', 'UBIGINT']],
  'profile-rows.parquet': ({ profileAttributes, mapping }) => [
    ['id', 'VARCHAR'],
    ...rowColumns(profileAttributes, mapping?.profiles),
  ],
  'item-rows.parquet': ({ itemAttributes, mapping }) => [
    ['id', 'VARCHAR'],
    ['title', 'VARCHAR'],
    ['subtitle', 'VARCHAR'],
    ...rowColumns(itemAttributes, mapping?.items),
  ],
};

const ROW_ISSUES = /^row-issues-[0-9a-f]{12}\.parquet$/;
const ROW_ISSUE_COLUMNS: readonly Column[] = [
  ['file', 'VARCHAR'],
  ['line', 'BIGINT'],
  ['column', 'VARCHAR'],
  ['outcome', 'VARCHAR'],
  ['reason', 'VARCHAR'],
  ['raw', 'VARCHAR'],
];

/** Whether a name is that of an import's row issues. */
export const isRowIssuesFile = (file: string): boolean => ROW_ISSUES.test(file);

function columnsOf(file: string, dataset: Dataset): readonly Column[] | null {
  if (Object.hasOwn(COLUMNS_OF, file)) return COLUMNS_OF[file]!(dataset);
  if (Object.hasOwn(ADDING_COLUMNS_OF, file)) return ADDING_COLUMNS_OF[file as AddingFile](dataset);
  return isRowIssuesFile(file) ? ROW_ISSUE_COLUMNS : null;
}

/** A file of the snapshot as SQL. */
export function snapshotTable(snapshot: Snapshot, file: string): Sql {
  return readParquetFile(placeIn(snapshot.folder, file));
}

/**
 * Runs `use` on a database that may read these files of the snapshot and no other. First checks that their bytes are those that an import wrote, and
 * that their columns have its names and types: no other way leads to the files.
 * @throws ShelfwiseError `bad-data` for a damaged or foreign file, `not-found` if the data set was deleted meanwhile
 */
export async function withSnapshot<Result>(
  snapshot: Snapshot,
  files: readonly string[],
  use: (database: Database) => Promise<Result>,
  options: Omit<DatabaseOptions, 'reads'> = {},
): Promise<Result> {
  const data = snapshot.dataset.fingerprint.slice(0, 12);
  const named = files.map((file) => ({ file, place: path.join(snapshot.folder, file) }));
  const unknown = files.find((file) => columnsOf(file, snapshot.dataset) === null);
  if (unknown !== undefined) refuseContent(snapshot, unknown);
  // On a pipe, DuckDB would wait for the other end.
  for (const { place } of named) await requirePlainFile(place);
  for (const { file, place } of named) await refuseOtherBytes(snapshot, file, place, options.signal);
  let looking: string | undefined;
  try {
    return await withDatabase({ ...options, reads: named.map(({ place }) => place) }, async (database) => {
      for (const { file } of named) {
        looking = file;
        const expected = columnsOf(file, snapshot.dataset)!;
        const found = await database.describe(sql`FROM ${snapshotTable(snapshot, file)}`);
        const isOurs =
          found.length === expected.length &&
          found.every(({ name, type }, index) => name === expected[index]![0] && type === expected[index]![1]);
        if (!isOurs || !(await hasRows(database, snapshot, file))) refuseContent(snapshot, file);
      }
      looking = undefined;
      return use(database);
    });
  } catch (thrown) {
    if (!isRefusedByDuckdb(thrown)) throw thrown;
    for (const { file, place } of named)
      if (!(await isThere(place)))
        throw new ShelfwiseError('not-found', say('snapshot.gone', { file, data }), { cause: thrown });
    throw new ShelfwiseError(
      'bad-data',
      [say('snapshot.cut', { file: looking ?? files.join(', '), data }), say('snapshot.repair')],
      { cause: thrown },
    );
  }
}

/** A turned bit may leave a file that reads well: only its hash tells. */
async function refuseOtherBytes(
  { dataset }: Snapshot,
  file: string,
  place: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const recorded = filesOf(dataset).find((one) => one.file === file)?.sha256;
  const found = recorded === undefined ? null : await hashOnce(place, signal);
  if (found === null || found === recorded) return;
  const data = dataset.fingerprint.slice(0, 12);
  throw new ShelfwiseError('bad-data', [say('snapshot.other-bytes', { file, data }), say('snapshot.repair')]);
}

/** The files of a data set whose hashes its record has. */
export const filesOf = ({ snapshotFiles = [], adding }: Dataset): readonly { file: string; sha256: string }[] => [
  ...snapshotFiles,
  ...(adding?.files ?? []),
];

/** Whether a file has a row for each profile, item or place of the submission. */
async function hasRows(database: Database, snapshot: Snapshot, file: string): Promise<boolean> {
  const counts: Readonly<Record<string, number>> = {
    'profiles.parquet': snapshot.dataset.profiles,
    'items.parquet': snapshot.dataset.items,
    'submission.parquet': snapshot.dataset.submissionProfiles ?? 0,
  };
  if (!Object.hasOwn(counts, file)) return true;
  const { rows } = await database.row<{ rows: number }>(
    sql`SELECT count(*)::INTEGER AS rows FROM ${snapshotTable(snapshot, file)}`,
  );
  return rows === counts[file];
}

const isThere = (place: string): Promise<boolean> =>
  fs.stat(place).then(
    () => true,
    () => false,
  );

/** The latest and, negated, earliest second that a Date can hold. */
export const LAST_SECOND = 8.64e12;

/**
 * Whether an event belongs to a profile and an item of the snapshot, at a time that a calendar has.
 * @param time seconds since 1970; NaN if the event has none
 */
export const isInRange = (
  profile: number,
  item: number,
  time: number,
  { profiles, items }: { profiles: number; items: number },
): boolean => profile >= 0 && profile < profiles && item >= 0 && item < items && !(Math.abs(time) > LAST_SECOND);

/** @throws ShelfwiseError `bad-data`: the content of a file does not fit the others */
export function refuseContent({ dataset }: Snapshot, file: string): never {
  const data = dataset.fingerprint.slice(0, 12);
  throw new ShelfwiseError('bad-data', [say('snapshot.not-ours', { file, data }), say('snapshot.repair')]);
}
