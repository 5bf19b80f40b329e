/** Plain files: read by DuckDB itself, and counted against what our own look at the bytes found. */
import { throwIfStopped } from '../database';
import type { Dialect } from './detect';
import type { Encoding } from './encoding';
import type { Scan } from './scan';
import { readBeginning } from './source-file';
import { type ReadContext, readCsvSql, type TableBase, textColumns } from './source-table';

/** A header that is longer than this makes a file not plain. */
const BEGINNING_BYTES = 256 * 1024;

/** @returns the number of rows, or null where DuckDB did not read what the scan saw */
export async function readPlain(
  context: ReadContext,
  base: TableBase,
  dialect: Dialect,
  scan: Scan,
): Promise<number | null> {
  const { database } = context;
  const columns = textColumns(dialect.fields);
  const rows = scan.lines - dialect.headerRows;
  const data = `${base.view}_rows`;
  const headerBytes = dialect.headerRows === 0 ? 0 : await firstLineBytes(base.plan.path, scan.encoding);
  try {
    await database.run(
      `CREATE TABLE ${data} AS SELECT * FROM ${readCsvSql(base.plan.path, dialect.delimiter, dialect.headerRows, columns)}`,
    );
  } catch {
    throwIfStopped(context.signal);
    // Whatever the reason, our own pass says what is wrong with which row.
    return null;
  }
  const seen = await database.row<{ rows: number; bytes: number }>(
    `SELECT count(*)::INTEGER AS rows, (${columns.map((column) => `coalesce(sum(strlen(${column})), 0)`).join(' + ')})::DOUBLE AS bytes FROM ${data}`,
  );
  const bytes = seen.bytes + rows * (dialect.fields - 1);
  if (seen.rows !== rows || bytes !== scan.contentBytes - headerBytes) {
    await database.run(`DROP TABLE ${data}`);
    return null;
  }
  await database.run(
    `CREATE VIEW ${base.view} AS SELECT rowid + ${1 + dialect.headerRows} AS line, ` +
      `NULL::VARCHAR AS given, NULL::VARCHAR AS note, ${columns.join(', ')} FROM ${data}`,
  );
  return rows;
}

async function firstLineBytes(file: string, encoding: Encoding): Promise<number> {
  const beginning = await readBeginning(file, BEGINNING_BYTES);
  const found = beginning.indexOf(0x0a);
  let end = found === -1 ? beginning.length : found;
  if (end > 0 && beginning[end - 1] === 0x0d) end--;
  return end - (encoding === 'utf-8-bom' ? 3 : 0);
}
