/**
 * A file of the user as a table of text in DuckDB. Plain files are read by DuckDB itself; all others by our own pass first.
 * Each becomes a view with the columns line, given, note, c0, c1, ...; what could not be cut into fields is an issue already.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ShelfwiseError } from '../../../shared/errors';
import { openWriter } from '../../files';
import { type Database, literal, pathLiteral, throwIfStopped } from '../database';
import { detectDialect, type Dialect, findColumn, requireColumns } from './detect';
import { decoderOf, type Encoding } from './encoding';
import type { FileRole, TablePlan } from './plan';
import { unescapeSql } from './row-output';
import { type LineEnds, type Scan, scanFile } from './scan';
import { type FileState, fileState, readBeginning, readPieces } from './source-file';
import { RowSplitter, type SplitCounts } from './split-rows';

const BEGINNING_BYTES = 256 * 1024;

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
  readonly structurallyRejected: number;
  readonly blankLines: number;
  readonly trimmed: number;
  /** Nothing but a name: no header, no row. */
  readonly isEmpty: boolean;
}

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

export async function readTable(context: ReadContext, plan: TablePlan, index: number): Promise<SourceTable> {
  const state = await fileState(plan.path);
  const base = { plan, index, view: `source_${index}`, state };
  if (plan.format.kind === 'parquet') return readParquet(context, base);
  const beginning = await readBeginning(plan.path, BEGINNING_BYTES);
  if (
    beginning
      .toString('latin1')
      .replace(/^(ï»¿|ÿþ|þÿ)/, '')
      .trim() === '' &&
    state.bytes <= BEGINNING_BYTES
  )
    return readEmpty(context, base);
  const dialect = detectDialect({ ...plan, format: plan.format }, beginning);
  const scan = await scanFile(plan.path, state.bytes, dialect, context);
  const table = {
    ...base,
    columns: dialect.columns,
    raw: rawSql(textColumns(dialect.fields), dialect.delimiter),
    sha256: scan.sha256,
    encoding: scan.encoding,
    delimiter: dialect.delimiter,
    isEmpty: false,
  };
  const plainRows = scan.plain ? await readPlain(context, base, dialect, scan) : null;
  if (plainRows !== null)
    return {
      ...table,
      lineEnds: scan.lineEnds,
      rows: plainRows,
      structurallyRejected: 0,
      blankLines: 0,
      trimmed: 0,
    };
  const counts = await readByPass(context, base, dialect, scan);
  return {
    ...table,
    lineEnds: counts.lineEnds,
    rows: counts.rows,
    structurallyRejected: counts.rejected,
    blankLines: counts.blankLines,
    trimmed: counts.trimmed,
  };
}

type Base = Pick<SourceTable, 'plan' | 'index' | 'view' | 'state'>;

const NEEDED_ROLES: readonly FileRole[] = ['history', 'profiles'];

/** @throws ShelfwiseError `bad-data` where the file is one that is needed */
async function readEmpty({ database }: ReadContext, base: Base): Promise<SourceTable> {
  const { plan, state } = base;
  if (NEEDED_ROLES.includes(plan.role))
    throw new ShelfwiseError(
      'bad-data',
      `${plan.path} is empty (${state.bytes} bytes). Export it again, then import the folder.`,
    );
  await database.run(
    `CREATE VIEW ${base.view} AS SELECT 0::BIGINT AS line, NULL::VARCHAR AS given, NULL::VARCHAR AS note WHERE false`,
  );
  const scan = await scanFile(plan.path, state.bytes, { delimiter: ',', fields: 1 });
  return {
    ...base,
    columns: [],
    raw: "''",
    sha256: scan.sha256,
    encoding: scan.encoding,
    delimiter: '',
    lineEnds: scan.lineEnds,
    rows: 0,
    structurallyRejected: 0,
    blankLines: 0,
    trimmed: 0,
    isEmpty: true,
  };
}

const textColumns = (fields: number): string[] => Array.from({ length: fields }, (_, index) => `c${index}`);

function readCsvSql(file: string, delimiter: string, skip: number, columns: readonly string[]): string {
  const types = columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
  // new_line is never given: with '\r\n' (or '\n' over CRLF) and skip, DuckDB 1.5 answers no rows and no error.
  return (
    `read_csv(${pathLiteral(file)}, auto_detect = false, header = false, skip = ${skip}, delim = ${literal(delimiter)}, ` +
    `quote = '', escape = '', strict_mode = true, null_padding = false, compression = 'none', columns = {${types}})`
  );
}

/** The raw text of a row: as it was given, or its fields parted by the delimiter. */
function rawSql(columns: readonly string[], delimiter: string): string {
  const joined = columns.map((column) => `coalesce(${column}, '')`).join(` || ${literal(delimiter)} || `);
  return `coalesce(given, ${joined})`;
}

