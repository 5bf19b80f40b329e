/** Cleans events: each row becomes an event, possibly repaired, or is rejected with a reason. Repeated events are found later (duplicates.ts). */
import type { Database } from '../../storage/database/database';
import { identifier, joined, nothing, type Sql, sql } from '../../storage/database/sql';
import { EVENT_ROLES, type EventsPlan } from '../layouts/import-plan';
import { columnOf, type SourceTable, tableOf } from '../read/source-table';
import { columnIn, weightSql } from './event-columns';
import { type EventKinds, rowsWhereSql } from './event-kinds';
import type { ReadTimes } from './event-times';
import { countsTable, type IdKind, idReasons, idTable, isOddSql, type OddForm, rowFormSql } from './ids';
import { FIRST_REPAIR, reasonNumber, reasonSql, takeIssuesSql } from './issues';

/** An events table of the import, and its repaired and rejected rows. */
export interface CleanRows extends ReadTimes {
  readonly table: SourceTable;
  readonly plan: EventsPlan;
  /** Table of the rows with an issue: row (the rowid), issue, source and raw text of the row, and its two IDs as texts. */
  readonly found: string;
  /** Null if there are too many kinds. */
  readonly kinds: EventKinds | null;
}

/** Events of the data set that others are added to. */
export interface EventsBefore {
  /** Whether times of 8 digits were read as dates; null if unknown. */
  readonly dates: boolean | null;
  /** SQL condition that an event in `before` and a row of a table are the same event, apart from profile, item, time and role. */
  readonly isSame: (events: CleanRows) => Sql;
}

/**
 * Finds the rows with an issue of their own, and those that the data set already has.
 * @param odd forms of IDs other than good, as createIds found them
 * @param read the results of readTimes and findEventKinds
 */
export async function cleanEvents(
  database: Database,
  table: SourceTable,
  plan: EventsPlan,
  odd: Record<IdKind, readonly OddForm[]>,
  read: ReadTimes & Pick<CleanRows, 'kinds'>,
  before: EventsBefore | null,
): Promise<CleanRows> {
  const events: CleanRows = { table, plan, found: `found_${table.index}`, ...read };
  await findIssues(database, events, odd);
  if (before !== null) await findRepeated(database, events, before);
  return events;
}

/**
 * SQL of rows in the form of the table `found`.
 * @param rows SQL of row (the rowid), issue, and all columns of the events' table
 */
function foundSql({ table, plan }: CleanRows, rows: Sql): Sql {
  return sql`
    SELECT row, issue, (${table.file})::INTEGER AS file, (${table.line})::BIGINT AS line, (${table.raw})::VARCHAR AS raw,
      ${columnIn(table.columns, plan.profile)} AS profile, ${columnIn(table.columns, plan.item)} AS item
    FROM (${rows})`;
}

/** Makes the table `found`. Looks for reasons only in rows that may have one, and reads the texts of no others. */
async function findIssues(
  database: Database,
  events: CleanRows,
  odd: Record<IdKind, readonly OddForm[]>,
): Promise<void> {
  const { table, plan, times, found, kinds } = events;
  const [profile, item] = [columnIn(table.columns, plan.profile), columnIn(table.columns, plan.item)];
  const weight = columnOf(table, plan.weight);
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
  const rows = sql`
    SELECT *, ${reasonSql({
      ...idReasons('profile', rowFormSql(profile, odd.profile)),
      ...idReasons('item', rowFormSql(item, odd.item)),
      ...ofValues,
    })} AS issue
    FROM (${rowsWhereSql(table, kinds, joined(suspicions, sql` OR `))})`;
  await database.run(sql`CREATE TABLE ${identifier(found)} AS ${foundSql(events, rows)} WHERE issue IS NOT NULL`);
}

/**
 * Rejects what the data set already has, as duplicates. The table `before` holds its events: profile_id, item_id, time, role, and what isSame needs.
 */
async function findRepeated(database: Database, events: CleanRows, before: EventsBefore): Promise<void> {
  const { table, plan, found, times, kinds } = events;
  const data = tableOf(table);
  const [profile, item] = [columnIn(table.columns, plan.profile), columnIn(table.columns, plan.item)];
  const repeated = `repeated_${table.index}`;
  const areRepeated = sql`rowid IN (
    SELECT ${data}.rowid FROM ${data} ${times?.join ?? nothing}
    JOIN profile_ids ON profile_ids.text = ${profile} JOIN item_ids ON item_ids.text = ${item}
    JOIN before ON before.profile_id = profile_ids.canonical AND before.item_id = item_ids.canonical
      AND before.time IS NOT DISTINCT FROM (${times?.seconds ?? sql`NULL`})::DOUBLE
      AND before.role = ${EVENT_ROLES.indexOf(plan.role)} AND (${before.isSame(events)})
    WHERE ${data}.rowid NOT IN (${rejectedSql(found)}))`;
  await database.run(sql`CREATE TABLE ${identifier(repeated)} AS ${rowsWhereSql(table, kinds, areRepeated)}`);
  await rejectAsDuplicates(database, events, repeated);
  await database.run(sql`DROP TABLE ${identifier(repeated)}`);
}

/** @param rows table of the rows: row (the rowid), and all columns of the events' table */
export async function rejectAsDuplicates(database: Database, events: CleanRows, rows: string): Promise<void> {
  const [found, duplicates, reason] = [identifier(events.found), identifier(rows), reasonNumber('duplicate')];
  await database.run(sql`UPDATE ${found} SET issue = ${reason} WHERE row IN (SELECT row FROM ${duplicates})`);
  const others = sql`
    SELECT *, ${reason}::TINYINT AS issue FROM ${duplicates} WHERE row NOT IN (SELECT row FROM ${found})`;
  await database.run(sql`INSERT INTO ${found} ${foundSql(events, others)}`);
}

/** Adds the found issues to the table of all issues, once the search is over. */
export async function takeEventIssues(database: Database, { plan, found }: CleanRows): Promise<void> {
  const { profile, item, time, weight } = plan;
  const source = { file: sql`file`, line: sql`line`, raw: sql`raw` };
  await database.run(takeIssuesSql(source, found, { profile, item, time, weight }));
}

export const rejectedSql = (found: string): Sql =>
  sql`SELECT row FROM ${identifier(found)} WHERE issue < ${FIRST_REPAIR}`;

/**
 * SQL of the number of accepted events by code of profile or item: code, events.
 * @param before whether the table `before` has further events
 */
export function eventCountsSql(kind: IdKind, cleaned: readonly CleanRows[], before = false): Sql {
  const counts = cleaned.map(
    ({ table, found }) => sql`
      SELECT text, rows FROM ${countsTable(kind, table)}
      UNION ALL SELECT ${identifier(kind)}, -1 FROM ${identifier(found)} WHERE issue < ${FIRST_REPAIR}`,
  );
  if (before)
    counts.push(sql`SELECT ${identifier(`${kind}_id`)} AS text, count(*)::INTEGER AS rows FROM before GROUP BY 1`);
  return sql`
    SELECT code, sum(rows)::INTEGER AS events FROM (${joined(counts, sql` UNION ALL `)}) JOIN ${idTable(kind, 'ids')} USING (text)
    WHERE code IS NOT NULL GROUP BY code HAVING sum(rows) > 0`;
}
