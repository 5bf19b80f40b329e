/** The tables of a bundle: Parquet files with other columns, types and numbers than ours, damaged ones, and names that are SQL. */
import * as path from 'node:path';
import { triedOf } from '../support/tried';
import { bundleParts } from './support/originals';
import { bundleCase, type Case, type Expected, setStage, testCases, theStage } from './support/cases';
import { parquetOf, quotedName } from './support/parquet';
import { put, sealed } from './support/seal';
import { importAndUse } from './support/use';
import * as fs from 'node:fs/promises';

setStage();

const TABLES = ['events', 'profiles', 'items', 'keywords', 'submission'] as const;
type Table = (typeof TABLES)[number];
const fileOf = (table: Table): string => `dataset/${table}.parquet`;

/** A bundle whose table holds the query's result; `$old` is its previous content. */
const queryCase = (
  table: Table,
  name: string,
  expected: Expected,
  query: string | (() => string),
  options?: string,
): Case =>
  bundleCase(`${table}: ${name}`, expected, async () => {
    const parts = await bundleParts();
    const sql = typeof query === 'string' ? query : query();
    parts[fileOf(table)] = await parquetOf(sql, { old: parts[fileOf(table)]! }, options);
    return sealed(parts);
  });

const bytesCase = (table: Table, name: string, expected: Expected, edit: (whole: Buffer) => Buffer): Case =>
  bundleCase(`${table}: ${name}`, expected, async () => {
    const parts = await bundleParts();
    parts[fileOf(table)] = edit(parts[fileOf(table)]!);
    return sealed(parts);
  });

/** SQL that writes a user's file or a new one if a name is used as part of a query. */
const injections = (): [string, string][] => {
  const { outside, workspace } = theStage();
  const victim = path.join(outside, 'victim.txt');
  return [
    ['the one of the issue', `id" FROM (SELECT 'x' AS id); COPY (SELECT 'owned') TO '${victim}'; SELECT 1 AS "id`],
    ['one that makes a file', `id" FROM (SELECT 1 AS id); COPY (SELECT 1) TO '${outside}/new.csv'; SELECT 1 AS "id`],
    [
      'one that writes into the workspace',
      `id" FROM (SELECT 1 AS id); COPY (SELECT 1) TO '${workspace.folder}/new.csv'; SELECT 1 AS "id`,
    ],
    ['one that reads a file', `id", (SELECT content FROM read_text('${victim}')) AS "x`],
    [
      'one that attaches a database',
      `id" FROM (SELECT 1 AS id); ATTACH '${outside}/evil.duckdb' AS e; CREATE TABLE e.t AS SELECT 1; SELECT 1 AS "id`,
    ],
    ['one that installs', `id" FROM (SELECT 1 AS id); INSTALL httpfs; LOAD httpfs; SELECT 1 AS "id`],
    [
      'one that changes settings',
      `id" FROM (SELECT 1 AS id); SET home_directory='${outside}'; RESET lock_configuration; SELECT 1 AS "id`,
    ],
    ['one that exports', `id" FROM (SELECT 1 AS id); EXPORT DATABASE '${outside}/dump'; SELECT 1 AS "id`],
    ['a single quote', `id'; COPY (SELECT 1) TO '${outside}/quote.csv`],
  ];
};

const INJECTIONS = [
  'the one of the issue',
  'one that makes a file',
  'one that writes into the workspace',
  'one that reads a file',
  'one that attaches a database',
  'one that installs',
  'one that changes settings',
  'one that exports',
  'a single quote',
];

const injected = (name: string): string => injections().find(([title]) => title === name)![1];

const injectionCases = INJECTIONS.flatMap((title): Case[] => [
  ...TABLES.map((table) =>
    queryCase(
      table,
      `a further column called by SQL, ${title}`,
      'bad-data',
      () => `SELECT *, 'x' AS ${quotedName(injected(title))} FROM $old`,
    ),
  ),
  queryCase(
    'events',
    `its first column called by SQL, ${title}`,
    'bad-data',
    () => `SELECT * RENAME (profile AS ${quotedName(injected(title))}) FROM $old`,
  ),
  queryCase(
    'items',
    `the only column called by SQL, ${title}`,
    'bad-data',
    () => `SELECT 'x' AS ${quotedName(injected(title))}`,
  ),
  // Read on request, and refused then.
  bundleCase(`rows with issues: a column called by SQL, ${title}`, ['bad-data', 'opens'], async () => {
    const parts = await bundleParts();
    const { rowIssuesFile } = JSON.parse(parts['dataset/dataset.json']!.toString()) as { rowIssuesFile: string };
    const file = `dataset/${rowIssuesFile}`;
    parts[file] = await parquetOf(`SELECT *, 'x' AS ${quotedName(injected(title))} FROM $old`, { old: parts[file]! });
    return sealed(parts);
  }),
  bundleCase(`dataset.json: an attribute called by SQL, ${title}`, ['works', 'bad-data'], async () => {
    const parts = await bundleParts();
    put(parts, 'dataset/dataset.json', 'profileAttributes.0.name', injected(title));
    return sealed(parts);
  }),
]);

