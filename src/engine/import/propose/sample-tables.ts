/** Samples the beginnings of a folder's tables, column by column: enough to guess their roles, whatever their size. */
import * as path from 'node:path';
import { ShelfwiseError } from '../../../shared/errors';
import { MOST_SHEETS_SHOWN, MOST_WORKBOOK_BYTES } from '../../../shared/limits';
import { withDatabase } from '../../storage/database/database';
import { readParquetFile } from '../../storage/database/parquet';
import { identifier, joined, sql } from '../../storage/database/sql';
import { beginningOfCompressed, isCompressed, uncompressedName } from '../read/compressed';
import { guessEncoding, MOST_COLUMNS, readRows } from '../read/detect';
import { decodeBeginning } from '../read/encoding';
import { formatOf } from '../layouts/file-format';
import { DELIMITED } from '../layouts/import-plan';
import { fileState, readBeginning } from '../read/source-file';
import { withWorkbook } from '../read/workbook/with-workbook';

export interface SampledColumn {
  /** As in the header; its number from 1 in a file without one. */
  readonly name: string;
  /** Non-empty values, in the order of the rows. */
  readonly values: readonly string[];
  readonly distinct: ReadonlySet<string>;
  readonly isNumber: boolean;
  readonly isTime: boolean;
  /** Whether nearly every row has a value, and each another one. */
  readonly isKey: boolean;
}

interface SampledSheet {
  readonly name: string;
  /** Whether it is read if a mapping names no sheet. */
  readonly isFirst: boolean;
}

export interface SampledTable {
  readonly file: string;
  /** The sheet of a workbook that this is. */
  readonly sheet?: SampledSheet;
  readonly bytes: number;
  /** Rows of the sample. */
  readonly rows: number;
  readonly columns: readonly SampledColumn[];
  /** The first rows, one text per column. */
  readonly firstRows: readonly (readonly string[])[];
}

/** Number of rows in `firstRows`. */
const FIRST_ROWS = 5;
const MOST_FILES = 40;
const MOST_BYTES = 512 * 1024;
const MOST_ROWS = 5000;
/** Characters of a cell: enough to tell what it is. */
const LONGEST = 1000;
/** Share of the values that must match, as real files have dirt. */
const NEARLY_ALL = 0.95;
/** Lower for keys, as a title may have several rows of metadata. */
const KEY_SHARE = 0.8;

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const CALENDAR = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ]|$)/;
/** YYYYMMDD with or without a time of day, and what a spreadsheet appends to it. */
const COMPACT = /^(19[7-9]|20\d)\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])?(\d{4})?(\.0)?$/;
/** Seconds since 1970 from 2001 on, or milliseconds. */
const EPOCH = /^[1-4]\d{9}(\d{3})?(\.\d+)?$/;

const isNumber = (value: string): boolean => NUMBER.test(value);
const isTime = (value: string): boolean => CALENDAR.test(value) || COMPACT.test(value) || EPOCH.test(value);

/** A workbook stores the shared texts before the cells that refer to them. */
const WORKBOOK_LIMITS = { bytes: MOST_WORKBOOK_BYTES, inflated: 64 * 1_048_576 };

/** The largest tables of a folder, with each sheet of a workbook as one; omits what is no table. */
export async function sampleTables(
  folder: string,
  files: readonly string[],
  signal?: AbortSignal,
): Promise<SampledTable[]> {
  const tables = files.filter((file) => /\.(csv|tsv|txt|dat|parquet|pq|xlsx)$/i.test(uncompressedName(file)));
  const sized = await Promise.all(tables.map((file) => sizeOf(folder, file).catch(unreadable)));
  const largest = sized
    .filter((file) => file !== null)
    .toSorted((left, right) => right.bytes - left.bytes)
    .slice(0, MOST_FILES);
  const sampled: SampledTable[] = [];
  for (const { file, bytes } of largest) {
    for (const { rows, ...sheet } of (await beginningsOf(path.join(folder, file), signal).catch(unreadable)) ?? []) {
      const columns = columnsOf(rows, sheet.sheet !== undefined);
      if (columns !== null) sampled.push({ file, ...sheet, bytes, ...columns });
    }
  }
  return sampled;
}

/** The first rows of a table, or of each sheet of a workbook. */
async function beginningsOf(
  file: string,
  signal: AbortSignal | undefined,
): Promise<{ sheet?: SampledSheet; rows: string[][] }[]> {
  const { kind } = formatOf(file);
  if (kind === 'parquet') return [{ rows: await parquetRows(file) }];
  // Only the import unpacks a compressed workbook.
  if (kind === 'xlsx') return isCompressed(file) ? [] : sheetRows(file, signal);
  return [{ rows: await textRows(file) }];
}

