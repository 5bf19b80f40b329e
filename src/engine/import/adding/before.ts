/** Loads an existing data set as tables, for an import that adds to it. */
import {
  type AddingFile,
  ADDING_FILES,
  type AttributeDescription,
  type Dataset,
} from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { IMPORTER_VERSION } from '../../data/fingerprint';
import { filesOf, type Snapshot, snapshotTable } from '../../data/snapshot-tables';
import type { Database } from '../../storage/database/database';
import { identifier, type Sql, sql } from '../../storage/database/sql';
import { hashOnce } from '../../storage/known-hashes';
import { placeIn } from '../../storage/plain-file';
import { saysTheSame } from '../accepted-events';
import type { EventsBefore } from '../clean/clean-events';
import { markSql } from '../clean/event-columns';
import type { IdKind } from '../clean/ids';
import type { AttributePlan, FolderPlan, ItemsPlan, ProfilesPlan } from '../layouts/import-plan';
import { following } from '../read/source-table';

/** The data set to add to. */
export interface Before {
  readonly snapshot: Snapshot;
  readonly events: EventsBefore;
  /** Tables of its rows of profiles and titles; null if it has no such file. */
  readonly profiles: string | null;
  readonly items: string | null;
  /** SQL of its keywords (item, type, name, value) and its submission (place, profile). */
  readonly keywords: Sql | null;
  readonly submission: Sql | null;
}

const roleOf = ({ files }: Dataset, role: string): boolean => files.some((file) => file.role === role);

/** Whether it has the marks that identify equal rows for certain, by today's rules; otherwise events are equal if everything kept of them is. */
export const isExact = ({ adding, importerVersion }: Dataset): boolean =>
  importerVersion === IMPORTER_VERSION && ADDING_FILES.every((file) => adding?.files.some((one) => one.file === file));

/** Its files that are read. */
export function filesBefore({ dataset }: Snapshot): string[] {
  const { snapshotFiles = [], rowIssuesFile, adding } = dataset;
  const names = [...snapshotFiles, ...(adding?.files ?? [])].map(({ file }): string => file);
  return rowIssuesFile === undefined ? names : [...names, rowIssuesFile];
}

/** @throws ShelfwiseError `bad-data` if a file that adding needs differs from what was written */
export async function requireWhole({ dataset, folder }: Snapshot, signal: AbortSignal | undefined): Promise<void> {
  for (const { file, sha256 } of filesOf(dataset)) {
    const found = await hashOnce(placeIn(folder, file), signal).catch(() => null);
    if (found !== sha256)
      throw new ShelfwiseError('bad-data', [
        say('snapshot.other-bytes', { file, data: dataset.fingerprint.slice(0, 12) }),
        say('snapshot.repair'),
      ]);
  }
}

/**
 * Makes the table `before` of the events (profile_id, item_id, time, role, what is kept of each, mark), and those of rows.
 * @param plan of the added folder
 */
export async function takeBefore(
  database: Database,
  snapshot: Snapshot,
  { tables }: Pick<FolderPlan, 'tables'>,
): Promise<Before> {
  const { dataset } = snapshot;
  const hasMarks = isExact(dataset);
  const table = (file: string): Sql => snapshotTable(snapshot, file);
  const placed = (file: string): Sql =>
    sql`(SELECT (row_number() OVER () - 1)::INTEGER AS position, id FROM ${table(file)})`;
  const events = hasMarks
    ? sql`${table('events.parquet')} POSITIONAL JOIN ${table('event-marks.parquet')}`
    : sql`(SELECT *, NULL::UBIGINT AS mark FROM ${table('events.parquet')})`;
  await database.run(sql`
    CREATE TABLE before AS
    SELECT profiles.id AS profile_id, items.id AS item_id, time, role, weight, trailer, continuous, payment, completion, mark
    FROM (SELECT * FROM ${events}) events
    JOIN ${placed('profiles.parquet')} profiles ON profiles.position = events.profile
    JOIN ${placed('items.parquet')} items ON items.position = events.item`);
  const rowsOf = async (kind: IdKind, file: AddingFile): Promise<string | null> => {
    if (!roleOf(dataset, `${kind}s`)) return null;
    const name = `before_${kind}_rows`;
    const rows = hasMarks ? sql`FROM ${table(file)}` : mergedRows(snapshot, kind);
    await database.run(sql`CREATE TABLE ${identifier(name)} AS ${asPlanned(rows, snapshot, kind, tables)}`);
    return name;
  };
  return {
    snapshot,
    events: {
      dates: dataset.adding?.dates ?? null,
      isSame: (cleaned) =>
        hasMarks ? sql`before.mark = ${markSql(cleaned.plan, cleaned.table.columns)}` : saysTheSame(cleaned),
    },
    profiles: await rowsOf('profile', 'profile-rows.parquet'),
    items: await rowsOf('item', 'item-rows.parquet'),
    keywords: hasFile(dataset, 'keywords.parquet') ? sql`FROM ${table('keywords.parquet')}` : null,
    submission: hasFile(dataset, 'submission.parquet') ? sql`FROM ${table('submission.parquet')}` : null,
  };
}

const NOTHING_SAID: Partial<Record<AttributePlan['kind'], Sql>> = {
  set: sql`[]::VARCHAR[]`,
  numeric: sql`NULL::DOUBLE`,
};

/** The rows with the plan's attribute columns; the data set has only some of the optional ones. */
function asPlanned(rows: Sql, { dataset }: Snapshot, kind: IdKind, tables: FolderPlan['tables']): Sql {
  const plan = tables.find((table) => table.role === `${kind}s`) as ProfilesPlan | ItemsPlan | undefined;
  const texts = kind === 'item' ? [sql`title`, sql`subtitle`] : [];
  const columns = (plan?.attributes ?? []).map((attribute, index) => {
    const place =
      attribute.whereSaid === true
        ? dataset[`${kind}Attributes`].findIndex(({ name }) => name === attribute.name)
        : index;
    const value = place === -1 ? (NOTHING_SAID[attribute.kind] ?? sql`NULL::VARCHAR`) : identifier(`a${place}`);
    return sql`${value} AS ${identifier(`a${index}`)}`;
  });
  return sql`SELECT id ${following([...texts, ...columns])} FROM (${rows})`;
}

const hasFile = ({ snapshotFiles = [] }: Dataset, file: string): boolean =>
  snapshotFiles.some((one) => one.file === file);

/** The merged row of each ID; numbers as texts if the attribute's kind is a guess. */
function mergedRows(snapshot: Snapshot, kind: IdKind): Sql {
  const { dataset } = snapshot;
  const attributes: readonly AttributeDescription[] = dataset[`${kind}Attributes`];
  const mapped = dataset.mapping?.[`${kind}s`]?.attributes;
  const values = attributes.map((attribute, index) => {
    const column = identifier(`a${index}`);
    if (attribute.kind !== 'numeric' || typeof mapped?.[index] !== 'string') return column;
    return sql`regexp_replace(${column}::VARCHAR, '\\.0$', '') AS ${column}`;
  });
  const texts = kind === 'item' ? [sql`title`, sql`subtitle`] : [];
  return sql`SELECT id ${following([...texts, ...values])} FROM ${snapshotTable(snapshot, `${kind}s.parquet`)} WHERE in_file`;
}