/**
 * The effect of more or fewer rows: dataset.json counts neither keywords nor events of tables other than the history.
 */
const rowsOf = (table: Table, isLast = false): Expected =>
  table === 'keywords' || (table === 'events' && isLast) ? 'works' : 'bad-data';

const formCases = TABLES.flatMap((table): Case[] => [
  bytesCase(table, 'nothing', 'bad-data', () => Buffer.alloc(0)),
  bytesCase(table, 'four letters', 'bad-data', () => Buffer.from('PAR1')),
  bytesCase(table, 'twelve letters', 'bad-data', () => Buffer.from('PAR1PAR1PAR1')),
  bytesCase(table, 'a CSV file', 'bad-data', () => Buffer.from('id,title\n1,x\n')),
  bytesCase(table, 'its first half', 'bad-data', (whole) => whole.subarray(0, whole.length / 2)),
  bytesCase(table, 'its body cut out', 'bad-data', (whole) =>
    Buffer.concat([whole.subarray(0, 4), whole.subarray(whole.length / 2)]),
  ),
  bytesCase(table, 'its body zeroed', 'bad-data', (whole) =>
    Buffer.from(whole).fill(0, 4, Math.floor(whole.length / 3)),
  ),
  bytesCase(table, 'its body filled with ones', 'bad-data', (whole) =>
    Buffer.from(whole).fill(0xff, 4, Math.floor(whole.length / 3)),
  ),
  bytesCase(table, 'a footer length of 2^32 - 1', 'bad-data', (whole) => {
    const copy = Buffer.from(whole);
    copy.writeUInt32LE(0xffffffff, copy.length - 8);
    return copy;
  }),
  bytesCase(table, 'a footer of zeros', 'bad-data', (whole) => {
    const copy = Buffer.from(whole);
    return copy.fill(0, copy.length - 8 - copy.readUInt32LE(copy.length - 8), copy.length - 8);
  }),
  bytesCase(table, 'encrypted, as it says', 'bad-data', (whole) =>
    Buffer.concat([whole.subarray(0, -4), Buffer.from('PARE')]),
  ),
  queryCase(table, 'no column of ours', 'bad-data', 'SELECT 1 AS x'),
  queryCase(table, 'no rows', rowsOf(table), 'SELECT * FROM $old LIMIT 0'),
  queryCase(table, 'a row less', rowsOf(table, true), 'SELECT * FROM $old LIMIT (SELECT count(*) - 1 FROM $old)'),
  queryCase(table, 'each row twice', rowsOf(table), 'SELECT * FROM $old UNION ALL SELECT * FROM $old'),
  queryCase(table, 'a column more', 'bad-data', 'SELECT *, 7 AS more FROM $old'),
  queryCase(
    table,
    'all columns as text',
    // Its columns are texts.
    table === 'keywords' ? 'works' : 'bad-data',
    'SELECT columns(*)::VARCHAR FROM $old',
  ),
  queryCase(table, 'all columns null', 'bad-data', 'SELECT * REPLACE (NULL AS x) FROM (SELECT *, 1 AS x FROM $old)'),
  queryCase(table, 'names in capital letters', 'bad-data', () => 'SELECT columns(*) AS "CAPITAL_\\0" FROM $old'),
  queryCase(table, 'nested in a struct', 'bad-data', 'SELECT t AS id FROM $old t'),
  queryCase(table, 'nested in lists', 'bad-data', 'SELECT [[[t]]] AS profile FROM $old t'),
  ...(table === 'events'
    ? ['zstd', 'gzip', 'lz4', 'brotli', 'uncompressed'].map((codec) =>
        queryCase(table, `packed by ${codec}`, ['works', 'bad-data'], 'SELECT * FROM $old', `CODEC '${codec}'`),
      )
    : []),
]);

