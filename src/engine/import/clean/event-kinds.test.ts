import { expect, it } from 'vitest';
import { type Database, withDatabase } from '../../storage/database/database';
import { type Sql, sql } from '../../storage/database/sql';
import type { EventsPlan } from '../layouts/import-plan';
import type { SourceTable } from '../read/source-table';
import { markSql } from './event-columns';
import { findEventKinds, kindHashSql, valuesByKind } from './event-kinds';

const ROWS = 1000;

const PLAN: EventsPlan = {
  role: 'history',
  file: 'history_data.csv',
  parts: [],
  profile: 'profile_id',
  item: 'album_id',
  time: 'log_time',
  timeFormat: 'compact',
  weight: null,
  payment: 'payment',
  trailer: null,
  continuous: null,
  watchTime: null,
  totalTime: null,
};

/** A history whose rows differ only in payment and one further column. @param hash of the kinds, if not their own */
async function tableOf(database: Database, payment: Sql, further: Sql, hash?: Sql): Promise<SourceTable> {
  const columns = ['profile_id', 'payment', 'album_id', 'ss_id', 'log_time'];
  await database.run(sql`
    CREATE TABLE events AS SELECT *, ${hash ?? kindHashSql(PLAN, columns)} AS kind_hash FROM (
      SELECT (range % 50)::VARCHAR AS c0, (${payment})::VARCHAR AS c1, range::VARCHAR AS c2, (${further})::VARCHAR AS c3, '20260301120000' AS c4 FROM range(${ROWS}))`);
  return { data: 'events', index: 0, columns, files: [{ rows: ROWS }] } as unknown as SourceTable;
}

it('finds few kinds, each with what the texts of its events say', async () => {
  await withDatabase({}, async (database) => {
    const table = await tableOf(
      database,
      sql`CASE range % 3 WHEN 0 THEN NULL WHEN 1 THEN '0' ELSE '1500' END`,
      sql`CASE range % 5 WHEN 0 THEN NULL ELSE range % 5 END`,
    );
    const kinds = (await findEventKinds(database, table, PLAN))!;
    expect(kinds.columns).toEqual([1, 3]);
    const counts = await database.rows<{ rows: number }>(sql`SELECT rows FROM kinds_0`);
    expect(counts).toHaveLength(15);
    expect(counts.reduce((sum, { rows }) => sum + rows, 0)).toBe(ROWS);
    const mark = markSql(PLAN, table.columns);
    const { values, join } = valuesByKind(table, kinds, [
      ['mark', mark],
      ['payment', sql`c1::DOUBLE`],
    ]);
    const compared = await database.row<{ rows: number; marks: number; other: number }>(sql`
      SELECT count(*)::INTEGER AS rows, count(DISTINCT ${values[0]!})::INTEGER AS marks,
        (count(*) FILTER (${values[0]!} IS DISTINCT FROM ${mark} OR ${values[1]!} IS DISTINCT FROM c1::DOUBLE))::INTEGER AS other
      FROM events ${join}`);
    expect(compared).toEqual({ rows: ROWS, marks: 15, other: 0 });
  });
});

it.each([
  ['are many', sql`range`, sql`1`],
  ['may be many', sql`range % 100`, sql`range // 10`],
])('finds none if they %s', async (_, payment, further) => {
  await withDatabase({}, async (database) => {
    const table = await tableOf(database, payment, further);
    expect(await findEventKinds(database, table, PLAN)).toBe(null);
    expect(await database.rows(sql`SELECT 1 AS made FROM duckdb_tables() WHERE table_name = 'kinds_0'`)).toEqual([]);
  });
});

it('finds none if two of them have the same hash', async () => {
  await withDatabase({}, async (database) => {
    const two = [sql`range % 2`, sql`1`] as const;
    expect(await findEventKinds(database, await tableOf(database, ...two, sql`7::UBIGINT`), PLAN)).toBe(null);
    await database.run(sql`DROP TABLE events`);
    expect(await findEventKinds(database, await tableOf(database, ...two, sql`hash(c1)`), PLAN)).not.toBe(null);
  });
});
