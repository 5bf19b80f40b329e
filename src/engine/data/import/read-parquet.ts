/** Parquet files, which need no cutting: their values as text, as if they had stood in a CSV file. */
import { ShelfwiseError } from '../../../shared/errors';
import { identifier, pathLiteral } from '../database';
import { requireColumns } from './detect';
import { scanFile } from './scan';
import { rawSql, type ReadContext, type SourceTable, type TableBase, textColumns } from './source-table';

export async function readParquet(context: ReadContext, base: TableBase): Promise<SourceTable> {
  const { database } = context;
  const { plan, state } = base;
  const source = `read_parquet(${pathLiteral(plan.path)}, file_row_number = true)`;
  let names: string[];
  try {
    names = (await database.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${source}`))
      .map((column) => column.column_name)
      .filter((name) => name !== 'file_row_number');
  } catch (thrown) {
    throw new ShelfwiseError('bad-data', `${plan.path} is not a Parquet file that can be read.`, { cause: thrown });
  }
  requireColumns(plan, names);
  const columns = textColumns(names.length);
  const values = names.map((name, index) => `CAST(${identifier(name)} AS VARCHAR) AS t${index}`);
  await database.run(
    `CREATE TABLE ${base.view}_rows AS SELECT file_row_number AS row, ` +
      `${columns.map((column, index) => `nullif(trim(t${index}), '') AS ${column}`).join(', ')} FROM (SELECT file_row_number, ${values.join(', ')} FROM ${source})`,
  );
  await database.run(
    `CREATE VIEW ${base.view} AS SELECT row + 1 AS line, NULL::VARCHAR AS given, NULL::VARCHAR AS note, ${columns.join(', ')} FROM ${base.view}_rows`,
  );
  const { rows } = await database.row<{ rows: number }>(`SELECT count(*)::INTEGER AS rows FROM ${base.view}_rows`);
  const scan = await scanFile(plan.path, state.bytes, { delimiter: ',', fields: 1 }, context);
  return {
    ...base,
    columns: names,
    raw: rawSql(columns, ','),
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
