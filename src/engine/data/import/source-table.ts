/** A file of the user as a table of text in DuckDB: what all ways of reading one have in common. */
import { type Database, literal, pathLiteral } from '../database';
import { findColumn } from './detect';
import type { TablePlan } from './plan';
import type { LineEnds } from './scan';
import type { FileState } from './source-file';

export interface SourceTable {
  readonly plan: TablePlan;
  /** The view, and the position among the files. */
  readonly view: string;
  readonly index: number;
  /** SQL of a row's raw text. To be asked of few rows: it is no column of the view, lest it be made for all. */
  readonly raw: string;
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
export type TableBase = Pick<SourceTable, 'plan' | 'index' | 'view' | 'state'>;

export interface ReadContext {
  readonly database: Database;
  /** For files that only live while the import does. */
  readonly temporary: string;
  /** Told how many bytes more of the file have been looked at. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** The name that a column has in the view; null where the file has no such column. */
export function columnOf(table: SourceTable, name: string | null): string | null {
  if (name === null) return null;
  const position = findColumn(table.columns, name);
  return position === -1 ? null : `c${position}`;
}

/** Names of the columns of a view. */
export const textColumns = (fields: number): string[] => Array.from({ length: fields }, (_, index) => `c${index}`);

export function readCsvSql(file: string, delimiter: string, skip: number, columns: readonly string[]): string {
  const types = columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
  // new_line is never given: with '\r\n' (or '\n' over CRLF) and skip, DuckDB 1.5 answers no rows and no error.
  return (
    `read_csv(${pathLiteral(file)}, auto_detect = false, header = false, skip = ${skip}, delim = ${literal(delimiter)}, ` +
    `quote = '', escape = '', strict_mode = true, null_padding = false, compression = 'none', columns = {${types}})`
  );
}

/** The raw text of a row: as it was given, or its fields parted by the delimiter. */
export function rawSql(columns: readonly string[], delimiter: string): string {
  const joined = columns.map((column) => `coalesce(${column}, '')`).join(` || ${literal(delimiter)} || `);
  return `coalesce(given, ${joined})`;
}
