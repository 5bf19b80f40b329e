import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Database, withDatabase } from '../../storage/database/database';
import { joined, literal, sql, textOfSql } from '../../storage/database/sql';
import { anyTime, compactTime, createDays, type TimeSql } from './times';

interface Read {
  seconds: number | null;
  carried: boolean;
  decimal: boolean;
}

/** What the SQL makes of texts, in order. */
async function read(texts: readonly string[], times: TimeSql): Promise<Read[]> {
  return withDatabase({}, async (database: Database) => {
    const values = joined(texts.map((text, line) => sql`(${line}, ${literal(text)})`));
    await database.run(
      sql`CREATE TABLE source AS SELECT *, ${joined(times.computed)} FROM (VALUES ${values}) AS rows(line, c0)`,
    );
    if (textOfSql(times.join) !== '') await database.run(createDays('days_0', 'source'));
    return database.rows<Read>(sql`
      SELECT CASE WHEN NOT ${times.impossible} THEN (${times.seconds})::DOUBLE END AS seconds, coalesce(${times.carried}, false) AS carried, coalesce(${times.decimal}, false) AS decimal
      FROM source ${times.join} ORDER BY line`);
  });
}

const compact = (texts: readonly string[]): Promise<Read[]> => read(texts, compactTime(sql`c0`, 'days_0'));
const any = async (text: string, dates = false): Promise<number | null> =>
  (await read([text], anyTime(sql`c0`, dates)))[0]!.seconds;
const utc = (text: string): number => Date.parse(text) / 1000;

test('reads YYYYMMDDHHMMSS as UTC', async () => {
  expect(await compact(['20260301120005', '19700101000000', '20240229235959'])).toEqual([
    { seconds: utc('2026-03-01T12:00:05Z'), carried: false, decimal: false },
    { seconds: 0, carried: false, decimal: false },
    { seconds: utc('2024-02-29T23:59:59Z'), carried: false, decimal: false },
  ]);
});

test('carries seconds of 60 and more over, across midnight and the year', async () => {
  expect(await compact(['20260301120075', '20251231235999'])).toEqual([
    { seconds: utc('2026-03-01T12:01:15Z'), carried: true, decimal: false },
    { seconds: utc('2026-01-01T00:00:39Z'), carried: true, decimal: false },
  ]);
});

test('removes .0 behind the number', async () => {
  expect((await compact(['20260301120005.0']))[0]).toEqual({
    seconds: utc('2026-03-01T12:00:05Z'),
    carried: false,
    decimal: true,
  });
});

test('refuses what no calendar or clock has', async () => {
  const impossible = [
    '20260229120000',
    '20261301120000',
    '20260001120000',
    '20260100120000',
    '20260132120000',
    '20260101240000',
    '20260101126000',
    '19691231235959',
    '22000101000000',
    '2026010112000',
    '202601011200000',
    '+2026010112000',
    '2026_010112000',
    '2.0260101e+013',
    '20260101120000.5',
    'abcdefghijklmn',
    '2026-01-01 120',
    '',
  ];
  expect((await compact(impossible)).map((row) => row.seconds)).toEqual(impossible.map(() => null));
});

test("agrees with the platform's calendar on any date from 1970 to 2199", { tags: ['thorough'] }, async () => {
  const moment = fc.date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('2199-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 50, maxLength: 100 }), async (moments) => {
      const texts = moments.map((time) => time.toISOString().slice(0, 19).replace(/\D/g, ''));
      const seconds = moments.map((time) => Math.floor(time.getTime() / 1000));
      expect((await compact(texts)).map((row) => row.seconds)).toEqual(seconds);
    }),
    { numRuns: 8 },
  );
});

test.each([
  ['874724710', 874724710],
  ['1741305600000', 1741305600],
  ['1741305600123', 1741305600.123],
  ['1741305600.5', 1741305600.5],
  ['1741305600000000', 1741305600],
  ['1741305600000000000', 1741305600],
  ['20250307000000', utc('2025-03-07T00:00:00Z')],
  ['2025-03-07', utc('2025-03-07T00:00:00Z')],
  ['2025/3/7 9:05', utc('2025-03-07T09:05:00Z')],
  ['2025-03-07 09:05:59', utc('2025-03-07T09:05:59Z')],
  ['2025-03-07T09:05:59Z', utc('2025-03-07T09:05:59Z')],
  ['2025-03-07T09:05:59.25Z', utc('2025-03-07T09:05:59.25Z')],
  ['2025-03-07T09:05:59+09:00', utc('2025-03-07T00:05:59Z')],
  ['2025-03-07T09:05:59-0330', utc('2025-03-07T12:35:59Z')],
  ['2025-03-07 09:05:59+09', utc('2025-03-07T00:05:59Z')],
  ['2025-03-07 09:05:75', utc('2025-03-07T09:06:15Z')],
])('other folders: understands %s', async (text, seconds) => {
  expect(await any(text)).toBe(seconds);
});

test('reads 8 digits as a date if the whole column is, else as seconds', async () => {
  expect(await any('20250307', true)).toBe(utc('2025-03-07T00:00:00Z'));
  expect(await any('20250307', false)).toBe(20250307);
});

test.each(['2025-02-30', '2025-13-01', '-5', 'nan', 'inf', 'soon', '1e30', '2025-03-07T25:00:00Z'])(
  'other folders: refuses %s',
  async (text) => {
    expect(await any(text)).toBe(null);
  },
);
