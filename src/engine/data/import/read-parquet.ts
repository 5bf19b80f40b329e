/** Parquet files, which need no cutting: their values as text, as if they had stood in a CSV file. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import { identifier, pathLiteral } from '../database';
import { requireColumns } from './detect';
import { scanFile } from './scan';
import {
  type ComputeColumns,
  joinedSql,
  type ReadContext,
  selection,
  type SourceTable,
  type TableBase,
} from './source-table';

export async function readParquet(
  context: ReadContext,
  base: TableBase,
  compute: ComputeColumns,
): Promise<SourceTable> {
  const { database } = context;
  const { plan, state } = base;
  const source = `read_parquet(${pathLiteral(plan.path)})`;
  let names: string[];
  try {
    names = (await database.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${source}`)).map(
      (column) => column.column_name,
    );
  } catch (thrown) {
    throw new ShelfwiseError('bad-data', say('import.not-parquet', { file: plan.path }), { cause: thrown });
  }
  requireColumns(plan, names);
  const values = names.map((name, column) => `nullif(trim(CAST(${identifier(name)} AS VARCHAR)), '') AS c${column}`);
  await database.run(
    `CREATE TABLE ${base.data} AS SELECT ${selection(compute(names))} FROM (SELECT ${values.join(', ')} FROM ${source})`,
  );
  const { rows } = await database.row<{ rows: number }>(`SELECT count(*)::INTEGER AS rows FROM ${base.data}`);
  const scan = await scanFile(plan.path, state.bytes, { delimiter: ',', fields: 1 }, context);
  return {
    ...base,
    columns: names,
    line: 'row + 1',
    raw: joinedSql(names.length, ','),
    note: 'NULL::VARCHAR',
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
