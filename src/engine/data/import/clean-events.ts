/** Events: one row becomes one event, repaired, or rejected with a reason. */
import type { Database } from '../database';
import { EVENT_ROLES, type EventsPlan } from './plan';
import { FIRST_REPAIR, reasonNumber, reasonSql, takeIssuesSql } from './issues';
import { columnOf, type SourceTable } from './source-table';
import { anyTime, compactTime, createDays, type TimeSql } from './times';

/** An events table of the import: `clean` has one row a row of the file. */
export interface CleanEvents {
  readonly table: SourceTable;
  readonly plan: EventsPlan;
  readonly clean: string;
}

/** Weights beyond single precision are no weights. */
const LARGEST_WEIGHT = 1e30;

export async function cleanEvents(database: Database, table: SourceTable, plan: EventsPlan): Promise<CleanEvents> {
  const clean = `clean_${table.index}`;
  const column = (name: string | null): string => columnOf(table, name) ?? 'NULL::VARCHAR';
  const profile = column(plan.profile);
  const item = column(plan.item);
  const time = plan.time === null ? null : columnOf(table, plan.time);
  const times = time === null ? null : await timeSql(database, table, plan, time);
  const weight = columnOf(table, plan.weight);
  const { columns } = table;
  // What is neither id nor time tells duplicates apart as text.
  const others = columns.map((_, index) => `c${index}`).filter((name) => ![profile, item, time].includes(name));
  await database.run(`
    CREATE TABLE ${clean} AS
    SELECT line, profile, item, time, identity, weight, trailer, continuous, payment, completion,
      ${reasonSql({
        missingProfile: 'profile_kind IS NULL OR profile_kind = 2',
        missingItem: 'item_kind IS NULL OR item_kind = 2',
        unreadableProfile: 'profile_kind = 3',
        unreadableItem: 'item_kind = 3',
        ...(times && { missingTime: `${time} IS NULL`, impossibleTime: 'time IS NULL' }),
        ...(weight && { weightNotANumber: 'weight IS NULL' }),
        ...(times && { secondsCarried: times.carried, timeDecimal: times.decimal }),
        profileDecimal: 'profile_kind = 1',
        itemDecimal: 'item_kind = 1',
        unreadableText: 'note IS NOT NULL',
      })} AS issue
    FROM (
      SELECT *,
        ${times ? `(${times.seconds})::DOUBLE` : 'NULL::DOUBLE'} AS time,
        hash(${['profile', 'item', ...(times ? [times.seconds] : []), ...others].join(', ')}) AS identity,
        ${weight ? weightSql(weight) : '1::FLOAT'} AS weight,
        ${flagSql(columnOf(table, plan.trailer))} AS trailer,
        ${flagSql(columnOf(table, plan.continuous))} AS continuous,
        ${numberSql(columnOf(table, plan.payment))} AS payment,
        ${completionSql(columnOf(table, plan.watchTime), columnOf(table, plan.totalTime))} AS completion
      FROM (
        SELECT source.*, profile_ids.code AS profile, profile_ids.kind AS profile_kind,
          item_ids.code AS item, item_ids.kind AS item_kind ${times ? `, ${times.columns}` : ''}
        FROM ${table.view} source
        LEFT JOIN profile_ids ON profile_ids.text = source.${profile}
        LEFT JOIN item_ids ON item_ids.text = source.${item}
      ) ${times ? times.join : ''}
    )`);
  await rejectDuplicates(database, table, clean, others);
  await database.run(takeIssuesSql(table.index, clean, table, headersOf(plan)));
  return { table, plan, clean };
}

function headersOf({ profile, item, time, weight }: EventsPlan): Partial<Record<string, string | null>> {
  return { profile, item, time, weight };
}

async function timeSql(database: Database, table: SourceTable, plan: EventsPlan, time: string): Promise<TimeSql> {
  const days = `days_${table.index}`;
  await database.run(createDays(days, table.view, time));
  if (plan.timeFormat === 'compact') return compactTime(time, days);
  // 20260131 can be a date or a second of August 1970: only where all numbers of the column are dates, they are.
  const { dates } = await database.row<{ dates: boolean }>(
    `SELECT coalesce(bool_and(regexp_full_match(${time}, '(19[7-9]\\d|2[01]\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])')), false) AS dates FROM ${table.view} WHERE ${time} IS NOT NULL`,
  );
  return anyTime(time, days, dates);
}

function weightSql(column: string): string {
  return `CASE WHEN ${column} IS NULL THEN 1 WHEN abs(try_cast(${column} AS DOUBLE)) <= ${LARGEST_WEIGHT} THEN try_cast(${column} AS DOUBLE) END::FLOAT`;
}

/** Y and N, whatever their case; null for anything else. */
function flagSql(column: string | null): string {
  return column === null
    ? 'NULL::BOOLEAN'
    : `CASE WHEN ${column} IN ('Y', 'y') THEN true WHEN ${column} IN ('N', 'n') THEN false END`;
}

/** A finite number, or null. */
function numberSql(column: string | null): string {
  return column === null
    ? 'NULL::DOUBLE'
    : `CASE WHEN abs(try_cast(${column} AS DOUBLE)) <= 1e300 THEN try_cast(${column} AS DOUBLE) END`;
}

/** The share of a title that was watched, from 0 to 1; null where it cannot be told. */
function completionSql(watched: string | null, total: string | null): string {
  if (watched === null || total === null) return 'NULL::FLOAT';
  const [part, whole] = [numberSql(watched), numberSql(total)];
  return `CASE WHEN ${whole} > 0 THEN least(1, greatest(0, ${part} / ${whole})) END::FLOAT`;
}

/**
 * The second and later of rows that are alike in all columns after cleaning. A hash finds the few that may be; only those are
 * compared in full.
 */
async function rejectDuplicates(
  database: Database,
  table: SourceTable,
  clean: string,
  others: readonly string[],
): Promise<void> {
  const good = `(issue IS NULL OR issue >= ${FIRST_REPAIR})`;
  await database.run(`
    CREATE TABLE alike AS
    SELECT line, profile, item, time FROM ${clean}
    WHERE ${good} AND identity IN (
      SELECT identity FROM ${clean} WHERE ${good} GROUP BY identity HAVING count(*) > 1)`);
  await database.run(`
    UPDATE ${clean} SET issue = ${reasonNumber('duplicate')} WHERE line IN (
      SELECT line FROM (
        SELECT alike.line, row_number() OVER (PARTITION BY ${['profile', 'item', 'time', ...others.map((name) => `source.${name}`)].join(', ')} ORDER BY alike.line) AS occurrence
        FROM alike JOIN ${table.view} source ON source.line = alike.line
      ) WHERE occurrence > 1)`);
  await database.run('DROP TABLE alike');
}

/** SQL of all accepted events: role, profile and item as codes, and what the snapshot keeps of each. */
export function acceptedEventsSql(cleaned: readonly CleanEvents[]): string {
  return cleaned
    .map(
      ({ plan, clean }) =>
        `SELECT ${EVENT_ROLES.indexOf(plan.role)}::UTINYINT AS role, profile, item, time, weight, trailer, continuous, payment, completion ` +
        `FROM ${clean} WHERE issue IS NULL OR issue >= ${FIRST_REPAIR}`,
    )
    .join(' UNION ALL ');
}
