/** Times as SQL: from text to seconds since 1970 in UTC. Uses integer arithmetic, so that no value can make a query fail. */
import { identifier, literal, literals, nothing, type Sql, sql } from '../../storage/database/sql';

/** How to read the times of a file, as SQL. `event_time` is the column computed while the file is read. */
export interface TimeSql {
  /** <sql> AS <name> of the columns to compute, event_time among them: null if the text is no time of that form. */
  readonly computed: readonly Sql[];
  /** A join that `seconds` needs. */
  readonly join: Sql;
  /** Seconds since 1970; null or any number for a row whose text is no possible time. */
  readonly seconds: Sql;
  /** Whether the text is no possible time; needs no join. */
  readonly impossible: Sql;
  /** Whether seconds of 60 and more were carried over. */
  readonly carried: Sql;
  /** Whether the text was a number ending in .0. */
  readonly decimal: Sql;
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** Days since 1970 of a date of the Gregorian calendar (Howard Hinnant's days_from_civil), for valid months and days. */
function daysSql(year: Sql, month: Sql, day: Sql): Sql {
  const shifted = sql`(${year} - (${month} <= 2)::INTEGER)`;
  return sql`(365 * ${shifted} + ${shifted} // 4 - ${shifted} // 100 + ${shifted} // 400 +
    (153 * ((${month} + 9) % 12) + 2) // 5 + ${day} - 719469)`;
}

function monthLengthSql(year: Sql, month: Sql): Sql {
  return sql`CASE WHEN ${month} IN (4, 6, 9, 11) THEN 30 WHEN ${month} = 2 THEN
    28 + (${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))::INTEGER ELSE 31 END`;
}

/** Null for what no calendar or clock has; only seconds may be 60 and more. */
function civilSql(part: { year: Sql; month: Sql; day: Sql; hour: Sql; minute: Sql; second: Sql }): Sql {
  const { year, month, day, hour, minute, second } = part;
  return sql`CASE WHEN ${year} BETWEEN ${FIRST_YEAR} AND ${LAST_YEAR} AND ${month} BETWEEN 1 AND 12
    AND ${day} BETWEEN 1 AND ${monthLengthSql(year, month)} AND ${hour} <= 23 AND ${minute} <= 59
    THEN ${daysSql(year, month, day)} * 86400 + ${hour} * 3600 + ${minute} * 60 + ${second} END`;
}

/**
 * YYYYMMDDHHMMSS as a number, with or without .0 behind it. Looks the few days that occur up in a table, which is three times as fast as computing
 * the calendar for each row.
 * @param days table that `createDays` makes
 * @param impossibleDays days in it that no calendar has, once they are known
 */
export function compactTime(column: Sql, days: string, impossibleDays: readonly number[] = []): TimeSql {
  const isImpossibleDay =
    impossibleDays.length > 0 ? sql`OR event_time // 1000000 IN (${literals(impossibleDays)})` : nothing;
  return {
    computed: [sql`${compactNumberSql(column)} AS event_time`],
    join: sql`LEFT JOIN ${identifier(days)} AS days ON days.day = event_time // 1000000`,
    // For day, hour, minute and second as the digits have them, this is 360000 * day + 3600 * hour + 60 * minute + second, with two divisions.
    seconds: sql`(days.base + event_time - 40 * (event_time // 100) - 2400 * (event_time // 10000))`,
    impossible: sql`(event_time IS NULL OR event_time // 10000 % 100 > 23 OR event_time // 100 % 100 > 59 ${isImpossibleDay})`,
    carried: sql`event_time % 100 >= 60`,
    decimal: sql`strlen(${column}) = 16`,
  };
}

/**
 * 14 characters that make a number of 14 digits are digits, except for hexadecimal numbers and exponents: 2.0260101e+013, which is what a
 * spreadsheet makes of a time, has lost its clock.
 */
function compactNumberSql(column: Sql): Sql {
  const isExponent = sql`contains(${column}, 'e') OR contains(${column}, 'E')`;
  const whole = sql`CASE WHEN ${column} >= '1' AND NOT (${isExponent}) THEN try_cast(${column} AS BIGINT) END`;
  return sql`CASE strlen(${column}) WHEN 14 THEN ${whole} WHEN 16 THEN
    CASE WHEN ends_with(${column}, '.0') THEN try_cast(left(${column}, 14) AS BIGINT) END END`;
}

/** The factor of the day's digits in the sum for the seconds of a compact time. */
const DAY_IN_SUM = 360_000;

/**
 * SQL that makes the table of the days that occur: day as YYYYMMDD, and its beginning in seconds minus what the sum already contains; null for
 * impossible days.
 */
export function createDays(days: string, data: string): Sql {
  const start = civilSql({
    year: sql`(day // 10000)`,
    month: sql`(day // 100 % 100)`,
    day: sql`(day % 100)`,
    hour: sql`0`,
    minute: sql`0`,
    second: sql`0`,
  });
  // No filter on impossible days: DuckDB would push it below DISTINCT and compute the calendar for each row.
  return sql`
    CREATE TABLE ${identifier(days)} AS SELECT day, (${start} - ${DAY_IN_SUM} * day)::BIGINT AS base
    FROM (SELECT DISTINCT event_time // 1000000 AS day FROM ${identifier(data)})`;
}

const CALENDAR =
  '^(\\d{4})([-/.])(\\d{1,2})[-/.](\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})([.,]\\d+)?)?)?\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?$';

/**
 * Any time format of other folders, as seconds: epoch seconds, milliseconds, microseconds or nanoseconds (told apart by size), YYYYMMDDHHMMSS, ISO
 * 8601 and similar with or without a zone (UTC without one), YYYY-MM-DD.
 * @param dates whether numbers of 8 digits are YYYYMMDD, which depends on the whole column
 */
export function anyTime(column: Sql, dates: boolean): TimeSql {
  const names = ['year', 'separator', 'month', 'day', 'hour', 'minute', 'second', 'fraction', 'zone'];
  const parsed = sql`regexp_extract(${column}, ${literal(CALENDAR)}, [${literals(names)}])`;
  const field = (name: string): Sql => sql`coalesce(try_cast(${parsed}.${identifier(name)} AS BIGINT), 0)`;
  const calendar = civilSql({
    year: field('year'),
    month: field('month'),
    day: field('day'),
    hour: field('hour'),
    minute: field('minute'),
    second: field('second'),
  });
  const zoneText = sql`${parsed}.zone`;
  const zone = sql`CASE WHEN strlen(${zoneText}) < 3 THEN 0 ELSE CASE WHEN ${zoneText}[1] = '-' THEN -60 ELSE 60 END *
    (60 * ${zoneText}[2:3]::INTEGER + coalesce(try_cast(right(${zoneText}, 2) AS INTEGER), 0) * (strlen(${zoneText}) > 3)::INTEGER) END`;
  const fraction = sql`coalesce(try_cast(replace(${parsed}.fraction, ',', '.') AS DOUBLE), 0)`;
  const number = compactNumberSql(column);
  const part = (divisor: number, modulo: number): Sql => sql`(${number} // ${divisor} % ${modulo})`;
  const compact = civilSql({
    year: part(10_000_000_000, 10_000),
    month: part(100_000_000, 100),
    day: part(1_000_000, 100),
    hour: part(10_000, 100),
    minute: part(100, 100),
    second: part(1, 100),
  });
  const whole = sql`try_cast(${column} AS BIGINT)`;
  const date = civilSql({
    year: sql`(${whole} // 10000)`,
    month: sql`(${whole} // 100 % 100)`,
    day: sql`(${whole} % 100)`,
    hour: sql`0`,
    minute: sql`0`,
    second: sql`0`,
  });
  const amount = sql`try_cast(${column} AS DOUBLE)`;
  const isCalendar = sql`contains(${column}, '-') AND ${parsed}.year <> '' OR contains(${column}, '/') AND ${parsed}.year <> ''
    OR contains(${column}, ':') AND ${parsed}.year <> ''`;
  const isCompact = sql`${number} BETWEEN ${FIRST_YEAR * 1e10 + 101_000_000} AND ${LAST_YEAR * 1e10 + 1_231_235_999}`;
  const seconds = sql`CASE
      WHEN ${isCalendar} THEN ${calendar} - ${zone} + ${fraction}
      WHEN ${isCompact} THEN ${compact}
      ${dates ? sql`WHEN strlen(${column}) = 8 AND ${whole} IS NOT NULL THEN ${date}` : nothing}
      WHEN NOT isfinite(${amount}) OR ${amount} < 0 THEN NULL
      WHEN ${amount} < 1e11 THEN ${amount} WHEN ${amount} < 1e14 THEN ${amount} / 1e3
      WHEN ${amount} < 1e17 THEN ${amount} / 1e6 WHEN ${amount} < 1e20 THEN ${amount} / 1e9 END`;
  const carried = sql`CASE WHEN ${isCalendar} THEN ${field('second')} >= 60 WHEN ${isCompact} THEN ${number} % 100 >= 60 ELSE false END`;
  return {
    computed: [sql`(${seconds})::DOUBLE AS event_time`, sql`(${carried}) AS event_carried`],
    join: nothing,
    seconds: sql`event_time`,
    impossible: sql`event_time IS NULL`,
    carried: sql`event_carried`,
    decimal: sql`false`,
  };
}

/** SQL that returns whether all texts of a column are dates as YYYYMMDD (`dates`), and how many there are (`rows`). */
export function areDatesSql(column: Sql, data: string): Sql {
  return sql`
    SELECT coalesce(min(strlen(${column})) = 8 AND max(strlen(${column})) = 8 AND bool_and(
      try_cast(${column} AS INTEGER) BETWEEN ${FIRST_YEAR * 10_000 + 101} AND ${LAST_YEAR * 10_000 + 1231}
      AND try_cast(${column} AS INTEGER) // 100 % 100 BETWEEN 1 AND 12 AND try_cast(${column} AS INTEGER) % 100 BETWEEN 1 AND 31
    ), false) AS dates, count(*)::DOUBLE AS rows FROM ${identifier(data)} WHERE ${column} IS NOT NULL`;
}
