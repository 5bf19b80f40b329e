/** Events: one row becomes one event, repaired, or rejected with a reason. */
import type { Database } from '../../database/database';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import { identifier, joined, literal, nothing, type Sql, sql } from '../../database/sql';
import { findAlike } from './alike';
import { columnsOfKinds, type EventKinds, kindHashSql } from './event-kinds';
import { countsTable, type IdKind, idTable, isOddSql, rowKindSql } from './ids';
import { findColumn } from '../read/detect';
import { FIRST_REPAIR, reasonNumber, reasonSql, takeIssuesSql } from './issues';
import { EVENT_ROLES, type EventsPlan } from '../layouts/plan';
import {
  columnKeys,
  columnOf,
  type ComputeColumns,
  selection,
  type SourceTable,
  tableOf,
  textColumn,
} from '../read/source-table';
import { anyTime, areDatesSql, compactTime, createDays, type TimeSql } from './times';

/**
 * A number that tells an event from others of the same profile, item and time: of all other columns that are not empty, by name. 64 bits of an MD5,
 * which every version of DuckDB has alike. Columns that are empty do not count, so that a part may lack them.
 */
export function markSql(plan: EventsPlan, columns: readonly string[]): Sql {
  const keys = keyColumns(plan, columns);
  const named = columnKeys(columns)
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => !keys.includes(index))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  if (named.length === 0) return sql`0::UBIGINT`;
  const texts = named.map(({ name, index }) => sql`${literal(`${name}=`)} || ${textColumn(index)}`);
  return sql`md5_number_lower(concat_ws(chr(31), ${joined(texts)}))`;
}

/** An events table of the import, and the rows of it that were repaired or rejected. */
export interface CleanRows {
  readonly table: SourceTable;
  readonly plan: EventsPlan;
  /** Table of the rows with an issue: row (the rowid), issue, and all columns of the file's table. */
  readonly found: string;
  readonly times: TimeSql | null;
  /** Times of 8 digits are dates. */
  readonly dates: boolean;
}

export interface CleanEvents extends CleanRows {
  /** Null where they are not few. */
  readonly kinds: EventKinds | null;
}

/** Events of the data set that others are added to. */
export interface EventsBefore {
  /** Times of 8 digits were read as dates; null where nothing tells. */
  readonly dates: boolean | null;
  /** SQL of the condition on `before` and the rows of a table that both are the same event, but for profile, item, time and role. */
  readonly isSame: (events: CleanRows) => Sql;
}

/** Weights beyond single precision are no weights. */
const LARGEST_WEIGHT = 1e30;

const daysOf = (index: number): string => `days_${index}`;

function timesOf(plan: EventsPlan, columns: readonly string[], index: number, dates: boolean): TimeSql | null {
  const time = columnOf({ columns }, plan.time);
  if (time === null) return null;
  return plan.timeFormat === 'compact' ? compactTime(time, daysOf(index)) : anyTime(time, dates);
}

/** The column of a plan, or nothing in its place. */
export const columnIn = (columns: readonly string[], name: string | null): Sql =>
  columnOf({ columns }, name) ?? sql`NULL::VARCHAR`;

const keyColumns = (plan: EventsPlan, columns: readonly string[]): number[] =>
  [plan.profile, plan.item, plan.time].map((name) => (name === null ? -1 : findColumn(columns, name)));

/** Columns that are neither ID nor time: they tell duplicates apart as text. */
function otherColumns(plan: EventsPlan, columns: readonly string[]): Sql[] {
  const keys = keyColumns(plan, columns);
  return columns.flatMap((_, index) => (keys.includes(index) ? [] : [textColumn(index)]));
}

const hashSql = (profile: Sql, item: Sql, time: Sql, others: readonly Sql[]): Sql =>
  sql`hash(${joined([profile, item, time, ...others])})`;

/** What hashSql needs of the columns that are neither ID nor time; kind_hash stands for them where it is of these and no others. */
function otherHashes(plan: EventsPlan, columns: readonly string[]): Sql[] {
  const others = otherColumns(plan, columns);
  return others.length > 0 && others.length === columnsOfKinds(plan, columns).length ? [sql`kind_hash`] : others;
}

