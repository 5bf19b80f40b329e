import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, withDatabase } from '../../storage/database/database';
import { sql } from '../../storage/database/sql';
import { DELIMITED, type SubmissionPlan } from '../layouts/import-plan';
import { findPlainParts, readPlainParts } from './read-parts';
import { type SourceTable, tableOf } from './source-table';

const HEADER = 'profile_id,list\n';
/** Bytes of the beginning that are examined before reading. */
const LENGTH = 64;

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-parts-'));
});
afterAll(() => fs.rm(folder, { recursive: true }));

async function planOf(...texts: readonly string[]): Promise<SubmissionPlan> {
  const parts = texts.map((_, place) => {
    const file = `part[${place}].csv`;
    return { file, path: path.join(folder, file), format: DELIMITED };
  });
  for (const [place, part] of parts.entries()) await fs.writeFile(part.path, texts[place]!, 'latin1');
  return { role: 'submission', file: 'part*.csv', parts, profile: 'profile_id' };
}

interface Row {
  readonly file: number;
  readonly line: number;
  readonly raw: string;
}

const FIRST_FILE = 5;

/** Null if the parts have to be read one by one. */
async function read(...texts: readonly string[]): Promise<{ table: SourceTable; rows: Row[] } | null> {
  const plan = await planOf(...texts);
  const reads = plan.parts.map((part) => part.path);
  return withDatabase({ reads }, async (database: Database) => {
    const parts = await findPlainParts(plan, FIRST_FILE, LENGTH);
    const table = parts && (await readPlainParts({ database, temporary: folder }, plan, 2, parts, () => []));
    if (table === null) {
      expect(await database.rows(sql`SELECT 1 AS made FROM duckdb_tables()`)).toEqual([]);
      return null;
    }
    const { file, line, raw } = table;
    const rows = await database.rows<Row>(
      sql`SELECT (${file})::INTEGER AS file, (${line})::DOUBLE AS line, ${raw} AS raw FROM (SELECT rowid AS row, * FROM ${tableOf(table)}) ORDER BY row`,
    );
    return { table, rows };
  });
}

const many = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${from + index},[${index % 7 === 0 ? '' : index}]`);

it('reads plain parts in order, each row with its file and line', async () => {
  const lines = [many(0, 3000), [], many(9000, 1), many(100, 2000)];
  const ends = ['\n', '\n', '\n', '\r\n'];
  const found = (await read(
    ...lines.map((rows, place) => (HEADER + rows.map((row) => `${row}\n`).join('')).replaceAll('\n', ends[place]!)),
  ))!;
  expect(found.rows).toEqual(
    lines.flatMap((rows, place) => rows.map((raw, index) => ({ file: FIRST_FILE + place, line: index + 2, raw }))),
  );
  expect(found.table.files.map(({ index, rows, lineEnds, data }) => [index, rows, lineEnds, data])).toEqual([
    [5, 3000, 'LF', 'source_5'],
    [6, 0, 'LF', 'source_6'],
    [7, 1, 'LF', 'source_7'],
    [8, 2000, 'CRLF', 'source_8'],
  ]);
});

it('reads many parts', { tags: ['rare'] }, async () => {
  const texts = Array.from({ length: 300 }, (_, place) => `${HEADER}${place},[]\n`);
  const { rows } = (await read(...texts))!;
  expect(rows.map(({ file, line, raw }) => [file, line, raw])).toEqual(
    texts.map((_, place) => [FIRST_FILE + place, 2, `${place},[]`]),
  );
});

const plain = HEADER + many(0, 100).join('\n');

it.each([
  ['a quote behind the beginning', `${plain}\n1,"[2]"\n`],
  ['a field too many behind the beginning', `${plain}\n1,2,3\n`],
  ['a delimiter too many behind the beginning', `${plain}\n1,2,\n`],
  ['bytes of another encoding', `${plain}\n1,\xb0\xa1\n`],
  ['a blank line', `${plain}\n\n1,2\n`],
  ['another delimiter', plain.replaceAll(',', ';')],
  ['another order of columns', plain.replace('profile_id,list', 'list,profile_id')],
  ['no column of IDs', plain.replace('profile_id', 'other')],
  ['nothing in it', ''],
])('leaves parts to be read one by one if one has %s', async (_, text) => {
  expect(await read(plain, text, plain)).toBe(null);
  expect(await read(text, plain)).toBe(null);
});
