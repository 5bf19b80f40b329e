/** A file of the user as a table of text in DuckDB: what all ways of reading one have in common. */
import { type Database, literal, pathLiteral } from '../database';
import { findColumn } from './detect';
import type { TablePlan } from './plan';
import type { LineEnds } from './scan';
import type { FileState } from './source-file';

export interface SourceTable {
  readonly plan: TablePlan;
  readonly index: number;
  /** The table: c0, c1, ... in the order of the file's columns, and what was asked to be computed of them. */
  readonly data: string;
  /**
   * SQL over the table's columns and `row`, its rowid: the line where a row begins, its raw text, and a note where its bytes did
   * not fit the encoding.
   */
  readonly line: string;
  readonly raw: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly state: FileState;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly lineEnds: LineEnds;
  /** Data rows, those included that were rejected when the file was cut into rows. */
  readonly rows: number;
  readonly blankLines: number;
  readonly trimmed: number;
  /** Nothing but a name: no header, no row. */
  readonly isEmpty: boolean;
}

/** What is known before the file is read. */
export type TableBase = Pick<SourceTable, 'plan' | 'index' | 'data' | 'state'>;

/** SQL of columns that are computed while a file is read (<sql> AS <name>), from the names of its columns. */
export type ComputeColumns = (columns: readonly string[]) => readonly string[];

export interface ReadContext {
  readonly database: Database;
  /** For files that only live while the import does. */
  readonly temporary: string;
  /** Told how many bytes more of the file have been looked at. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** The name that a column has in the table; null where the file has no such column. */
export function columnOf(table: Pick<SourceTable, 'columns'>, name: string | null): string | null {
  if (name === null) return null;
  const position = findColumn(table.columns, name);
  return position === -1 ? null : `c${position}`;
}

/** Names of the table's columns of text. */
export const textColumns = (fields: number): string[] => Array.from({ length: fields }, (_, index) => `c${index}`);

/** All columns, and those that are computed. */
export const selection = (computed: readonly string[]): string => ['*', ...computed].join(', ');

export function readCsvSql(file: string, delimiter: string, skip: number, columns: readonly string[]): string {
  const types = columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
  // new_line is never given: with '\r\n' (or '\n' over CRLF) and skip, DuckDB 1.5 answers no rows and no error.
  return (
    `read_csv(${pathLiteral(file)}, auto_detect = false, header = false, skip = ${skip}, delim = ${literal(delimiter)}, ` +
    `quote = '', escape = '', strict_mode = true, null_padding = false, compression = 'none', columns = {${types}})`
  );
}

/** The raw text of a row that is nothing but its fields and delimiters. */
export function joinedSql(fields: number, delimiter: string): string {
  return textColumns(fields)
    .map((column) => `coalesce(${column}, '')`)
    .join(` || ${literal(delimiter)} || `);
}