const sheetRows = (
  file: string,
  signal: AbortSignal | undefined,
): Promise<{ sheet: SampledSheet; rows: string[][] }[]> =>
  withWorkbook(file, { limits: WORKBOOK_LIMITS, longestCell: LONGEST, signal }, async (workbook) => {
    const sheets = [];
    for (const [place, sheet] of workbook.sheets.slice(0, MOST_SHEETS_SHOWN).entries()) {
      const rows: string[][] = [];
      await workbook.rows(sheet, ({ cells }) => {
        const width = rows[0]?.length ?? cells.length;
        // The import refuses it as well.
        if (width > MOST_COLUMNS) return false;
        // One cell beyond the header shows that a row does not fit.
        rows.push(cells.slice(0, width + 1));
        return rows.length <= MOST_ROWS;
      });
      sheets.push({ sheet: { name: sheet.name, isFirst: place === 0 }, rows });
    }
    return sheets;
  });

const sizeOf = async (folder: string, file: string): Promise<{ file: string; bytes: number }> => ({
  file,
  bytes: (await fileState(path.join(folder, file))).bytes,
});

/** The import reports an unreadable file, not the guess. */
function unreadable(thrown: unknown): null {
  if (thrown instanceof ShelfwiseError && thrown.code !== 'stopped') return null;
  throw thrown;
}

async function textRows(file: string): Promise<string[][]> {
  const beginning = await (isCompressed(file) ? beginningOfCompressed : readBeginning)(file, MOST_BYTES);
  const text = decodeBeginning(beginning, guessEncoding(beginning));
  // The number of rows with the width of the first, if it has more than one field.
  const fitting = (rows: readonly string[][]): number =>
    rows.length === 0 || rows[0]!.length < 2 ? 0 : rows.filter((row) => row.length === rows[0]!.length).length;
  const delimiter = DELIMITED.kind === 'text' ? DELIMITED.delimiters : [];
  const [best] = delimiter
    .map((sign) => ({ sign, fits: fitting(readRows(text, sign, true, 50)) }))
    .toSorted((left, right) => right.fits - left.fits);
  return best === undefined || best.fits === 0 ? [] : readRows(text, best.sign, true, MOST_ROWS + 1);
}

const parquetRows = (file: string): Promise<string[][]> =>
  withDatabase({ reads: [file] }, async (database) => {
    const source = readParquetFile(file);
    const names = (await database.describe(sql`FROM ${source}`)).map(({ name }) => name);
    const texts = names.map(
      (name, column) =>
        sql`coalesce(left(CAST(${identifier(name)} AS VARCHAR), ${LONGEST}), '') AS ${identifier(`c${column}`)}`,
    );
    const rows = await database.rows<Record<string, string>>(
      sql`SELECT ${joined(texts)} FROM ${source} LIMIT ${MOST_ROWS}`,
    );
    return [names, ...rows.map((row) => names.map((_, column) => row[`c${column}`]!))];
  });

/** @param ofSheet the file omits empty cells at the end of a row, so a short row fits. Filling them would take unbounded memory */
function columnsOf(
  rows: readonly string[][],
  ofSheet: boolean,
): Pick<SampledTable, 'rows' | 'columns' | 'firstRows'> | null {
  const first = (rows[0] ?? []).map((name) => name.trim());
  const below = rows.slice(1).filter(({ length }) => length === first.length || (ofSheet && length < first.length));
  if (first.length < 2 || below.length < 2) return null;
  const hasHeader = first.every(
    (name, column) => !isNumber(name) && !isTime(name) && !below.some((row) => textAt(row, column) === name),
  );
  // The import takes a first row with such a number for a header.
  if (!hasHeader && first.some((value) => /^\d+$/.test(value) && Number(value) <= first.length)) return null;
  const names = hasHeader ? first.map((name) => name.toLowerCase()) : [];
  const data = hasHeader ? below : [first, ...below];
  // A mapping cannot name a column without a unique name.
  const isNamed = (name: string): boolean =>
    !hasHeader || (name !== '' && names.indexOf(name.toLowerCase()) === names.lastIndexOf(name.toLowerCase()));
  const named = first.flatMap((name, column) => (isNamed(name) ? [column] : []));
  return {
    rows: data.length,
    columns: named.map((column) => columnOf(hasHeader ? first[column]! : String(column + 1), data, column)),
    firstRows: data.slice(0, FIRST_ROWS).map((row) => named.map((column) => textAt(row, column))),
  };
}

const textAt = (row: readonly string[], column: number): string => (row[column] ?? '').trim();

function columnOf(name: string, rows: readonly string[][], column: number): SampledColumn {
  const values = rows.map((row) => textAt(row, column)).filter((value) => value !== '');
  const distinct = new Set(values);
  const nearlyAll = (fits: (value: string) => boolean): boolean =>
    values.length > 0 && values.filter(fits).length >= NEARLY_ALL * values.length;
  return {
    name,
    values,
    distinct,
    isNumber: nearlyAll(isNumber),
    isTime: nearlyAll(isTime),
    isKey: values.length >= NEARLY_ALL * rows.length && distinct.size >= KEY_SHARE * rows.length,
  };
}
