import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DuckDBInstance, type DuckDBConnection, type DuckDBResultReader } from '@duckdb/node-api';
import { identifier, joined, literal, literals, type Sql, sql, textOfSql } from './sql';
import { triedRuns } from '../../../../tests/support/tried';

/** Tests the template alone, without the locks of database.ts. */
let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const HOSTILE = [
  `'; COPY (SELECT 1) TO 'x'; --`,
  `" FROM (SELECT 'x' AS id); COPY (SELECT 'owned') TO 'victim'; SELECT 1 AS "id`,
  `\\'; DROP TABLE x; --`,
  '$$; SELECT 2; $$',
  '/*',
  '--',
  '\u0000',
  `a\u0000'b`,
  '\u00a0\u3000',
  '🧸 어린이',
  '__proto__',
];
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE));
const name = text.filter((one) => one !== '' && !one.includes('\0'));

/** The result of a query, which must be one statement. */
async function answerOf(query: Sql): Promise<DuckDBResultReader> {
  const statements = await connection.extractStatements(textOfSql(query));
  expect(statements.count).toBe(1);
  return connection.runAndReadAll(textOfSql(query));
}

const rowsOf = async (query: Sql): Promise<Record<string, unknown>[]> => (await answerOf(query)).getRowObjectsJS();

test('returns any text from DuckDB unchanged, as one statement', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      expect(await rowsOf(sql`SELECT ${literal(value)} AS value`)).toEqual([{ value }]);
    }),
    { examples: HOSTILE.map((one): [string] => [one]) },
  );
});

test('uses any name as a name and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(name, async (column) => {
      const answer = await answerOf(sql`SELECT ${identifier(column)} FROM (SELECT 1 AS ${identifier(column)})`);
      // Not compared as the keys of an object, which `__proto__` cannot be.
      expect(answer.columnNames()).toEqual([column]);
      expect(answer.getRowsJS()).toEqual([[1]]);
    }),
    { examples: HOSTILE.filter((one) => !one.includes('\0')).map((one): [string] => [one]) },
  );
});

test('keeps lists of texts as lists of texts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (values) => {
      const [row] = await rowsOf(sql`SELECT [${literals(values)}]::VARCHAR[] AS list`);
      expect(row).toEqual({ list: values });
    }),
  );
});

test('keeps the value of numbers, behind a minus too', { tags: ['thorough'] }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (number) => {
      const [row] = await rowsOf(sql`SELECT (0-${number})::DOUBLE AS less, ${number}::DOUBLE AS same`);
      expect(row).toEqual({ less: 0 - number, same: number === 0 ? 0 : number });
    }),
    { examples: [[0.11902335941336997], [-0.1], [1e22], [2 ** 53 + 2]], numRuns: triedRuns(1000) },
  );
});

test.each<[string, () => unknown]>([
  ['a plain string as a value', () => sql`SELECT ${'1' as unknown as number}`],
  ['an array of strings as a value', () => sql`SELECT ${['1'] as unknown as number}`],
  ['null as a value', () => sql`SELECT ${null as unknown as number}`],
  ['an object that claims to be SQL', () => sql`SELECT ${{ text: '1', toString: () => '1' } as unknown as Sql}`],
  [
    'an object with the prototype of SQL',
    () => textOfSql(Object.create(Object.getPrototypeOf(sql`SELECT 1`) as object) as Sql),
  ],
  [
    'a call of the constructor',
    () => new (sql`SELECT 1`.constructor as new (key: unknown, text: string) => Sql)('', '1'),
  ],
  ['a call of the template with a string', () => sql('SELECT 1' as unknown as TemplateStringsArray)],
  ['NaN', () => sql`SELECT ${Number.NaN}`],
  ['an endless number', () => literal(Infinity)],
  ['a string among the parts of a list', () => joined(['1' as unknown as Sql])],
])('refuses %s', (_, use) => {
  expect(use).toThrow(expect.objectContaining({ code: 'internal' }) as Error);
});

test('reports a column without a name, or with a zero byte in it, as a fault of the data', () => {
  for (const impossible of ['', 'a\0b'])
    expect(() => identifier(impossible)).toThrow(expect.objectContaining({ code: 'bad-data' }) as Error);
});
