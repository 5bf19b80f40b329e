/** DuckDB without the walls of the product: makes files for tests, and shows what a query would do if nothing stopped it. */
import { DuckDBInstance } from '@duckdb/node-api';

/** Runs statements one after another in a database of their own; the rows of the last. */
export async function rawDuckdb(...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await connection.runAndReadAll(statement)).getRowObjectsJS();
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A Parquet file of what a query answers. */
export async function writeParquetFile(file: string, query: string): Promise<void> {
  await rawDuckdb(`COPY (${query}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
}