/** Without resealing their digests, which alone would take minutes. */
const wideCases = triedOf(TABLES.slice(0, 1), TABLES.slice(1)).map((table) =>
  bundleCase(`${table}: 10,000 columns`, 'bad-data', async () => {
    const parts = await bundleParts();
    const more = Array.from({ length: 10_000 }, (_, at) => `1 AS c${at}`).join(', ');
    parts[fileOf(table)] = await parquetOf(`SELECT *, ${more} FROM $old LIMIT 1`, { old: parts[fileOf(table)]! });
    return sealed(parts, { fingerprint: false });
  }),
);

const flips = TABLES.flatMap((table) =>
  [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.93].map((share) =>
    bytesCase(table, `the byte at ${share * 100} % turned over`, ['bad-data', 'works', 'opens'], (whole) => {
      const copy = Buffer.from(whole);
      copy[Math.floor(share * copy.length)]! ^= 0xff;
      return copy;
    }),
  ),
);

const replace = (table: Table, name: string, expected: Expected, sql: string): Case =>
  queryCase(table, name, expected, `SELECT * REPLACE (${sql}) FROM $old`);

const valueCases: Case[] = [
  replace('events', 'profiles of 2^31 - 1', 'bad-data', '2147483647::INTEGER AS profile'),
  replace('events', 'profiles of -1', 'bad-data', '-1::INTEGER AS profile'),
  replace('events', 'items of 2^31 - 1', 'bad-data', '2147483647::INTEGER AS item'),
  replace('events', 'items behind the last', 'bad-data', '60::INTEGER AS item'),
  replace('events', 'items of null', 'bad-data', 'NULL::INTEGER AS item'),
  replace('events', 'profiles as 64-bit numbers', 'bad-data', 'profile::BIGINT AS profile'),
  replace('events', 'roles of 200', 'bad-data', '200::UTINYINT AS role'),
  replace('events', 'roles as text', 'bad-data', "'history' AS role"),
  replace('events', 'times of infinity', ['bad-data', 'works', 'opens'], "'infinity'::DOUBLE AS time"),
  replace('events', 'times of NaN', ['bad-data', 'works', 'opens'], "'nan'::DOUBLE AS time"),
  replace('events', 'times of 1e300', ['bad-data', 'works', 'opens'], '1e300::DOUBLE AS time'),
  replace('events', 'times before all time', ['bad-data', 'works', 'opens'], '-1e15::DOUBLE AS time'),
  replace('events', 'times as text', 'bad-data', "'yesterday' AS time"),
  replace('events', 'weights of NaN', ['bad-data', 'works', 'opens'], "'nan'::DOUBLE AS weight"),
  replace('events', 'weights of infinity', ['bad-data', 'works', 'opens'], "'infinity'::DOUBLE AS weight"),
  replace('events', 'weights of null', ['bad-data', 'works', 'opens'], 'NULL::DOUBLE AS weight'),
  queryCase('events', 'in another order', ['bad-data', 'works', 'opens'], 'SELECT * FROM $old ORDER BY time DESC'),
  replace('profiles', 'one id for all', 'bad-data', "'7' AS id"),
  replace('profiles', 'ids of null', 'bad-data', 'NULL::VARCHAR AS id'),
  replace('profiles', 'ids as numbers', 'bad-data', 'id::INTEGER AS id'),
  replace('profiles', 'ids of a million letters', ['bad-data'], "repeat('x', 1000000) || id AS id"),
  replace('profiles', 'ids with NUL and newlines', 'bad-data', 'id || chr(10) || chr(1) AS id'),
  queryCase(
    'profiles',
    'ids like __proto__',
    'bad-data',
    "SELECT * REPLACE (['__proto__', 'constructor', 'toString', 'valueOf'][1 + (row_number() OVER ()) % 4] AS id) FROM $old",
  ),
  replace('items', 'ids like __proto__', 'bad-data', "'__proto__' AS id"),
  replace('items', 'titles of a million letters', ['bad-data', 'works', 'opens'], "repeat('x', 1000000) AS title"),
  replace(
    'items',
    'titles that steer a terminal',
    ['works', 'opens', 'bad-data'],
    "chr(27) || ']0;owned' || chr(7) || title AS title",
  ),
  replace('items', 'titles that a spreadsheet runs', ['works', 'opens', 'bad-data'], "'=cmd|''/c calc''!A1' AS title"),
  replace('items', 'titles as numbers', 'bad-data', '7 AS title'),
  replace('items', 'titles as lists', 'bad-data', "['a', 'b'] AS title"),
  queryCase(
    'events',
    '10 million rows of one',
    'bad-data',
    'SELECT o.* FROM (SELECT * FROM $old LIMIT 1) o, range(10000000)',
  ),
  queryCase(
    'events',
    'a million rows that fit',
    ['bad-data', 'works', 'opens'],
    'SELECT o.* FROM (SELECT * FROM $old LIMIT 1) o, range(1000000)',
  ),
];

