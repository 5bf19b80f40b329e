/** How an extended data set describes itself, and what it keeps for the next addition. */
import * as path from 'node:path';
import { type AddingFile, ADDING_FILES, type Dataset, type Finding } from '../../../shared/contract/dataset';
import { type Snapshot, snapshotTable } from '../../data/snapshot-tables';
import type { Database } from '../../storage/database/database';
import { identifier, type Sql, sql } from '../../storage/database/sql';
import type { Source } from '../../data/privacy/forgotten';
import { sha256OfFile } from '../../storage/read-files';
import type { CleanRows } from '../clean/clean-events';
import type { CleanEntities } from '../clean/clean-tables';
import { FOLDERS_NOT_READ } from '../clean/findings';
import { TIMES_APART } from '../clean/times-apart';
import type { IdKind } from '../clean/ids';
import { type FolderPlan, partsOf, type TablePlan } from '../layouts/import-plan';
import { writeParquet } from '../write-snapshot';
import type { Before } from './before';

/** SQL of the existing IDs: keywords may belong to titles that nothing else names. */
export function idsBefore(kind: IdKind, before: Before | null): Sql | null {
  if (before === null) return null;
  const own = sql`SELECT DISTINCT id FROM ${snapshotTable(before.snapshot, `${kind}s.parquet`)}`;
  return kind === 'item' && before.keywords !== null
    ? sql`${own} UNION SELECT item AS id FROM (${before.keywords})`
    : own;
}

export const issuesBefore = (snapshot: Snapshot | null): Sql | null =>
  snapshot?.dataset.rowIssuesFile === undefined
    ? null
    : sql`SELECT file, line, "column", outcome, reason, raw FROM ${snapshotTable(snapshot, snapshot.dataset.rowIssuesFile)}`;

/** A profile that was forgotten in either source stays out. */
export const joinSources = (own: Source, before: Source | null): Source => ({
  folders: [...own.folders, ...(before?.folders ?? [])],
  files: [...own.files, ...(before?.files ?? [])],
});

/** Findings about all rows, which are computed again. */
const OF_ALL_ROWS = [
  'unknown-profile',
  'unknown-item',
  'profile-without-events',
  'item-without-events',
  'forgotten-elsewhere',
  TIMES_APART,
  // One of those folders may be the one that is added now.
  FOLDERS_NOT_READ,
];

/** Findings about the files that were read before. */
export const findingsBefore = ({ findings }: Dataset): Finding[] =>
  findings.filter(({ code }) => !OF_ALL_ROWS.includes(code));

/** The plan with its files prefixed by their folder's name, different from every existing file. */
export function namedByFolder(plan: FolderPlan, before: Dataset): FolderPlan {
  const taken = new Set(before.files.map(({ file }) => file));
  const base = path.basename(plan.folder);
  const isTaken = (prefix: string): boolean => partsOf(plan).some(({ file }) => taken.has(`${prefix}/${file}`));
  let prefix = base;
  for (let count = 2; isTaken(prefix); count++) prefix = `${base} (${count})`;
  const { folder } = plan;
  const tables = plan.tables.map((table): TablePlan => {
    const parts = table.parts.map((part) =>
      Object.assign({}, part, { file: `${prefix}/${part.file}`, place: { folder, file: part.file } }),
    );
    return { ...table, file: `${prefix}/${table.file}`, parts };
  });
  const named = (names: readonly string[]): string[] => names.map((name) => `${prefix}/${name}`);
  return { ...plan, tables, ignored: named(plan.ignored), passedOver: named(plan.passedOver) };
}

/** Keeps the name and folder of the original data set. */
export const addedTo = (
  { name, folder, added = [] }: Dataset,
  from: string,
  at: Date,
): Pick<Dataset, 'name' | 'folder' | 'added'> => ({
  name,
  folder,
  added: [...added, { folder: from, at: at.toISOString() }],
});

/** Writes what the next addition needs besides the marks of events, which are already written. */
export async function writeRows(
  database: Database,
  folder: string,
  {
    events,
    profiles,
    items,
  }: { events: readonly CleanRows[]; profiles: CleanEntities | null; items: CleanEntities | null },
): Promise<NonNullable<Dataset['adding']>> {
  const write = async (file: AddingFile, entities: CleanEntities | null, none: Sql): Promise<void> => {
    const table = `written ${file}`;
    await database.run(sql`CREATE TABLE ${identifier(table)} AS ${entities?.rows ?? none}`);
    await writeParquet(database, path.join(folder, file), table);
    await database.run(sql`DROP TABLE ${identifier(table)}`);
  };
  await write('profile-rows.parquet', profiles, sql`SELECT NULL::VARCHAR AS id WHERE false`);
  await write(
    'item-rows.parquet',
    items,
    sql`SELECT NULL::VARCHAR AS id, NULL::VARCHAR AS title, NULL::VARCHAR AS subtitle WHERE false`,
  );
  return hashedAdding(
    folder,
    events.some(({ dates }) => dates),
  );
}

/** Hashes of the files written for the next addition. */
export async function hashedAdding(folder: string, dates: boolean): Promise<NonNullable<Dataset['adding']>> {
  const hashed = ADDING_FILES.map(async (file) => ({ file, sha256: await sha256OfFile(path.join(folder, file)) }));
  return { files: await Promise.all(hashed), dates };
}
