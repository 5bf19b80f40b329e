/**
 * Groups events into kinds: what events say besides profile, item and time. If a table has few kinds, what follows from the texts of an event is
 * computed once per kind: the MD5 of a mark alone takes longer than sorting the event.
 */
import type { Database } from '../../storage/database/database';
import { identifier, joined, type Sql, sql } from '../../storage/database/sql';
import { findColumn } from '../read/detect';
import type { EventsPlan } from '../layouts/import-plan';
import { following, type SourceTable, tableOf, textColumn } from '../read/source-table';

export interface EventKinds {
  /** The table of kinds: kind_hash, which identifies a kind, the text columns of the kind, and `rows`, its number of rows. */
  readonly data: string;
  /** Indices of those columns among the columns of the events' table. */
  readonly columns: readonly number[];
}

/** Rows per kind that make kinds pay: looking a kind up by its hash costs a tenth of what it saves, and finding all kinds as much again. */
const ROWS_A_KIND = 8;
/** All kinds are held in memory at once. */
const MOST_KINDS = 200_000;
/** Rows with more columns rarely repeat. */
const MOST_COLUMNS_OF_KINDS = 32;

/** Indices of the columns that determine an event, apart from profile, item and time. */
function columnsOfKinds(plan: EventsPlan, columns: readonly string[]): number[] {
  const placesOf = (names: readonly (string | null | undefined)[]): number[] =>
    names.map((name) => (name == null ? -1 : findColumn(columns, name)));
  const keys = placesOf([plan.profile, plan.item, plan.time]);
  // A mapping may name a column for two purposes.
  const values = placesOf([plan.weight, plan.payment, plan.trailer, plan.continuous, plan.watchTime, plan.totalTime]);
  return columns.flatMap((_, index) => (!keys.includes(index) || values.includes(index) ? [index] : []));
}

/** SQL of a number that is equal for events of one kind, and for others only by a collision, which `findEventKinds` checks for. */
export function kindHashSql(plan: EventsPlan, columns: readonly string[]): Sql {
  const texts = columnsOfKinds(plan, columns);
  return texts.length === 0 ? sql`0::UBIGINT` : sql`hash(${joined(texts.map(textColumn))})`;
}

/**
 * Makes the table of a table's kinds.
 * @returns null if there are too many; this affects only the time taken
 */
export async function findEventKinds(
  database: Database,
  table: SourceTable,
  plan: EventsPlan,
): Promise<EventKinds | null> {
  const columns = columnsOfKinds(plan, table.columns);
  if (columns.length === 0 || columns.length > MOST_COLUMNS_OF_KINDS) return null;
  const rows = table.files.reduce((sum, file) => sum + file.rows, 0);
  if ((await mostKinds(database, table, columns)) > Math.min(MOST_KINDS, rows / ROWS_A_KIND)) return null;
  const data = `kinds_${table.index}`;
  await database.run(sql`
    CREATE TABLE ${identifier(data)} AS
    SELECT kind_hash, ${joined(columns.map(textColumn))}, count(*)::INTEGER AS rows FROM ${tableOf(table)} GROUP BY ALL`);
  if (await areToldByHash(database, data)) return { data, columns };
  await database.run(sql`DROP TABLE ${identifier(data)}`);
  return null;
}

/** Checks for collisions: among 200,000 kinds, 64 bits collide once in a billion times. */
async function areToldByHash(database: Database, data: string): Promise<boolean> {
  const { told } = await database.row<{ told: boolean }>(
    sql`SELECT count(*) = count(DISTINCT kind_hash) AS told FROM ${identifier(data)}`,
  );
  return told;
}

/** Upper bound on the number of kinds, from DuckDB's estimated counts of different texts in each column; reads no row. */
async function mostKinds(database: Database, table: SourceTable, columns: readonly number[]): Promise<number> {
  const texts = columns.map((index) => sql`stats(${textColumn(index)}) AS ${textColumn(index)}`);
  const [row] = await database.rows<Record<string, string>>(
    sql`SELECT ${joined(texts)} FROM ${tableOf(table)} LIMIT 1`,
  );
  const counts = Object.values(row ?? {}).map(
    (text) => Number(/Approx Unique: (\d+)/.exec(text)?.[1] ?? Infinity) + (text.includes('Has Null: false') ? 0 : 1),
  );
  return counts.reduce((product, count) => product * count, 1);
}

/**
 * SQL of some rows of a table: row (the rowid), and all of its columns. Reads the columns of kinds from the table of kinds, which spares reading
 * those texts of all events.
 * @param condition over the table's columns and rowid. Do not apply it to the result: DuckDB would look all kinds up first
 */
export function rowsWhereSql(table: SourceTable, kinds: EventKinds | null, condition: Sql): Sql {
  const some = sql`SELECT rowid AS row, * FROM ${tableOf(table)} WHERE ${condition}`;
  if (kinds === null) return some;
  const texts = kinds.columns.map((index) => sql`kinds.${textColumn(index)} AS ${textColumn(index)}`);
  return sql`
    SELECT events.* REPLACE (${joined(texts)})
    FROM (${some}) events LEFT JOIN ${identifier(kinds.data)} kinds USING (kind_hash)`;
}

/**
 * Values of events, looked up by kind.
 * @param values SQL over the columns of an events' table, by name
 * @returns SQL of the values and of the join that they need
 */
export function valuesByKind(
  table: SourceTable,
  { data }: EventKinds,
  values: readonly (readonly [name: string, value: Sql])[],
): { values: Sql[]; join: Sql } {
  const worked = values.map(([name, value]) => sql`${value} AS ${identifier(name)}`);
  return {
    values: values.map(([name]) => sql`kinds.${identifier(name)}`),
    join: sql`LEFT JOIN (SELECT kind_hash AS kind${following(worked)} FROM ${identifier(data)}) kinds ON kinds.kind = ${tableOf(table)}.kind_hash`,
  };
}
