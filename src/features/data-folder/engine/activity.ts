/** Counts viewings and rejected rows of the history over time: by day, week, month or year. */
import type { Activity } from '../contract/activity';
import { DAY_SECONDS, DEFAULT_TIME_ZONE, daysIn } from '../../../shared/values/time-zone';
import { literals, sql } from '../../../engine/storage/database/sql';
import { withRowIssues } from '../../../engine/data/row-issues';
import { LAST_SECOND, type Snapshot, snapshotTable, withSnapshot } from '../../../engine/data/snapshot-tables';

/** Bars that fit into a chart. */
const MOST_BUCKETS = 120;

/** Seconds: every clock differs from UTC by whole quarters of an hour. */
const QUARTER = 900;

/** Counts of one day, in days since 1970. */
interface DayCount {
  readonly day: number;
  readonly rows: number;
}

/**
 * Events of the history, and rejected rows of its files whose raw text has a time.
 * @param zone whose days are counted, known on this system
 * @returns null if the data has no times
 */
export async function activity(snapshot: Snapshot, zone: string = DEFAULT_TIME_ZONE): Promise<Activity | null> {
  if (snapshot.dataset.period === null) return null;
  const quarters = await withSnapshot(snapshot, ['events.parquet'], (database) =>
    database.rows<{ quarter: number; rows: number }>(
      sql`SELECT floor(time / ${QUARTER})::DOUBLE AS "quarter", count(*)::DOUBLE AS "rows" FROM ${snapshotTable(snapshot, 'events.parquet')}
        WHERE role = 0 AND abs(time) <= ${LAST_SECOND} GROUP BY 1 ORDER BY 1`,
    ),
  );
  if (quarters.length === 0) return null;
  const dayOf = daysIn(zone);
  const viewings = summed(quarters.map(({ quarter, rows }) => ({ day: dayOf(quarter * QUARTER), rows })));
  return bucketed(viewings, await rejectedDays(snapshot, dayOf));
}

/** @param counts ascending by day */
function summed(counts: readonly DayCount[]): DayCount[] {
  const days = new Map<number, number>();
  for (const { day, rows } of counts) days.set(day, (days.get(day) ?? 0) + rows);
  return Array.from(days, ([day, rows]) => ({ day, rows }));
}

/** The first time in a row: YYYYMMDDHHMMSS, or a date with dashes, and the hour and minute in either. */
const COMPACT = sql`regexp_extract(raw, '(?:^|[^0-9])((?:19|20|21)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))[0-9]{6}(?:[^0-9]|$)', 1)`;
const DASHED = sql`regexp_extract(raw, '(?:^|[^0-9])((?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2})(?:[^0-9]|$)', 1)`;
const COMPACT_MINUTE = sql`regexp_extract(raw, '(?:^|[^0-9])((?:19|20|21)[0-9]{10})[0-9]{2}(?:[^0-9]|$)', 1)`;
const DASHED_MINUTE = sql`replace(regexp_extract(raw, '(?:^|[^0-9])((?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2})', 1), 'T', ' ')`;

/** Rejected rows of the history's files by the day in their text, or by its written date if it has no hour; -Infinity for rows without one. */
async function rejectedDays(snapshot: Snapshot, dayOf: (seconds: number) => number): Promise<DayCount[]> {
  const files = snapshot.dataset.files.filter(({ role }) => role === 'history').map(({ file }) => file);
  if (files.length === 0) return [];
  const rows = await withRowIssues<{ moment: number | null; day: number | null; rows: number }[]>(
    snapshot,
    [],
    (database, table) =>
      database.rows(sql`SELECT epoch(coalesce(try_strptime(${COMPACT_MINUTE}, '%Y%m%d%H%M'), try_strptime(${DASHED_MINUTE}, '%Y-%m-%d %H:%M'))) AS "moment", epoch(coalesce(try_strptime(${COMPACT}, '%Y%m%d'), try_strptime(${DASHED}, '%Y-%m-%d'))) / ${DAY_SECONDS} AS "day",
      count(*)::DOUBLE AS "rows" FROM ${table} WHERE outcome = 'rejected' AND file IN (${literals(files)}) GROUP BY 1, 2 ORDER BY 1, 2`),
  );
  return rows.map(({ moment, day, rows: count }) => ({
    day: moment === null ? (day ?? -Infinity) : dayOf(moment),
    rows: count,
  }));
}

type Bucket = Activity['bucket'];

/** Maps a day to its bucket, and a bucket to its first day; a week begins on Monday. */
const BUCKETS: Record<Bucket, { of: (day: number) => number; firstDay: (bucket: number) => number }> = {
  day: { of: (day) => day, firstDay: (bucket) => bucket },
  // The first of January 1970 was a Thursday.
  week: { of: (day) => Math.floor((day + 3) / 7), firstDay: (bucket) => 7 * bucket - 3 },
  month: {
    of: (day) => 12 * dateOf(day).getUTCFullYear() + dateOf(day).getUTCMonth(),
    firstDay: (bucket) => Date.UTC(Math.floor(bucket / 12), bucket % 12) / (1000 * DAY_SECONDS),
  },
  year: { of: (day) => dateOf(day).getUTCFullYear(), firstDay: (bucket) => Date.UTC(bucket, 0) / (1000 * DAY_SECONDS) },
};

const dateOf = (day: number): Date => new Date(day * 1000 * DAY_SECONDS);
const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/**
 * The finest buckets of which at most 120 cover all viewings. Of more than 120 years, the first 120 are kept.
 * @param viewings ascending by day, at least one
 */
export function bucketed(viewings: readonly DayCount[], rejected: readonly DayCount[]): Activity {
  const [first, last] = [viewings[0]!.day, viewings.at(-1)!.day];
  const spanIn = (bucket: Bucket): number => BUCKETS[bucket].of(last) - BUCKETS[bucket].of(first) + 1;
  const bucket = (['day', 'week', 'month'] as const).find((one) => spanIn(one) <= MOST_BUCKETS) ?? 'year';
  const { of, firstDay } = BUCKETS[bucket];
  const start = of(first);
  const buckets = Array.from({ length: Math.min(spanIn(bucket), MOST_BUCKETS) }, (_, place) => ({
    from: isoDay(firstDay(start + place)),
    viewings: 0,
    rejected: 0,
  }));
  for (const { day, rows } of viewings) {
    const place = buckets[of(day) - start];
    if (place !== undefined) place.viewings += rows;
  }
  let rejectedElsewhere = 0;
  for (const { day, rows } of rejected) {
    const place = Number.isFinite(day) ? buckets[of(day) - start] : undefined;
    if (place === undefined) rejectedElsewhere += rows;
    else place.rejected += rows;
  }
  return { bucket, buckets, rejectedElsewhere };
}
