/** Reads plain files: DuckDB reads them while our own scan checks whether their bytes are plain. */
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { type Sql, sql } from '../../storage/database/sql';
import type { Dialect } from './detect';
import { type Scan, LineScanner } from './scan';
import {
  type FileBase,
  readCsv,
  type ReadContext,
  selection,
  type SourceFile,
  tableOf,
  textColumns,
} from './source-table';

/** A read in progress that may turn out useless. */
interface PlainReading {
  /** Keeps the table if the scan shows that it matches the file, otherwise drops it. @returns whether it was kept */
  settle(scan: Scan): Promise<boolean>;
  /** Drops the table in any case. */
  abandon(): Promise<void>;
}

/** Whether there is not even a header: no bytes, or a byte order mark and line ends. */
export function isNothing(bytes: Buffer): boolean {
  return /^(ï»¿|ÿþ|þÿ)?[\s\0]*$/.test(bytes.toString('latin1'));
}

/** Whether nothing in the beginning of a file suggests that it is not plain. */
export function looksPlain(beginning: Buffer, dialect: Dialect): boolean {
  const scanner = new LineScanner(dialect.delimiter, dialect.fields);
  scanner.push(beginning.subarray(0, beginning.lastIndexOf(0x0a) + 1));
  scanner.end();
  return scanner.regular;
}

/** Describes a plain file from its scan. */
export const plainFile = (
  base: FileBase,
  { columns, delimiter, fields, headerRows }: Dialect,
  scan: Scan,
): SourceFile => ({
  ...base,
  columns,
  delimiter,
  fields,
  between: delimiter,
  sha256: scan.sha256,
  encoding: scan.encoding,
  isEmpty: false,
  line: sql`row + ${1 + headerRows}`,
  given: sql`NULL::VARCHAR`,
  note: sql`NULL::VARCHAR`,
  lineEnds: scan.lineEnds,
  rows: scan.lines - headerRows,
  blankLines: 0,
  trimmed: 0,
});

/** A statement that fills a table and may turn out useless. */
interface BegunStatement {
  /** False if it failed. Whatever the reason, the importer's own pass reports what is wrong with which row. */
  readonly isDone: Promise<boolean>;
  /** Ends it and drops the table. */
  abandon(): Promise<void>;
}

export function beginStatement({ database, signal }: ReadContext, statement: Sql, table: Sql): BegunStatement {
  const isDone = database.run(statement).then(
    () => true,
    () => false,
  );
  const abandon = async (): Promise<void> => {
    database.interrupt();
    await isDone;
    throwIfStopped(signal);
    await database.run(sql`DROP TABLE IF EXISTS ${table}`);
  };
  return { isDone, abandon };
}

export function beginPlain(
  context: ReadContext,
  base: FileBase,
  dialect: Dialect,
  computed: readonly Sql[],
): PlainReading {
  const { database } = context;
  const columns = textColumns(dialect.fields);
  const csv = readCsv(base.text.path, dialect.delimiter, dialect.headerRows, columns);
  const table = tableOf(base);
  const statement = sql`CREATE TABLE ${table} AS SELECT ${selection(computed)} FROM ${csv}`;
  const { isDone, abandon } = beginStatement(context, statement, table);
  return {
    abandon,
    async settle(scan) {
      if (!scan.plain || !(await isDone)) {
        await abandon();
        return false;
      }
      const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*)::INTEGER AS rows FROM ${table}`);
      if (rows === scan.lines - dialect.headerRows) return true;
      await abandon();
      return false;
    },
  };
}