/** @returns the number of rows, or null where DuckDB did not read what the scan saw */
async function readPlain(context: ReadContext, base: Base, dialect: Dialect, scan: Scan): Promise<number | null> {
  const { database } = context;
  const columns = textColumns(dialect.fields);
  const rows = scan.lines - dialect.headerRows;
  const data = `${base.view}_rows`;
  const headerBytes = dialect.headerRows === 0 ? 0 : await firstLineBytes(base.plan.path, scan.encoding);
  try {
    await database.run(
      `CREATE TABLE ${data} AS SELECT * FROM ${readCsvSql(base.plan.path, dialect.delimiter, dialect.headerRows, columns)}`,
    );
  } catch {
    throwIfStopped(context.signal);
    // Whatever the reason, our own pass says what is wrong with which row.
    return null;
  }
  const seen = await database.row<{ rows: number; bytes: number }>(
    `SELECT count(*)::INTEGER AS rows, (${columns.map((column) => `coalesce(sum(strlen(${column})), 0)`).join(' + ')})::DOUBLE AS bytes FROM ${data}`,
  );
  const bytes = seen.bytes + rows * (dialect.fields - 1);
  if (seen.rows !== rows || bytes !== scan.contentBytes - headerBytes) {
    await database.run(`DROP TABLE ${data}`);
    return null;
  }
  await database.run(
    `CREATE VIEW ${base.view} AS SELECT rowid + ${1 + dialect.headerRows} AS line, ` +
      `NULL::VARCHAR AS given, NULL::VARCHAR AS note, ${columns.join(', ')} FROM ${data}`,
  );
  return rows;
}

async function firstLineBytes(file: string, encoding: Encoding): Promise<number> {
  const beginning = await readBeginning(file, BEGINNING_BYTES);
  const found = beginning.indexOf(0x0a);
  let end = found === -1 ? beginning.length : found;
  if (end > 0 && beginning[end - 1] === 0x0d) end--;
  return end - (encoding === 'utf-8-bom' ? 3 : 0);
}

async function readByPass(context: ReadContext, base: Base, dialect: Dialect, scan: Scan): Promise<SplitCounts> {
  const { database } = context;
  const rowsFile = path.join(context.temporary, `${base.view}.rows`);
  const rejectedFile = path.join(context.temporary, `${base.view}.rejected`);
  const counts = await splitFile(context, base, dialect, scan, { rowsFile, rejectedFile });
  const columns = textColumns(dialect.fields);
  const data = `${base.view}_rows`;
  const all = ['line', ...columns, 'given', 'note'];
  await database.run(
    `CREATE TABLE ${data} AS SELECT line::BIGINT AS line, * EXCLUDE (line) FROM ${readCsvSql(rowsFile, '\x1f', 0, all)}`,
  );
  const clean = (column: string): string => (counts.escaped ? unescapeSql(column) : column);
  const values = columns.map((column) => `${clean(column)} AS ${column}`).join(', ');
  await database.run(
    `CREATE VIEW ${base.view} AS SELECT line, ${clean('given')} AS given, note, ${values} FROM ${data}`,
  );
  await database.run(
    `INSERT INTO issues SELECT ${base.index}, line::BIGINT, NULL, true, reason, coalesce(${clean('raw')}, '') ` +
      `FROM ${readCsvSql(rejectedFile, '\x1f', 0, ['line', 'reason', 'raw'])}`,
  );
  const seen = await database.row<{ rows: number }>(
    `SELECT (count(*) + (SELECT count(*) FROM issues WHERE file = ${base.index}))::INTEGER AS rows FROM ${data}`,
  );
  if (seen.rows !== counts.rows)
    throw new ShelfwiseError(
      'internal',
      `${base.plan.file} has ${counts.rows} rows of which ${seen.rows} arrived. Nothing was imported; please report this.`,
    );
  await Promise.all([fs.rm(rowsFile), fs.rm(rejectedFile)]);
  return counts;
}

async function splitFile(
  context: ReadContext,
  base: Base,
  dialect: Dialect,
  scan: Scan,
  files: { rowsFile: string; rejectedFile: string },
): Promise<SplitCounts> {
  const splitter = new RowSplitter({
    delimiter: dialect.delimiter,
    quoting: dialect.quoting,
    fields: dialect.fields,
    headerRows: dialect.headerRows,
    carriageReturnEnds: scan.lineEnds === 'CR',
    damaged: scan.damaged,
  });
  const decoder = decoderOf(scan.encoding, scan.damaged);
  const rows = await openWriter(files.rowsFile);
  const rejected = await openWriter(files.rejectedFile);
  const flush = async (): Promise<void> => {
    await rows.write(splitter.rows.bytes.subarray(0, splitter.rows.length));
    await rejected.write(splitter.rejected.bytes.subarray(0, splitter.rejected.length));
    splitter.rows.length = splitter.rejected.length = 0;
  };
  try {
    let isFirst = true;
    for await (const piece of readPieces(base.plan.path, base.state.bytes, context.signal)) {
      const decoded = decoder.push(piece);
      splitter.push(isFirst ? withoutMark(decoded) : decoded, false);
      isFirst = false;
      await flush();
    }
    splitter.push(decoder.end(), true);
    await flush();
  } finally {
    await Promise.all([rows.close(), rejected.close()]);
  }
  return splitter.counts;
}

/** Without the byte order mark, which in UTF-8 is EF BB BF whatever the encoding was. */
function withoutMark(decoded: Buffer): Buffer {
  return decoded[0] === 0xef && decoded[1] === 0xbb && decoded[2] === 0xbf ? decoded.subarray(3) : decoded;
}

async function readParquet(context: ReadContext, base: Base): Promise<SourceTable> {
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
  const values = names.map((name, index) => `CAST("${name.replaceAll('"', '""')}" AS VARCHAR) AS t${index}`);
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
    structurallyRejected: 0,
    blankLines: 0,
    trimmed: 0,
    isEmpty: false,
  };
}
