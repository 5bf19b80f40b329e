import { getEventListeners } from 'node:events';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, withDatabase } from './database';
import { readParquetFile } from './parquet';
import { type Sql, sql } from './sql';

let folder: string;
const place = (name: string): string => path.join(folder, name);
const content = async (name: string): Promise<string | null> => fs.readFile(place(name), 'utf8').catch(() => null);

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-walls-'));
  for (const name of ['source.csv', 'secret.csv', 'victim.txt']) await fs.writeFile(place(name), 'a,b\n1,2\n');
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/** Any text as a query, as an attacker would use a hole in the template. */
const injected = (text: string): Sql => sql(Object.assign([text], { raw: [text] }));

/** A database as the product opens it, which may read one file and write another. */
const locked = <Result>(use: (database: Database) => Promise<Result>): Promise<Result> =>
  withDatabase({ reads: [place('source.csv')], writes: [place('own.part')] }, use);

/** Refused by the kind of statement, by the lock, or because it is no statement. */
const REFUSED = /was refused|Permission Error|Parser Error|does not exist/;

const quoted = (name: string): string => `'${place(name).replaceAll("'", "''")}'`;

describe('the lock alone, for any text that is one statement of an allowed kind', () => {
  test.each<[string, () => string]>([
    ['reading a text', () => `SELECT * FROM read_text(${quoted('secret.csv')})`],
    ['reading a table', () => `SELECT * FROM read_csv(${quoted('secret.csv')})`],
    ['reading by the bare name', () => `SELECT * FROM ${quoted('secret.csv')}`],
    ['reading past a folder', () => `SELECT * FROM read_csv('${folder}/none/../secret.csv')`],
    ['listing a folder', () => `SELECT * FROM glob('${folder}/*')`],
    ['a table of another file', () => `CREATE TABLE t AS FROM read_csv(${quoted('secret.csv')})`],
    ['another setting', () => `SELECT set_config('threads', '1')`],
    ['a web address', () => `SELECT * FROM read_csv('https://example.invalid/x.csv')`],
  ])('refuses %s', async (_, text) => {
    await expect(
      locked((database) => database.run(injected(text())).catch(() => database.rows(injected(text())))),
    ).rejects.toThrow(REFUSED);
    expect((await fs.readdir(folder)).toSorted()).toEqual(['secret.csv', 'source.csv', 'victim.txt']);
  });

  test('reads the named file and no other', async () => {
    const rows = await locked((database) => database.rows(injected(`SELECT * FROM read_csv(${quoted('source.csv')})`)));
    expect(rows).toHaveLength(1);
  });
});

describe('statements of the wrong kind, for any text', () => {
  const asQuery = (database: Database, text: string): Promise<unknown> => database.rows(injected(text));
  const asChange = (database: Database, text: string): Promise<unknown> => database.run(injected(text));
  const asStream = (database: Database, text: string): Promise<unknown> =>
    database.forEachChunk(injected(text), () => undefined);
  const asDescription = (database: Database, text: string): Promise<unknown> => database.describe(injected(text));
  const ways = { asQuery, asChange, asStream, asDescription };

  test.each<[string, () => string]>([
    // The lock would allow this one: a file that may be read may be written.
    ['COPY over the file that is read', () => `COPY (SELECT 'owned') TO ${quoted('source.csv')}`],
    ['COPY over the own file', () => `COPY (SELECT 'owned') TO ${quoted('own.part')}`],
    ['COPY elsewhere', () => `COPY (SELECT 'owned') TO ${quoted('victim.txt')}`],
    ['COPY behind a query', () => `SELECT 1; COPY (SELECT 'owned') TO ${quoted('source.csv')}`],
    ['COPY before a query', () => `COPY (SELECT 'owned') TO ${quoted('source.csv')}; SELECT 1`],
    [
      'COPY in a query',
      () => `SELECT * FROM query('COPY (SELECT 1) TO ${quoted('source.csv').replaceAll("'", "''")}')`,
    ],
    ['a table and COPY', () => `CREATE TABLE t AS SELECT 1; COPY t TO ${quoted('source.csv')}`],
    ['EXPORT', () => `EXPORT DATABASE ${quoted('export')}`],
    ['ATTACH', () => `ATTACH ${quoted('attached.db')}`],
    ['ATTACH over the own file', () => `ATTACH ${quoted('own.part')}`],
    ['INSTALL', () => `INSTALL httpfs`],
    ['LOAD', () => `LOAD httpfs`],
    ['SET', () => `SET enable_external_access = true`],
    ['RESET', () => `RESET lock_configuration`],
    ['PRAGMA', () => `PRAGMA enable_profiling = 'json'`],
    ['EXPLAIN ANALYZE', () => `EXPLAIN ANALYZE COPY (SELECT 1) TO ${quoted('source.csv')}`],
    ['PREPARE', () => `PREPARE p AS COPY (SELECT 1) TO ${quoted('source.csv')}`],
  ])('refuses %s and changes no file', async (_, text) => {
    for (const way of Object.values(ways))
      await expect(locked((database) => way(database, text()))).rejects.toThrow(REFUSED);
    expect((await fs.readdir(folder)).toSorted()).toEqual(['secret.csv', 'source.csv', 'victim.txt']);
    expect([await content('source.csv'), await content('victim.txt')]).toEqual(['a,b\n1,2\n', 'a,b\n1,2\n']);
  });
});

