/** Reads the times of an events file: while the file is read, or again once all of them are known. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Database } from '../../storage/database/database';
import { identifier, sql } from '../../storage/database/sql';
import type { EventsPlan } from '../layouts/import-plan';
import { columnOf, type ComputeColumns, selection, type SourceTable, tableOf } from '../read/source-table';
import { kindHashSql } from './event-kinds';
import { anyTime, areDatesSql, compactTime, createDays, type TimeSql } from './times';

export interface ReadTimes {
  /** Null without a time column. */
  readonly times: TimeSql | null;
  /** Whether times of 8 digits are dates. */
  readonly dates: boolean;
}

const daysOf = (index: number): string => `days_${index}`;

function timesOf(plan: EventsPlan, columns: readonly string[], index: number, dates: boolean): TimeSql | null {
  const time = columnOf({ columns }, plan.time);
  if (time === null) return null;
  return plan.timeFormat === 'compact' ? compactTime(time, daysOf(index)) : anyTime(time, dates);
}

/**
 * What is computed of an events file while it is read: event_time, and kind_hash (event-kinds.ts).
 * @param dates whether 8 digits are a date
 */
export function eventColumns(plan: EventsPlan, index: number, dates = false): ComputeColumns {
  return (columns) => [
    ...(timesOf(plan, columns, index, dates)?.computed ?? [sql`NULL::BIGINT AS event_time`]),
    sql`${kindHashSql(plan, columns)} AS kind_hash`,
  ];
}

/**
 * Makes the table of days, or reads the times again if all of them turn out to be dates. That replaces the table, so it must not be queried
 * meanwhile.
 * @param datesBefore whether the data set to add to read times of 8 digits as dates; null if unknown
 */
export async function readTimes(
  database: Database,
  table: SourceTable,
  plan: EventsPlan,
  datesBefore: boolean | null,
): Promise<ReadTimes> {
  const { columns, data, index } = table;
  const time = columnOf(table, plan.time);
  if (time === null) return { times: null, dates: false };
  if (plan.timeFormat === 'compact') {
    await database.run(createDays(daysOf(index), data));
    const impossible = await database.rows<{ day: number }>(
      sql`SELECT day::DOUBLE AS day FROM ${identifier(daysOf(index))} WHERE base IS NULL AND day IS NOT NULL`,
    );
    const days = impossible.map(({ day }) => day);
    return { times: compactTime(time, daysOf(index), days), dates: false };
  }
  const { dates, rows } = await database.row<{ dates: boolean; rows: number }>(areDatesSql(time, data));
  // Read together with the existing times, they would get another meaning.
  if (rows > 0 && datesBefore !== null && datesBefore !== dates)
    throw new ShelfwiseError('bad-data', say('adding.other-times', { file: plan.file, column: plan.time! }));
  if (dates) {
    const computed = eventColumns(plan, index, true)(columns);
    const undated = identifier(`${data}_undated`);
    await database.run(sql`ALTER TABLE ${tableOf(table)} RENAME TO ${undated}`);
    await database.run(sql`
      CREATE TABLE ${tableOf(table)} AS
      SELECT ${selection(computed)} FROM (SELECT * EXCLUDE (event_time, event_carried, kind_hash) FROM ${undated})`);
    await database.run(sql`DROP TABLE ${undated}`);
  }
  return { times: timesOf(plan, columns, index, dates), dates };
}
