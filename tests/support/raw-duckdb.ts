/** DuckDB without the product's protection: makes files for tests, and shows what an unrestricted query would do. */
import { DuckDBInstance } from '@duckdb/node-api';

/** Runs statements in order in a new database; returns the last one's rows. */
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

/** Writes a query's result as a Parquet file. */
export async function writeParquetFile(file: string, query: string): Promise<void> {
  await rawDuckdb(`COPY (${query}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
}
