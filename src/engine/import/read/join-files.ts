/** Joins the files of a table by column name, so that parts may differ in order, delimiter and columns. */
import type { Database } from '../../storage/database/database';
import { identifier, joined, literal, literals, type Sql, sql } from '../../storage/database/sql';
import { type TablePlan, usedColumns } from '../layouts/import-plan';
import {
  columnKeys,
  type ComputeColumns,
  following,
  joinedFields,
  selection,
  type SourceFile,
  type SourceTable,
  tableOf,
  textColumn,
} from './source-table';

/** Files read in one statement: DuckDB nests them when binding. */
const FILES_AT_ONCE = 100;

/** The table's column for each field of a file; null for a field without a name. */
export const ownFields = ({ fields, columns }: SourceFile): (number | null)[] =>
  Array.from({ length: fields }, (_, field) => (field < columns.length ? field : null));

/** A table of one file is the file's own table. */
export function tableOfFile(plan: TablePlan, index: number, file: SourceFile): SourceTable {
  const { data, line, given, note, columns, isEmpty } = file;
  const joinedText = isEmpty ? sql`NULL` : joinedFields(ownFields(file), file.between);
  const raw = sql`coalesce(${given}, ${joinedText})`;
  return { plan, index, data, file: sql`${file.index}`, line, raw, note, columns, files: [file], isEmpty };
}

/**
 * Copies the rows of all files into one table, in the order of the files and of the rows in each, and drops the tables of the files. A column that a
 * file lacks is empty in its rows, unless its folders give a value.
 * @param evenEmpty makes a table without rows if no file has a header
 */
export async function joinFiles(
  database: Database,
  plan: TablePlan,
  index: number,
  files: readonly SourceFile[],
  compute: ComputeColumns,
  evenEmpty = false,
): Promise<SourceTable> {
  const used = files.filter(({ isEmpty }) => !isEmpty);
  const data = `table_${index}`;
  const absent = { line: sql`NULL`, raw: sql`NULL`, note: sql`NULL`, columns: [], isEmpty: true };
  if (used.length === 0 && !evenEmpty) return { plan, index, data, file: sql`NULL`, files, ...absent };
  const names = new Map<string, string>();
  for (const { columns, plan: of } of used)
    for (const all of [columns, Object.keys(of.partition ?? {})])
      columnKeys(all).forEach((key, at) => names.set(key, names.get(key) ?? all[at]!));
  if (used.length === 0) for (const name of usedColumns(plan)) names.set(name, name);
  const keys = [...names.keys()];
  const columns = [...names.values()];
  const rowsOf = (file: SourceFile): Sql => {
    const own = columnKeys(file.columns);
    const ofFolders = Object.entries(file.plan.partition ?? {});
    const folderKeys = columnKeys(ofFolders.map(([key]) => key));
    const values = keys.map((key, at) => {
      const place = own.indexOf(key);
      const ofFolder = ofFolders[folderKeys.indexOf(key)]?.[1] ?? null;
      const value = place !== -1 ? textColumn(place) : ofFolder === null ? sql`NULL::VARCHAR` : literal(ofFolder);
      return sql`${value} AS ${textColumn(at)}`;
    });
    return sql`SELECT ${file.index}::INTEGER AS file, (${file.line})::BIGINT AS line, ${file.given} AS given, ${file.note} AS note${following(values)}
      FROM (SELECT rowid AS row, * FROM ${tableOf(file)})`;
  };
  const computed = compute(columns);
  if (used.length === 0) {
    const none = columns.map((_, at) => sql`NULL::VARCHAR AS ${textColumn(at)}`);
    await database.run(sql`
      CREATE TABLE ${identifier(data)} AS SELECT ${selection(computed)} FROM (
        SELECT NULL::INTEGER AS file, NULL::BIGINT AS line, NULL::VARCHAR AS given, NULL::VARCHAR AS note${following(none)}) WHERE false`);
  }
  for (let from = 0; from < used.length; from += FILES_AT_ONCE) {
    const some = used.slice(from, from + FILES_AT_ONCE);
    const rows = sql`SELECT ${selection(computed)} FROM (${joined(some.map(rowsOf), sql` UNION ALL `)})`;
    const into = from === 0 ? sql`CREATE TABLE ${identifier(data)} AS` : sql`INSERT INTO ${identifier(data)}`;
    await database.run(sql`${into} ${rows}`);
    for (const file of some) await database.run(sql`DROP TABLE ${tableOf(file)}`);
  }
  const raw = used.length === 0 ? sql`given` : sql`coalesce(given, ${rawOf(used, keys)})`;
  const of = { file: sql`file`, line: sql`line`, raw, note: sql`note` };
  return { plan, index, data, ...of, columns, files, isEmpty: false };
}

/** The raw text of rows that is just their fields; files with the same order of columns share one expression. */
function rawOf(files: readonly SourceFile[], keys: readonly string[]): Sql {
  const shapes = new Map<string, { text: Sql; files: number[] }>();
  for (const file of files) {
    const own = columnKeys(file.columns);
    const fields = ownFields(file).map((field) => (field === null ? null : keys.indexOf(own[field]!)));
    const name = JSON.stringify([file.between, fields]);
    const shape = shapes.get(name) ?? { text: joinedFields(fields, file.between), files: [] };
    shape.files.push(file.index);
    shapes.set(name, shape);
  }
  const all = [...shapes.values()];
  if (all.length === 1) return all[0]!.text;
  const cases = all.map(({ text, files: own }) => sql`WHEN file IN (${literals(own)}) THEN ${text}`);
  return sql`CASE ${joined(cases, sql` `)} END`;
}
