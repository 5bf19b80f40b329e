/** Proves that the linter refuses each way to DuckDB except the template, and accepts the template. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lint } from './support/lint';

interface Probe {
  readonly code: string;
  /** Under src. */
  readonly file?: string;
}

const TEMPLATE = "import { sql, textOfSql } from './sql';\n";
const DATABASE = 'engine/storage/database/database.ts';

const REFUSED: Record<string, Probe> = {
  'the client': { code: "import { DuckDBInstance } from '@duckdb/node-api';\nexport const x = DuckDBInstance;" },
  'the client among types': {
    code: "import { type DuckDBValue, DuckDBInstance } from '@duckdb/node-api';\nexport const x = (y: DuckDBValue) => [y, DuckDBInstance];",
  },
  'the bindings': { code: "import * as x from '@duckdb/node-bindings';\nexport const y = x;" },
  'import()': { code: "export const x = () => import('@duckdb/node-api');" },
  'require()': { code: "export const x = require('@duckdb/node-api');" },
  'export from': { code: "export { DuckDBInstance } from '@duckdb/node-api';" },
  'the template as a function': { code: `${TEMPLATE}export const x = sql(['y'] as never);` },
  'the template under another name': { code: "import { sql as x } from './sql';\nexport const y = x;" },
  'the template handed on': { code: `${TEMPLATE}export const x = [sql];` },
  'the template called by apply': { code: `${TEMPLATE}export const x = sql.apply(null, ['y'] as never);` },
  'all of the template file': { code: "import * as x from './sql';\nexport const y = x;" },
  'a string to the client': { file: DATABASE, code: 'export const x = (y: any, z: string) => y.run(z);' },
  'a template to the client': {
    file: DATABASE,
    code: 'export const x = (y: any, z: string) => y.stream(`SELECT ${z}`);',
  },
  'a computed method': { file: DATABASE, code: "export const x = (y: any, z: string) => y['prepare'](z);" },
};
const ACCEPTED: Record<string, Probe> = {
  'types of the client': { code: "import type { DuckDBValue } from '@duckdb/node-api';\nexport type X = DuckDBValue;" },
  'types one by one': { code: "import { type DuckDBValue } from '@duckdb/node-api';\nexport type X = DuckDBValue;" },
  'the template before a text': { code: `${TEMPLATE}export const x = textOfSql(sql\`SELECT \${sql\`1\`}\`);` },
  'a property of that name': { code: 'export const x = (y: { sql: string }) => ({ sql: y.sql });' },
  'the client in its file': {
    file: DATABASE,
    code: "import { DuckDBInstance } from '@duckdb/node-api';\nexport const x = DuckDBInstance;",
  },
  'SQL to the client': {
    file: DATABASE,
    code: `${TEMPLATE}export const x = (y: any) => y.run(textOfSql(sql\`SELECT 1\`));`,
  },
  'a prepared statement': { file: DATABASE, code: 'export const x = (y: any) => y.run();' },
};

let folder: string;
const refused = new Set<string>();
const folderOf = (name: string): string => name.replaceAll(/\W+/g, '-');

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-sql-rule-'));
  for (const [name, { code, file = 'engine/data/probe.ts' }] of Object.entries({ ...REFUSED, ...ACCEPTED })) {
    const target = path.join(folder, folderOf(name), 'src', file);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, `${code}\n`);
  }
  for (const { code, filename } of await lint(folder))
    if (code === 'shelfwise(sql)') refused.add(filename.split('/src/')[0]!.split('/').at(-1)!);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

test.each(Object.keys(REFUSED))('%s is refused', (name) => {
  expect(refused).toContain(folderOf(name));
});

test.each(Object.keys(ACCEPTED))('%s is accepted', (name) => {
  expect(refused).not.toContain(folderOf(name));
});