describe('an abort signal', () => {
  const ENDLESS = sql`SELECT sum(a.range + b.range) FROM range(1000000000) a, range(1000000000) b`;

  test('gets one listener for all connections, and ends what each of them does', async () => {
    const stop = new AbortController();
    const listeners = () => getEventListeners(stop.signal, 'abort').length;
    let seen = 0;
    const work = withDatabase({ signal: stop.signal }, (database) =>
      database.together(...Array.from({ length: 12 }, () => (beside: Database) => beside.rows(ENDLESS)), async () => {
        seen = listeners();
        stop.abort();
      }),
    );
    await expect(work).rejects.toMatchObject({ code: 'stopped' });
    expect(seen).toBe(1);
    expect(listeners()).toBe(0);
  });

  test('throws while rows are handed on, though DuckDB ends the stream as if it were whole', async () => {
    const stop = new AbortController();
    const work = withDatabase({ signal: stop.signal }, (database) =>
      database.forEachChunk(sql`FROM range(100000000)`, () => stop.abort()),
    );
    await expect(work).rejects.toMatchObject({ code: 'stopped' });
  });
});

describe('writing', () => {
  test('goes to the named file, and to no other', async () => {
    await locked(async (database) => {
      await database.run(sql`CREATE TABLE t AS SELECT 1 AS one`);
      await expect(database.writeParquet('t', place('victim.txt'), 'plain')).rejects.toThrow(/Permission/);
      await expect(database.writeParquet('t', place('other.part'), 'plain')).rejects.toThrow(/Permission/);
      await database.writeParquet('t', place('own.part'), 'plain');
    });
    const reads = [place('own.part')];
    const rows = await withDatabase({ reads }, (database) => database.rows(sql`FROM ${readParquetFile(reads[0]!)}`));
    expect(rows).toEqual([{ one: 1 }]);
    expect(await content('victim.txt')).toBe('a,b\n1,2\n');
    await fs.rm(place('own.part'));
  });

  test('takes a name for the table, never a query', async () => {
    await locked(async (database) => {
      const query = `(SELECT 'owned') TO ${quoted('victim.txt')}; --`;
      await expect(database.writeParquet(query, place('own.part'), 'plain')).rejects.toThrow(/does not exist/);
    });
  });
});

test.each([
  'a*b?.parquet',
  '[a].parquet',
  `it's "quoted"; --.parquet`,
  'k=v.parquet',
  '-dash.parquet',
  '어린이 🧸.parquet',
  'line\nbreak.parquet',
])('reads a file called %j and nothing beside it', async (name) => {
  const within = await fs.mkdtemp(path.join(folder, 'names-'));
  const file = path.join(within, name);
  try {
    for (const [target, value] of [
      [file, 1],
      [path.join(within, 'aXbY.parquet'), 2],
      [path.join(within, 'a.parquet'), 3],
    ] as const)
      await withDatabase({ writes: [target] }, async (database) => {
        await database.run(sql`CREATE TABLE t AS SELECT ${value} AS one`);
        await database.writeParquet('t', target, 'plain');
      });
    const rows = await withDatabase({ reads: [file] }, (database) => database.rows(sql`FROM ${readParquetFile(file)}`));
    expect(rows).toEqual([{ one: 1 }]);
  } finally {
    await fs.rm(within, { recursive: true, force: true });
  }
});

describe('work in lanes', () => {
  test('runs two at a time and returns the answers in the order of the items', async () => {
    await locked(async (database) => {
      let [working, most] = [0, 0];
      const settled = await database.inLanes(2, [3, 1, 2, 5, 4], async (lane, item) => {
        most = Math.max(most, ++working);
        const { value } = await lane.row<{ value: number }>(sql`SELECT ${item} AS value`);
        working--;
        return value;
      });
      expect(settled).toEqual([3, 1, 2, 5, 4].map((value) => ({ status: 'fulfilled', value })));
      expect(most).toBe(2);
    });
  });

  test('throws the failure of the first item even if another failed earlier, and starts nothing after it', async () => {
    await locked(async (database) => {
      const begun: string[] = [];
      let goOn = (): void => undefined;
      const second = new Promise<void>((resolve) => (goOn = resolve));
      const settled = await database.inLanes(2, ['first', 'second', 'third'], async (_, item) => {
        begun.push(item);
        if (item === 'first') await second;
        else goOn();
        throw new Error(item);
      });
      expect(settled).toEqual([{ status: 'rejected', reason: new Error('first') }]);
      expect(begun).toEqual(['first', 'second']);
    });
  });
});
