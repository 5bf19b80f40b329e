/** Reads the two files in which our own passes write rows (row-output.ts), as the table of a file and as its issues. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { identifier, joined, type Sql, sql } from '../../storage/database/sql';
import { openWriter } from '../../storage/files';
import { type RowOutput, unescapeSql } from './row-output';
import { type FileBase, readCsv, type ReadContext, selection, tableOf, textColumns } from './source-table';

/** The outputs of a pass: good rows, and rejected ones. */
interface RowOutputs {
  readonly rows: RowOutput;
  readonly rejected: RowOutput;
}

export interface PassedRows {
  /** Fields of the table. */
  readonly fields: number;
  /** Number of good and rejected rows. */
  readonly rows: number;
  /** Whether any value contains an escape. */
  readonly escaped: boolean;
}

/**
 * Runs a pass and reads what it wrote.
 * @param pass calls `flush` from time to time, which empties its outputs
 * @throws ShelfwiseError `internal` if a row was lost
 */
export async function rowsTable<Passed extends PassedRows>(
  { database, temporary }: ReadContext,
  base: FileBase,
  outputs: RowOutputs,
  computed: (passed: Passed) => readonly Sql[],
  pass: (flush: () => Promise<void>) => Promise<Passed>,
): Promise<Passed> {
  const rowsFile = path.join(temporary, `${base.data}.rows`);
  const rejectedFile = path.join(temporary, `${base.data}.rejected`);
  const passed = await written(outputs, rowsFile, rejectedFile, pass);
  const columns = textColumns(passed.fields);
  const clean = (column: string): Sql => (passed.escaped ? unescapeSql(identifier(column)) : identifier(column));
  const values = joined([...columns, 'given'].map((column) => sql`${clean(column)} AS ${identifier(column)}`));
  const rows = readCsv(rowsFile, '\x1f', 0, ['line', ...columns, 'given', 'note']);
  await database.run(
    sql`CREATE TABLE ${tableOf(base)} AS SELECT ${selection(computed(passed))} FROM (SELECT line::BIGINT AS line, ${values}, note FROM ${rows})`,
  );
  const rejected = await database.run(
    sql`INSERT INTO issues SELECT ${base.index}, line::BIGINT, NULL, true, reason, coalesce(${clean('raw')}, '')
      FROM ${readCsv(rejectedFile, '\x1f', 0, ['line', 'reason', 'raw'])}`,
  );
  // Not by counting the issues of this file: another file may get some meanwhile, and DuckDB plans a query by the rows that existed before it runs.
  const kept = await database.row<{ rows: number }>(sql`SELECT count(*)::INTEGER AS rows FROM ${tableOf(base)}`);
  const arrived = kept.rows + rejected;
  if (arrived !== passed.rows)
    throw new ShelfwiseError('internal', say('import.rows-lost', { file: base.plan.file, rows: passed.rows, arrived }));
  await Promise.all([fs.rm(rowsFile), fs.rm(rejectedFile)]);
  return passed;
}

async function written<Passed>(
  outputs: RowOutputs,
  rowsFile: string,
  rejectedFile: string,
  pass: (flush: () => Promise<void>) => Promise<Passed>,
): Promise<Passed> {
  const rows = await openWriter(rowsFile);
  const rejected = await openWriter(rejectedFile);
  const flush = async (): Promise<void> => {
    await rows.write(outputs.rows.bytes.subarray(0, outputs.rows.length));
    await rejected.write(outputs.rejected.bytes.subarray(0, outputs.rejected.length));
    outputs.rows.length = outputs.rejected.length = 0;
  };
  try {
    const passed = await pass(flush);
    await flush();
    return passed;
  } finally {
    await Promise.all([rows.close(), rejected.close()]);
  }
}
