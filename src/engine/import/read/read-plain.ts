/** Plain files: read by DuckDB itself, at the same time as our own look at their bytes says whether they are plain. */
import { throwIfStopped } from '../../../shared/throw-if-stopped';
import { type Sql, sql } from '../../database/sql';
import type { Dialect } from './detect';
import { type Scan, LineScanner } from './scan';
import { readCsv, type ReadContext, selection, type FileBase, tableOf, textColumns } from './source-table';

/** A reading that has begun and may turn out to be for nothing. */
export interface PlainReading {
  /** Keeps the table if the scan shows that it matches the file, otherwise drops it. @returns whether it was kept */
  settle(scan: Scan): Promise<boolean>;
  /** Drops the table in any case. */
  abandon(): Promise<void>;
}

/** Whether the beginning of a file gives no reason to think that it is not plain. */
export function looksPlain(beginning: Buffer, dialect: Dialect): boolean {
  const scanner = new LineScanner(dialect.delimiter, dialect.fields);
  scanner.push(beginning.subarray(0, beginning.lastIndexOf(0x0a) + 1));
  scanner.end();
  return scanner.regular;
}

export function beginPlain(
  context: ReadContext,
  base: FileBase,
  dialect: Dialect,
  computed: readonly Sql[],
): PlainReading {
  const { database, signal } = context;
  const columns = textColumns(dialect.fields);
  const csv = readCsv(base.text.path, dialect.delimiter, dialect.headerRows, columns);
  const reading = database.run(sql`CREATE TABLE ${tableOf(base)} AS SELECT ${selection(computed)} FROM ${csv}`).then(
    () => true,
    // Whatever the reason, the importer's own pass reports what is wrong with which row.
    () => false,
  );
  const abandon = async (): Promise<void> => {
    database.interrupt();
    await reading;
    throwIfStopped(signal);
    await database.run(sql`DROP TABLE IF EXISTS ${tableOf(base)}`);
  };
  return {
    abandon,
    async settle(scan) {
      if (!scan.plain || !(await reading)) {
        await abandon();
        return false;
      }
      const { rows } = await database.row<{ rows: number }>(
        sql`SELECT count(*)::INTEGER AS rows FROM ${tableOf(base)}`,
      );
      if (rows === scan.lines - dialect.headerRows) return true;
      await abandon();
      return false;
    },
  };
}
