/** Reads Parquet files, which need no cutting: their values become texts, as in a CSV file. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { isRefusedByDuckdb } from '../../storage/database/failures';
import { readParquetFile } from '../../storage/database/parquet';
import { identifier, joined, sql } from '../../storage/database/sql';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { MOST_TIMES_COMPRESSED, mostUnfolded } from './compressed';
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
  await whole(() => refuseSwelling(context, base, names));
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

/**
 * Parquet writes a value that is repeated once, so a file may unfold without end, as one of gzip may. Adds up the bytes of the texts as they are
 * unfolded, and writes nothing.
 * @throws ShelfwiseError `bad-data` if they are more than a table's
 */
async function refuseSwelling(
  { database, signal }: ReadContext,
  { plan, text }: FileBase,
  names: readonly string[],
): Promise<void> {
  const most = mostUnfolded(text.bytes);
  const source = readParquetFile(text.path);
  // Each value takes a byte at least, as between commas.
  const lengths = names.map((name) => sql`coalesce(strlen(CAST(${identifier(name)} AS VARCHAR)), 0)::BIGINT + 1`);
  let bytes = 0;
  await database.forEachChunk(sql`SELECT list_sum([${joined(lengths)}])::DOUBLE AS bytes FROM ${source}`, (chunk) => {
    throwIfStopped(signal);
    for (const length of chunk.getColumnValues(0)) bytes += Number(length);
    if (bytes > most)
      throw new ShelfwiseError(
        'bad-data',
        say('import.parquet-swells', { file: plan.path, times: MOST_TIMES_COMPRESSED }),
      );
  });
}
