/** The user's files as tables of text in DuckDB: what all ways of reading share. */
import type { Database } from '../../storage/database/database';
import { identifier, joined, literal, nothing, path, type Sql, sql } from '../../storage/database/sql';
import { findColumn } from './detect';
import type { FilePlan, TablePlan } from '../layouts/import-plan';
import type { LineEnds } from './scan';
import type { FileState } from './source-file';

/** A file as read; `data` is its table until it becomes part of another one. */
export interface SourceFile {
  readonly plan: FilePlan;
  /** Its number among all files of the import. */
  readonly index: number;
  /** The table: c0, c1, ... in the order of the file's columns, and the computed columns. */
  readonly data: string;
  /**
   * SQL over the table's columns and `row`, its rowid: the line where a row begins, its raw text if that is more than its fields, and a note if its
   * bytes did not fit the encoding.
   */
  readonly line: Sql;
  readonly given: Sql;
  readonly note: Sql;
  readonly columns: readonly string[];
  /** Fields per row, and their separator in its raw text. */
  readonly fields: number;
  readonly between: string;
  readonly state: FileState;
  readonly text: TextOfFile;
  /** The sheet of a workbook that was read. */
  readonly sheet?: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly lineEnds: LineEnds;
  /** Data rows, including those rejected when the file was cut into rows. */
  readonly rows: number;
  readonly blankLines: number;
  readonly trimmed: number;
  /** Whether there is no content: no header, no row. */
  readonly isEmpty: boolean;
}

/** A table of the folder: one file, or all of its parts together. */
export interface SourceTable {
  readonly plan: TablePlan;
  /** Its number among all tables. */
  readonly index: number;
  /** The table in DuckDB: c0, c1, ... in the order of `columns`, and the computed columns. */
  readonly data: string;
  /** SQL over the table's columns and `row`: the number of a row's file, then as for a file. */
  readonly file: Sql;
  readonly line: Sql;
  readonly raw: Sql;
  readonly note: Sql;
  readonly columns: readonly string[];
  readonly files: readonly SourceFile[];
  /** Whether none of its files has a header. */
  readonly isEmpty: boolean;
}

/** Where to read a file's text: the file itself, or the unpacked copy of a compressed one. */
interface TextOfFile {
  readonly path: string;
  readonly bytes: number;
}

/** What is known before the file is read. */
export type FileBase = Pick<SourceFile, 'plan' | 'index' | 'data' | 'state' | 'text'>;

/** SQL of columns to compute while a file is read (<sql> AS <name>), from the names of its columns. */
export type ComputeColumns = (columns: readonly string[]) => readonly Sql[];

export interface ReadContext {
  readonly database: Database;
  /** For files that live only during the import. */
  readonly temporary: string;
  /** Called with the number of further bytes of the file that have been read. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** The table's column for a column of the file; null if the file has no such column. */
export function columnOf(table: Pick<SourceTable, 'columns'>, name: string | null): Sql | null {
  const position = name === null ? -1 : findColumn(table.columns, name);
  return position === -1 ? null : textColumn(position);
}

/** A text column of the table. */
export const textColumn = (index: number): Sql => identifier(`c${index}`);

/** Names of the table's text columns. */
export const textColumns = (fields: number): string[] => Array.from({ length: fields }, (_, index) => `c${index}`);

/** SQL identifier of an import's table for a file. */
export const tableOf = ({ data }: Pick<SourceTable, 'data'>): Sql => identifier(data);

/** Each part after a comma: what follows a first column. */
export const following = (parts: readonly Sql[]): Sql => (parts.length === 0 ? nothing : sql`, ${joined(parts)}`);

/** All columns, and the computed ones. */
export const selection = (computed: readonly Sql[]): Sql => sql`*${following(computed)}`;

/** A text file without quotes as a table of texts; nothing is guessed. */
export const readCsv = (file: string, delimiter: string, skip: number, columns: readonly string[]): Sql =>
  readAlike([file], delimiter, skip, columns);

/** Several of them, one after another; file_index is the index of a row's file. */
export function readAlike(files: readonly string[], delimiter: string, skip: number, columns: readonly string[]): Sql {
  const types = joined(columns.map((column) => sql`${literal(column)}: 'VARCHAR'`));
  // new_line is never given: with '\r\n' (or '\n' over CRLF) and skip, DuckDB 1.5 answers no rows and no error.
  return sql`read_csv([${joined(files.map(path))}], auto_detect = false, header = false, skip = ${skip}, delim = ${literal(delimiter)},
    quote = '', escape = '', strict_mode = true, null_padding = false, compression = 'none', columns = {${types}},
    hive_partitioning = false, union_by_name = false, filename = false)`;
}

/**
 * The raw text of a row that is just its fields and delimiters. @param columns the table's column for each field; null for one that is always empty
 */
export function joinedFields(columns: readonly (number | null)[], delimiter: string): Sql {
  const texts = columns.map((column) => (column === null ? sql`''` : sql`coalesce(${textColumn(column)}, '')`));
  // Not by ||, which nests: DuckDB takes no more than a thousand expressions within one another.
  return sql`concat_ws(${literal(delimiter)}, ${joined(texts)})`;
}

/** A key for each column: its name, ignoring case, and how often that name occurs before it. */
export const columnKeys = (columns: readonly string[]): string[] => {
  const names = columns.map((column) => column.trim().toLowerCase());
  return names.map((name, at) => `${name} ${names.slice(0, at).filter((other) => other === name).length}`);
};
