/** Finds times far behind all others: usually the sign of a wrong clock. */
import * as path from 'node:path';
import type { Finding } from '../../../shared/contract/dataset';
import { say } from '../../../shared/words/sentence';
import { DAY_SECONDS } from '../../../shared/values/time-zone';
import { LAST_SECOND } from '../../data/snapshot-tables';
import type { Database } from '../../storage/database/database';
import { readParquetFile } from '../../storage/database/parquet';
import { sql } from '../../storage/database/sql';
import { EVENT_ROLES } from '../layouts/import-plan';
import { finding } from './finding';

export const TIMES_APART = 'times-far-apart';

/** Days without any event that make a gap. */
const APART = 366;
/** Largest share of all events: if more of them lie behind a gap, it is no accident. */
const FEW = 0.01;

/** Number of events on one day, in days since 1970. */
interface DayRows {
  readonly day: number;
  readonly rows: number;
}

/**
 * Reports events of the history that are dated long after all others. One such event makes all others old: weights for recent viewings (the trend,
 * recent) count back from the last event.
 * @param folder of the snapshot
 */
export async function timesApart(database: Database, folder: string): Promise<Finding[]> {
  const events = readParquetFile(path.join(folder, 'events.parquet'));
  const days = await database.rows<DayRows>(
    sql`SELECT floor(time / ${DAY_SECONDS})::DOUBLE AS "day", count(*)::DOUBLE AS "rows" FROM ${events}
      WHERE role = ${EVENT_ROLES.indexOf('history')} AND abs(time) <= ${LAST_SECOND} GROUP BY 1 ORDER BY 1`,
  );
  const found = farBehind(days);
  if (found === null) return [];
  const { rows, from, until } = found;
  const sentence = say('finding.times-far-apart', { rows, from: dateOf(from), until: dateOf(until) });
  return [finding({ severity: 'warning', code: TIMES_APART, file: null, rows, sentence })];
}

/**
 * The few events behind a gap, the earliest gap if there are several; null if there are none.
 * @param days ascending
 * @returns their number, the day of the first of them, and the last day before them
 */
export function farBehind(days: readonly DayRows[]): { rows: number; from: number; until: number } | null {
  const all = days.reduce((sum, { rows }) => sum + rows, 0);
  let found: ReturnType<typeof farBehind> = null;
  let rows = 0;
  for (let at = days.length - 1; at > 0; at--) {
    const [from, until] = [days[at]!.day, days[at - 1]!.day];
    rows += days[at]!.rows;
    if (rows > FEW * all) break;
    if (from - until > APART) found = { rows, from, until };
  }
  return found;
}

const dateOf = (day: number): string => new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