/** The same kinds of files, imported by a mapping. */
const importCase = (
  name: string,
  expected: Expected,
  query: string | (() => string),
  edit: (whole: Buffer) => Buffer = (whole) => whole,
): Case => ({
  name: `a Parquet file that is imported: ${name}`,
  expected,
  work: async (stage) => {
    const bytes = await parquetOf(typeof query === 'string' ? query : query());
    await fs.writeFile(path.join(stage.given, 'events.parquet'), edit(bytes));
    return importAndUse(stage, stage.given, { events: { file: 'events.parquet', profile: 'user', item: 'item' } });
  },
});

const ROWS = "SELECT 'u' || (i % 5) AS user, 'i' || (i % 9) AS item FROM range(40) t(i)";

const importCases: Case[] = [
  importCase('as it should be', 'works', ROWS),
  ...INJECTIONS.map((title) =>
    importCase(
      `a further column called by SQL, ${title}`,
      ['works', 'bad-data'],
      () => `SELECT *, 'x' AS ${quotedName(injected(title))} FROM (${ROWS})`,
    ),
  ),
  importCase(
    '10,000 further columns',
    ['works', 'bad-data'],
    () =>
      `SELECT *, ${Array.from({ length: 10_000 }, (_, at) => `i AS c${at}`).join(', ')} FROM (SELECT *, 1 AS i FROM (${ROWS}))`,
  ),
  importCase('ids as lists', ['works', 'bad-data'], `SELECT [user] AS user, item FROM (${ROWS})`),
  importCase('ids as structs', ['works', 'bad-data'], `SELECT {'a': user} AS user, item FROM (${ROWS})`),
  importCase('ids as bytes', ['works', 'bad-data'], `SELECT '\\xFF\\xFE'::BLOB AS user, item FROM (${ROWS})`),
  importCase('ids as dates', ['works', 'bad-data'], `SELECT DATE '2026-01-01' AS user, item FROM (${ROWS})`),
  importCase('ids of null', 'bad-data', `SELECT NULL::VARCHAR AS user, item FROM (${ROWS})`),
  importCase(
    'ids of a million letters',
    ['works', 'bad-data'],
    `SELECT repeat('x', 1000000) AS user, item FROM (${ROWS})`,
  ),
  // 2 KB that unfold to a gigabyte: repeated values are written once.
  importCase(
    'a text of a hundred kilobytes, repeated',
    'bad-data',
    "SELECT 'u' || (i % 5) AS user, 'i' || (i % 9) AS item, repeat('x', 100000) AS note FROM range(10000) t(i)",
  ),
  importCase('ids with NUL', ['works', 'bad-data'], `SELECT user || chr(0) AS user, item FROM (${ROWS})`),
  importCase(
    'ids like __proto__',
    ['works', 'bad-data'],
    `SELECT '__proto__' AS user, ['constructor', 'toString'][1 + (row_number() OVER ()) % 2] AS item FROM (${ROWS})`,
  ),
  importCase('no rows', 'bad-data', `SELECT * FROM (${ROWS}) LIMIT 0`),
  importCase('columns that differ in case only', ['works', 'bad-data'], `SELECT *, 1 AS "user " FROM (${ROWS})`),
  importCase('nothing', 'bad-data', ROWS, () => Buffer.alloc(0)),
  importCase('its first half', 'bad-data', ROWS, (whole) => whole.subarray(0, whole.length / 2)),
  importCase('its body zeroed', 'bad-data', ROWS, (whole) => Buffer.from(whole).fill(0, 4, 60)),
  importCase('its body filled with ones', 'bad-data', ROWS, (whole) => Buffer.from(whole).fill(0xff, 4, 60)),
  importCase('a footer length of 2^32 - 1', 'bad-data', ROWS, (whole) => {
    whole.writeUInt32LE(0xffffffff, whole.length - 8);
    return whole;
  }),
  importCase('rubbish', 'bad-data', ROWS, () => Buffer.alloc(5000, 'PAR1')),
  ...[0.1, 0.3, 0.5, 0.7, 0.9].map((share) =>
    importCase(`the byte at ${share * 100} % turned over`, ['works', 'bad-data'], ROWS, (whole) => {
      whole[Math.floor(share * whole.length)]! ^= 0xff;
      return whole;
    }),
  ),
];

testCases(injectionCases, [...formCases, ...wideCases], flips, valueCases, importCases);
