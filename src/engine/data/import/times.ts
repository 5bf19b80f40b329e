/** Times as SQL: from text to seconds since 1970 in UTC. Integer arithmetic, so that no value can make a query fail. */

/** SQL of the answers; `seconds` is null where the text is no possible time. */
export interface TimeSql {
  /** Columns that the rest needs, of the file's view. */
  readonly columns: string;
  /** A join to be added to a query that has these columns. */
  readonly join: string;
  readonly seconds: string;
  /** Seconds of 60 and more were carried over. */
  readonly carried: string;
  /** The text was a number with .0 behind it. */
  readonly decimal: string;
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** Days since 1970 of a date of the Gregorian calendar (Howard Hinnant's days_from_civil), for valid months and days. */
function daysSql(year: string, month: string, day: string): string {
  const shifted = `(${year} - (${month} <= 2)::INTEGER)`;
  return (
    `(365 * ${shifted} + ${shifted} // 4 - ${shifted} // 100 + ${shifted} // 400 + ` +
    `(153 * ((${month} + 9) % 12) + 2) // 5 + ${day} - 719469)`
  );
}

function monthLengthSql(year: string, month: string): string {
  return (
    `CASE WHEN ${month} IN (4, 6, 9, 11) THEN 30 WHEN ${month} = 2 THEN ` +
    `28 + (${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))::INTEGER ELSE 31 END`
  );
}

/** Null for what is on no calendar and no clock; only seconds may be 60 and more. */
function civilSql(part: { year: string; month: string; day: string; hour: string; minute: string; second: string }) {
  const { year, month, day, hour, minute, second } = part;
  return (
    `CASE WHEN ${year} BETWEEN ${FIRST_YEAR} AND ${LAST_YEAR} AND ${month} BETWEEN 1 AND 12 ` +
    `AND ${day} BETWEEN 1 AND ${monthLengthSql(year, month)} AND ${hour} <= 23 AND ${minute} <= 59 ` +
    `THEN ${daysSql(year, month, day)} * 86400 + ${hour} * 3600 + ${minute} * 60 + ${second} END`
  );
}

/**
 * YYYYMMDDHHMMSS, or the same with .0 behind it. The few days that occur are looked up in a table, which is three times as fast
 * as the calendar for each row.
 * @param days table that `createDays` made
 */
export function compactTime(column: string, days: string): TimeSql {
  return {
    columns: `${compactNumberSql(column)} AS time_number`,
    join: `LEFT JOIN ${days} AS days ON days.day = time_number // 1000000`,
    seconds: `CASE WHEN time_number // 10000 % 100 <= 23 AND time_number // 100 % 100 <= 59
      THEN days.start + time_number // 10000 % 100 * 3600 + time_number // 100 % 100 * 60 + time_number % 100 END`,
    carried: 'time_number % 100 >= 60',
    decimal: `strlen(${column}) = 16`,
  };
}

/**
 * 14 characters that make a number of 14 digits are digits, but for hexadecimal numbers and exponents: 2.0260101e+013, which is
 * what a spreadsheet leaves of a time, has lost its clock.
 */
function compactNumberSql(column: string): string {
  const isExponent = `contains(${column}, 'e') OR contains(${column}, 'E')`;
  const whole = `CASE WHEN ${column} >= '1' AND NOT (${isExponent}) THEN try_cast(${column} AS BIGINT) END`;
  return `CASE strlen(${column}) WHEN 14 THEN ${whole} WHEN 16 THEN
    CASE WHEN ends_with(${column}, '.0') THEN try_cast(left(${column}, 14) AS BIGINT) END END`;
}

/** SQL that makes the table of the days that occur (day as YYYYMMDD, start in seconds, null for impossible ones). */
export function createDays(days: string, view: string, column: string): string {
  const start = civilSql({
    year: '(day // 10000)',
    month: '(day // 100 % 100)',
    day: '(day % 100)',
    hour: '0',
    minute: '0',
    second: '0',
  });
  // No filter on impossible days: DuckDB would push it below DISTINCT and work the calendar out for each row.
  return `
    CREATE TABLE ${days} AS SELECT day, (${start})::BIGINT AS start
    FROM (SELECT DISTINCT ${compactNumberSql(column)} // 1000000 AS day FROM ${view})`;
}

const CALENDAR =
  '^(\\d{4})([-/.])(\\d{1,2})[-/.](\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})([.,]\\d+)?)?)?\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?$';

/**
 * Whatever other folders hold: epoch seconds, milliseconds, microseconds or nanoseconds (told apart by size), YYYYMMDDHHMMSS,
 * ISO 8601 and its likes with or without a zone (UTC without one), YYYY-MM-DD.
 * @param days table that `createDays` made
 * @param dates whether numbers of 8 digits are YYYYMMDD: a question about the whole column
 */
export function anyTime(column: string, days: string, dates: boolean): TimeSql {
  const names = ['year', 'separator', 'month', 'day', 'hour', 'minute', 'second', 'fraction', 'zone'];
  const field = (name: string): string => `coalesce(try_cast(calendar.${name} AS BIGINT), 0)`;
  const calendar = civilSql({
    year: field('year'),
    month: field('month'),
    day: field('day'),
    hour: field('hour'),
    minute: field('minute'),
    second: field('second'),
  });
  const zone =
    `CASE WHEN strlen(calendar.zone) < 3 THEN 0 ELSE CASE WHEN calendar.zone[1] = '-' THEN -60 ELSE 60 END * ` +
    `(60 * calendar.zone[2:3]::INTEGER + coalesce(try_cast(right(calendar.zone, 2) AS INTEGER), 0) * (strlen(calendar.zone) > 3)::INTEGER) END`;
  const fraction = `coalesce(try_cast(replace(calendar.fraction, ',', '.') AS DOUBLE), 0)`;
  const compact = compactTime(column, days);
  const date = civilSql({
    year: '(whole // 10000)',
    month: '(whole // 100 % 100)',
    day: '(whole % 100)',
    hour: '0',
    minute: '0',
    second: '0',
  });
  const dateBranch = dates ? `WHEN strlen(${column}) = 8 AND whole IS NOT NULL THEN ${date}` : '';
  return {
    columns: `${compact.columns},
      regexp_extract(${column}, '${CALENDAR}', [${names.map((name) => `'${name}'`).join(', ')}]) AS calendar,
      try_cast(${column} AS DOUBLE) AS amount, try_cast(${column} AS BIGINT) AS whole`,
    join: compact.join,
    seconds: `CASE
      WHEN calendar.year <> '' THEN ${calendar} - ${zone} + ${fraction}
      WHEN time_number BETWEEN ${FIRST_YEAR}0101000000 AND ${LAST_YEAR}1231235999 THEN ${compact.seconds}
      ${dateBranch}
      WHEN NOT isfinite(amount) OR amount < 0 THEN NULL
      WHEN amount < 1e11 THEN amount WHEN amount < 1e14 THEN amount / 1e3
      WHEN amount < 1e17 THEN amount / 1e6 WHEN amount < 1e20 THEN amount / 1e9 END`,
    carried: `CASE WHEN calendar.year <> '' THEN ${field('second')} >= 60 ELSE time_number % 100 >= 60 AND time_number BETWEEN ${FIRST_YEAR}0101000000 AND ${LAST_YEAR}1231235999 END`,
    decimal: 'false',
  };
}