/**
 * What is computed of an events file while it is read: event_time, kind_hash (event-kinds.ts), and event_hash, which is equal for equal rows.
 * @param dates whether 8 digits are a date
 */
export function eventColumns(plan: EventsPlan, index: number, dates = false): ComputeColumns {
  return (columns) => {
    const computed = timesOf(plan, columns, index, dates)?.computed ?? [sql`NULL::BIGINT AS event_time`];
    const [profile, item] = [columnIn(columns, plan.profile), columnIn(columns, plan.item)];
    return [
      ...computed,
      sql`${kindHashSql(plan, columns)} AS kind_hash`,
      sql`${hashSql(profile, item, sql`event_time`, otherHashes(plan, columns))} AS event_hash`,
    ];
  };
}

/**
 * @param odd what else than good IDs occurs, as createIds found
 * @param read what readTimes answered
 */
export async function cleanEvents(
  database: Database,
  table: SourceTable,
  plan: EventsPlan,
  odd: Record<IdKind, readonly number[]>,
  read: ReadTimes,
  before: EventsBefore | null,
): Promise<CleanRows> {
  const events: CleanRows = { table, plan, found: `found_${table.index}`, ...read };
  await findOdd(database, events, odd);
  await findIssues(database, events);
  if (before !== null) await findRepeated(database, events, before);
  await database.run(takeIssuesSql(table, events.found, headersOf(plan)));
  return events;
}

/**
 * Makes the table `odd` of the few rows that have an issue, or repeat another as it stands: row (the rowid), issue, and all columns of
 * the file's table. All that is done with whole rows from there on is done with these.
 */
async function findOdd(
  database: Database,
  { table, plan, times }: CleanRows,
  odd: Record<IdKind, readonly number[]>,
): Promise<void> {
  const data = tableOf(table);
  const [profile, item] = [columnIn(table.columns, plan.profile), columnIn(table.columns, plan.item)];
  const weight = columnOf(table, plan.weight);
  const [profileKind, itemKind] = [rowKindSql(profile, odd.profile), rowKindSql(item, odd.item)];
  const ofValues = {
    ...(times && {
      missingTime: sql`${columnIn(table.columns, plan.time)} IS NULL`,
      impossibleTime: times.impossible,
      secondsCarried: times.carried,
      timeDecimal: times.decimal,
    }),
    ...(weight && { weightNotANumber: sql`${weightSql(weight)} IS NULL` }),
    unreadableText: sql`${table.note} IS NOT NULL`,
  };
  const suspicions = [...Object.values(ofValues), isOddSql(profile, odd.profile), isOddSql(item, odd.item)];
  // The reason is only looked for where there may be one, and the texts of all other rows are not touched.
  await findAlike(
    database,
    data,
    table.files.reduce((sum, { rows }) => sum + rows, 0),
  );
  await database.run(sql`
    CREATE TABLE odd AS
    SELECT ${data}.rowid AS row, ${data}.*, ${reasonSql({
      missingProfile: sql`${profileKind} = 2`,
      missingItem: sql`${itemKind} = 2`,
      unreadableProfile: sql`${profileKind} = 3`,
      unreadableItem: sql`${itemKind} = 3`,
      profileDecimal: sql`${profileKind} = 1`,
      itemDecimal: sql`${itemKind} = 1`,
      ...ofValues,
    })} AS issue
    FROM ${data} LEFT JOIN alike ON alike.event_hash = ${data}.event_hash
    WHERE ${joined(suspicions, sql` OR `)} OR alike.event_hash IS NOT NULL`);
  await database.run(sql`DROP TABLE alike`);
}

function headersOf({ profile, item, time, weight }: EventsPlan): Partial<Record<string, string | null>> {
  return { profile, item, time, weight };
}

type ReadTimes = Pick<CleanRows, 'times' | 'dates'>;

