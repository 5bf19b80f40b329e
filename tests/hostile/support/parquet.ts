/** Parquet files of any shape, made by DuckDB itself. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as an SQL identifier, whatever it contains. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** One for all tables of the process: creating one takes longer than most tables. */
let instance: Promise<DuckDBInstance> | null = null;

/**
 * The bytes of a table.
 * @param query its content; `$name` stands for the table of that name
 * @param tables bytes of Parquet files that the query reads
 */
export async function parquetOf(
  query: string,
  tables: Record<string, Uint8Array> = {},
  options = 'PARQUET_VERSION v2',
): Promise<Buffer> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-parquet-'));
  instance ??= DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await (await instance).connect();
  try {
    let sql = query;
    for (const [name, bytes] of Object.entries(tables)) {
      await fs.writeFile(path.join(folder, name), bytes);
      sql = sql.replaceAll(`$${name}`, () => `read_parquet(${quoted(path.join(folder, name))})`);
    }
    const target = path.join(folder, 'made.parquet');
    await connection.run(`COPY (${sql}) TO ${quoted(target)} (FORMAT parquet, ${options})`);
    return await fs.readFile(target);
  } finally {
    connection.closeSync();
    await fs.rm(folder, { recursive: true, force: true });
  }
}
