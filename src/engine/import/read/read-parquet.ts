/** Reads Parquet files, which need no cutting: their values become texts, as in a CSV file. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { isRefusedByDuckdb } from '../../storage/database/failures';
import { readParquetFile } from '../../storage/database/parquet';
import { identifier, joined, sql } from '../../storage/database/sql';
import { requireColumns } from './detect';
import { scanFile } from './scan';
import {
  type ComputeColumns,
  type ReadContext,
  selection,
  type SourceFile,
  type FileBase,
  tableOf,
  textColumn,
} from './source-table';

export async function readParquet(context: ReadContext, base: FileBase, compute: ComputeColumns): Promise<SourceFile> {
  const { database } = context;
  const { plan, text } = base;
  const source = readParquetFile(text.path);
  const whole = async <Result>(read: () => Promise<Result>): Promise<Result> => {
    try {
      return await read();
    } catch (thrown) {
      if (!isRefusedByDuckdb(thrown)) throw thrown;
      throw new ShelfwiseError('bad-data', say('import.not-parquet', { file: plan.path }), { cause: thrown });
    }
  };
  const names = (await whole(() => database.describe(sql`FROM ${source}`))).map(({ name }) => name);
  requireColumns(plan, names);
  const values = names.map(
    (name, column) => sql`nullif(trim(CAST(${identifier(name)} AS VARCHAR)), '') AS ${textColumn(column)}`,
  );
  // A damaged body shows only when it is read.
  await whole(() =>
    database.run(
      sql`CREATE TABLE ${tableOf(base)} AS SELECT ${selection(compute(names))} FROM (SELECT ${joined(values)} FROM ${source})`,
    ),
  );
  const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*)::INTEGER AS rows FROM ${tableOf(base)}`);
  const scan = await scanFile(text.path, text.bytes, { delimiter: ',', fields: 1 }, context);
  return {
    ...base,
    columns: names,
    line: sql`row + 1`,
    given: sql`NULL::VARCHAR`,
    fields: names.length,
    between: ',',
    note: sql`NULL::VARCHAR`,
    sha256: scan.sha256,
    encoding: 'parquet',
    delimiter: '',
    lineEnds: 'none',
    rows,
    blankLines: 0,
    trimmed: 0,
    isEmpty: false,
  };
}