/**
 * Makes the table of days, or reads the times again where all of them turn out to be dates: the table is another one then, so that nobody may ask
 * anything of it meanwhile.
 */
export async function readTimes(
  database: Database,
  table: SourceTable,
  plan: EventsPlan,
  before: EventsBefore | null,
): Promise<ReadTimes> {
  const { columns, data, index } = table;
  const time = columnOf(table, plan.time);
  if (time === null) return { times: null, dates: false };
  if (plan.timeFormat === 'compact') {
    await database.run(createDays(daysOf(index), data));
    const impossible = await database.rows<{ day: number }>(
      sql`SELECT day::DOUBLE AS day FROM ${identifier(daysOf(index))} WHERE start IS NULL AND day IS NOT NULL`,
    );
    const days = impossible.map(({ day }) => day);
    return { times: compactTime(time, daysOf(index), days), dates: false };
  }
  const { dates, rows } = await database.row<{ dates: boolean; rows: number }>(areDatesSql(time, data));
  // Together they would be read otherwise than those that are here already were.
  if (rows > 0 && before?.dates != null && before.dates !== dates)
    throw new ShelfwiseError('bad-data', say('adding.other-times', { file: plan.file, column: plan.time! }));
  if (dates) {
    const computed = eventColumns(plan, index, true)(columns);
    const undated = identifier(`${data}_undated`);
    await database.run(sql`ALTER TABLE ${tableOf(table)} RENAME TO ${undated}`);
    await database.run(sql`
      CREATE TABLE ${tableOf(table)} AS
      SELECT ${selection(computed)} FROM (SELECT * EXCLUDE (event_time, event_carried, kind_hash, event_hash) FROM ${undated})`);
    await database.run(sql`DROP TABLE ${undated}`);
  }
  return { times: timesOf(plan, columns, index, dates), dates };
}

/** Null for what is no weight. */
export function weightSql(column: Sql): Sql {
  return sql`CASE WHEN ${column} IS NULL THEN 1
    WHEN abs(try_cast(${column} AS DOUBLE)) <= ${LARGEST_WEIGHT} THEN try_cast(${column} AS DOUBLE) END::FLOAT`;
}

/**
 * Makes the table `found` of the odd rows: with an issue, or rejected as the second or later of rows that are equal in all columns
 * after cleaning. Hashes of the cleaned rows find the few that may be equal. Only those few are compared in full.
 */
async function findIssues(database: Database, events: CleanRows): Promise<void> {
  const { table, plan, found } = events;
  const data = tableOf(table);
  const others = otherColumns(plan, table.columns);
  const canonical = canonicalSql(events);
  await database.run(sql`
    CREATE TABLE rehashed AS
    SELECT row, ${hashSql(...canonical.columns, otherHashes(plan, table.columns))} AS event_hash FROM odd ${canonical.join} WHERE issue >= ${FIRST_REPAIR}`);
  await database.run(sql`
    INSERT INTO odd BY NAME
    SELECT rowid AS row, * FROM ${data} WHERE rowid IN (
      SELECT rowid FROM ${data}
      WHERE event_hash IN (SELECT event_hash FROM rehashed) AND rowid NOT IN (SELECT row FROM odd))`);
  await database.run(sql`
    CREATE TABLE hashes AS
    SELECT row, coalesce(rehashed.event_hash, odd.event_hash) AS event_hash
    FROM odd LEFT JOIN rehashed USING (row) WHERE issue IS NULL OR issue >= ${FIRST_REPAIR}`);
  await database.run(sql`
    CREATE TABLE duplicates AS
    SELECT row FROM (
      SELECT row, row_number() OVER (PARTITION BY ${joined([...canonical.columns, ...others])} ORDER BY row) AS occurrence
      FROM odd ${canonical.join} WHERE row IN (
        SELECT row FROM hashes WHERE event_hash IN (SELECT event_hash FROM hashes GROUP BY event_hash HAVING count(*) > 1))
    ) WHERE occurrence > 1`);
  await database.run(sql`
    CREATE TABLE ${identifier(found)} AS
    SELECT * REPLACE (CASE WHEN row IN (FROM duplicates) THEN ${reasonNumber('duplicate')} ELSE issue END AS issue)
    FROM odd WHERE issue IS NOT NULL OR row IN (FROM duplicates)`);
  for (const scratch of ['odd', 'rehashed', 'hashes', 'duplicates'])
    await database.run(sql`DROP TABLE ${identifier(scratch)}`);
}

