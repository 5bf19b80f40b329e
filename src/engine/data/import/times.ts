/** Times as SQL: from text to seconds since 1970 in UTC. Integer arithmetic, so that no value can make a query fail. */

/** SQL of the answers; `seconds` is null where the text is no possible time. */
export interface TimeSql {
  /** A subquery clause that adds the columns it needs: SELECT *, <columns>. */
  readonly columns: string;
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

/** YYYYMMDDHHMMSS in the column of that name, or the same with .0 behind it. */
export function compactTime(column: string): TimeSql {
  const number = `time_number`;
  const part = (divisor: number, modulo: number): string => `(${number} // ${divisor} % ${modulo})`;
  const seconds = civilSql({
    year: part(10_000_000_000, 10_000),
    month: part(100_000_000, 100),
    day: part(1_000_000, 100),
    hour: part(10_000, 100),
    minute: part(100, 100),
    second: part(1, 100),
  });
  return {
    // 14 characters that make a number of 14 digits are 14 digits: no sign, underscore or exponent has room.
    columns: `CASE strlen(${column}) WHEN 14 THEN try_cast(${column} AS BIGINT) WHEN 16 THEN
      CASE WHEN ends_with(${column}, '.0') THEN try_cast(left(${column}, 14) AS BIGINT) END END AS time_number`,
    seconds: `CASE WHEN ${number} >= 10000000000000 THEN ${seconds} END`,
    carried: `${number} % 100 >= 60`,
    decimal: `strlen(${column}) = 16`,
  };
}

const CALENDAR =
  '^(\\d{4})([-/.])(\\d{1,2})[-/.](\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})([.,]\\d+)?)?)?\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?$';

/**
 * Whatever other folders hold: epoch seconds, milliseconds, microseconds or nanoseconds (told apart by size), YYYYMMDDHHMMSS,
 * ISO 8601 and its likes with or without a zone (UTC without one), YYYY-MM-DD.
 * @param dates whether numbers of 8 digits are YYYYMMDD: a question about the whole column
 */
export function anyTime(column: string, dates: boolean): TimeSql {
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
  const compact = compactTime(column);
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
