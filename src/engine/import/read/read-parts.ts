/**
 * Reads parts of a table that are plain and alike: DuckDB reads them into one table at once, while our own scan examines their bytes. Reading them
 * one by one and copying them into one table takes up to twice as long.
 */
import { ShelfwiseError } from '../../../shared/errors';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { identifier, literals, type Sql, sql } from '../../storage/database/sql';
import { filePlan, type TablePlan } from '../layouts/import-plan';
import { isCompressed } from './compressed';
import { detectDialect, type Dialect } from './detect';
import { ownFields } from './join-files';
import { beginStatement, isNothing, looksPlain, plainFile } from './read-plain';
import { type Scan, scanFile } from './scan';
import { fileState, readBeginning } from './source-file';
import {
  columnKeys,
  type ComputeColumns,
  type FileBase,
  joinedFields,
  readAlike,
  type ReadContext,
  selection,
  type SourceFile,
  type SourceTable,
  textColumns,
} from './source-table';

/** Parts whose beginnings look plain, and which share one dialect. */
export interface PlainParts {
  readonly bases: readonly FileBase[];
  readonly dialect: Dialect;
}

/**
 * The parts of a table, if no part's beginning suggests that it is not plain, and all have the same columns in the same order.
 * @param length of a beginning, bytes
 * @returns null if they have to be read one by one, which also reports what is wrong with one
 * @throws ShelfwiseError `stopped`
 */
export async function findPlainParts(
  plan: TablePlan,
  firstFile: number,
  length: number,
  signal?: AbortSignal,
): Promise<PlainParts | null> {
  const bases: FileBase[] = [];
  let first: Dialect | null = null;
  for (const [place, part] of plan.parts.entries()) {
    throwIfStopped(signal);
    const { format, file, partition = {} } = part;
    if (format.kind !== 'text' || isCompressed(file) || Object.keys(partition).length > 0) return null;
    const own = filePlan(plan, part);
    try {
      const state = await fileState(part.path);
      const beginning = await readBeginning(part.path, length);
      const dialect = detectDialect({ ...own, format }, beginning);
      if (isNothing(beginning) || !looksPlain(beginning, dialect)) return null;
      first ??= dialect;
      if (formOf(dialect) !== formOf(first)) return null;
      const index = firstFile + place;
      const text = { path: part.path, bytes: state.bytes };
      bases.push({ plan: own, index, data: `source_${index}`, state, text });
    } catch (thrown) {
      if (thrown instanceof ShelfwiseError) return null;
      throw thrown;
    }
  }
  return first && { bases, dialect: first };
}

const formOf = ({ delimiter, fields, headerRows, columns }: Dialect): string =>
  JSON.stringify([delimiter, fields, headerRows, columnKeys(columns)]);

/**
 * @param index of the table
 * @returns null if a part turns out not to be plain; then nothing is left
 */
export async function readPlainParts(
  context: ReadContext,
  plan: TablePlan,
  index: number,
  { bases, dialect }: PlainParts,
  compute: ComputeColumns,
): Promise<SourceTable | null> {
  const { columns, delimiter, fields, headerRows } = dialect;
  const data = `table_${index}`;
  const table = identifier(data);
  const paths = bases.map(({ text }) => text.path);
  const rows = readAlike(paths, delimiter, headerRows, textColumns(fields));
  const reading = beginStatement(
    context,
    sql`CREATE TABLE ${table} AS SELECT ${selection([sql`file_index::INTEGER AS file`, ...compute(columns)])} FROM ${rows}`,
    table,
  );
  const files: SourceFile[] = [];
  try {
    for (const base of bases) {
      const scan: Scan = await scanFile(base.text.path, base.text.bytes, dialect, context);
      if (!scan.plain) break;
      files.push(plainFile(base, dialect, scan));
    }
  } catch (thrown) {
    await reading.abandon();
    throw thrown;
  }
  const begins = files.map((_, place) => files.slice(0, place).reduce((sum, file) => sum + file.rows, 0));
  if (files.length < bases.length || !(await reading.isDone) || !(await haveAll(context, table, files, begins))) {
    await reading.abandon();
    return null;
  }
  return {
    plan,
    index,
    data,
    file: sql`file + ${bases[0]!.index}`,
    // The rows of a part are consecutive, in the order of the part.
    line: sql`row - [${literals(begins)}][file + 1] + ${1 + headerRows}`,
    raw: joinedFields(ownFields(files[0]!), delimiter),
    note: sql`NULL::VARCHAR`,
    columns,
    files,
    isEmpty: false,
  };
}

/** Whether the table has each row of each file in its expected place. */
async function haveAll(
  { database }: ReadContext,
  table: Sql,
  files: readonly SourceFile[],
  begins: readonly number[],
): Promise<boolean> {
  const found = await database.rows<{ file: number; rows: number; first: number; last: number }>(
    sql`SELECT file, count(*)::INTEGER AS rows, min(rowid)::DOUBLE AS first, max(rowid)::DOUBLE AS last FROM ${table} GROUP BY file`,
  );
  const byPlace = new Map(found.map((one) => [one.file, one]));
  return files.every(({ rows }, place) => {
    const own = byPlace.get(place);
    if (own === undefined) return rows === 0;
    return own.rows === rows && own.first === begins[place] && own.last === own.first + rows - 1;
  });
}