/** Rejects what the data set has already, as duplicates. The table `before` has its events: profile_id, item_id, time, role, and what isSame needs. */
async function findRepeated(database: Database, events: CleanRows, before: EventsBefore): Promise<void> {
  const { table, plan, found, times } = events;
  const data = tableOf(table);
  const [profile, item] = [columnIn(table.columns, plan.profile), columnIn(table.columns, plan.item)];
  const repeated = identifier(`repeated_${table.index}`);
  await database.run(sql`
    CREATE TABLE ${repeated} AS
    SELECT DISTINCT ${data}.rowid AS row FROM ${data} ${times?.join ?? nothing}
    JOIN profile_ids ON profile_ids.text = ${profile} JOIN item_ids ON item_ids.text = ${item}
    JOIN before ON before.profile_id = profile_ids.canonical AND before.item_id = item_ids.canonical
      AND before.time IS NOT DISTINCT FROM (${times?.seconds ?? sql`NULL`})::DOUBLE
      AND before.role = ${EVENT_ROLES.indexOf(plan.role)} AND (${before.isSame(events)})
    WHERE ${data}.rowid NOT IN (${rejectedSql(found)})`);
  const reason = reasonNumber('duplicate');
  await database.run(sql`UPDATE ${identifier(found)} SET issue = ${reason} WHERE row IN (FROM ${repeated})`);
  await database.run(sql`
    INSERT INTO ${identifier(found)} BY NAME
    SELECT rowid AS row, *, ${reason}::TINYINT AS issue FROM ${data}
    WHERE rowid IN (FROM ${repeated}) AND rowid NOT IN (SELECT row FROM ${identifier(found)})`);
  await database.run(sql`DROP TABLE ${repeated}`);
}

/** IDs and time of a row as they are compared, and the joins that they need. */
function canonicalSql({ table, plan, times }: CleanRows): { columns: [Sql, Sql, Sql]; join: Sql } {
  const [profile, item] = [columnIn(table.columns, plan.profile), columnIn(table.columns, plan.item)];
  return {
    columns: [sql`profile_ids.canonical`, sql`item_ids.canonical`, times?.canonical ?? sql`event_time`],
    join: sql`${times?.join ?? nothing}
      LEFT JOIN profile_ids ON profile_ids.text = ${profile} LEFT JOIN item_ids ON item_ids.text = ${item}`,
  };
}

export const rejectedSql = (found: string): Sql =>
  sql`SELECT row FROM ${identifier(found)} WHERE issue < ${FIRST_REPAIR}`;

/**
 * SQL of the number of accepted events by code of profile or item: code, events.
 * @param before whether the table `before` has others
 */
export function eventCountsSql(kind: IdKind, cleaned: readonly CleanRows[], before = false): Sql {
  const counts = cleaned.map(({ table, plan, found }) => {
    const column = columnIn(table.columns, plan[kind]);
    return sql`
      SELECT text, rows FROM ${countsTable(kind, table)}
      UNION ALL SELECT ${column}, -1 FROM ${identifier(found)} WHERE issue < ${FIRST_REPAIR}`;
  });
  if (before)
    counts.push(sql`SELECT ${identifier(`${kind}_id`)} AS text, count(*)::INTEGER AS rows FROM before GROUP BY 1`);
  return sql`
    SELECT code, sum(rows)::INTEGER AS events FROM (${joined(counts, sql` UNION ALL `)}) JOIN ${idTable(kind, 'ids')} USING (text)
    WHERE code IS NOT NULL GROUP BY code HAVING sum(rows) > 0`;
}
