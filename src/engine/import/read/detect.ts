/** Detects the delimiter, the header and the number of fields from the beginning of a file. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { nearest } from '../../../shared/values/suggest';
import { decodeBeginning, type Encoding, EncodingEvidence, encodingOfBeginning } from './encoding';
import { columnToAdd } from '../layouts/column-words';
import { type FileFormat, type FilePlan, neededColumns, usedColumns } from '../layouts/import-plan';
import { RowParser } from './parse-row';
import { CARRIAGE_RETURN, fieldsOf, LINE_FEED, RowOutput } from './row-output';

export interface Dialect {
  readonly delimiter: string;
  readonly quoting: boolean;
  /** Column names as in the header, trimmed; numbers from 1 for a mapped file without one. */
  readonly columns: readonly string[];
  /** Rows before the first data row. */
  readonly headerRows: 0 | 1;
  /** Fields per row: one more than the header has if each row ends with a delimiter. */
  readonly fields: number;
}

type TextFormat = Extract<FileFormat, { kind: 'text' }>;

/**
 * @param beginning the first bytes of the file, more than one row
 * @throws ShelfwiseError `bad-data` if needed columns are missing
 */
export function detectDialect(plan: FilePlan & { format: TextFormat }, beginning: Buffer): Dialect {
  const text = decodeBeginning(beginning, guessEncoding(beginning));
  const candidates = plan.format.delimiters.map((delimiter) => readCandidate(plan, text, delimiter));
  const best = candidates.reduce((chosen, candidate) => (candidate.score > chosen.score ? candidate : chosen));
  const { dialect } = best;
  requireColumns(plan, dialect.columns);
  return dialect;
}

/** From the first bytes if they are conclusive, else by their statistics. */
export function guessEncoding(beginning: Buffer): Encoding {
  const settled = encodingOfBeginning(beginning);
  if (settled !== null) return settled;
  const evidence = new EncodingEvidence();
  evidence.push(beginning);
  return evidence.judge(false).encoding;
}

function readCandidate(
  plan: FilePlan & { format: TextFormat },
  text: string,
  delimiter: string,
): { score: number; dialect: Dialect } {
  const { quoting, names } = plan.format;
  const rows = readRows(text, delimiter, quoting, 20);
  const first = rows[0] ?? [];
  if (names !== null) {
    const fitting = rows.filter((row) => row.length === names.length).length;
    const dialect: Dialect = { delimiter, quoting, columns: names, headerRows: 0, fields: names.length };
    return { score: fitting, dialect };
  }
  const header = first.map((name) => name.trim());
  const needed = neededColumns(plan);
  const found = needed.filter((name) => findColumn(header, name) !== -1).length;
  if (found === 0 && needed.every((name) => /^[1-9]\d*$/.test(name))) {
    const columns = first.map((_, index) => String(index + 1));
    return {
      score: first.length,
      dialect: { delimiter, quoting, columns, headerRows: 0, fields: first.length },
    };
  }
  const fields = fieldsOfRows(header, rows.slice(1));
  const dialect: Dialect = { delimiter, quoting, columns: header.slice(0, fields), headerRows: 1, fields };
  return { score: found * 1000 + Math.min(first.length, 999), dialect };
}

/**
 * Some programs end each row with a delimiter, but not the header, or the other way round. Applies only if all of the first rows agree; else each
 * differing row is rejected.
 */
function fieldsOfRows(header: readonly string[], rows: readonly string[][]): number {
  if (rows.length < 2) return header.length;
  const more = header.length + 1;
  if (rows.every((row) => row.length === more && row[more - 1] === '')) return more;
  const fewer = header.length - 1;
  if (header[fewer] === '' && rows.every((row) => row.length === fewer)) return fewer;
  return header.length;
}

/** Control characters and undecodable ones: no header has them, and a picture, a program or a damaged file soon does. */
export const isNoText = (text: string): boolean => /[\0-\x08\x0e-\x1b\x7f\ufffd]/.test(text);

/** Index of a column, ignoring case; -1 if it is missing. */
export function findColumn(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact !== -1) return exact;
  const wanted = name.trim().toLowerCase();
  return columns.findIndex((column) => column.trim().toLowerCase() === wanted);
}

/** All columns are held to tell duplicates apart; ten thousand of them need more memory than an import may use. */
export const MOST_COLUMNS = 2000;

/** @throws ShelfwiseError `bad-data` if there are too many columns, a needed one is missing, or a used one occurs twice */
export function requireColumns(plan: FilePlan, columns: readonly string[]): void {
  if (columns.length > MOST_COLUMNS)
    throw new ShelfwiseError(
      'bad-data',
      say('import.too-many-columns', { file: plan.file, columns: columns.length, most: MOST_COLUMNS }),
    );
  const ofFolders = Object.keys(plan.partition ?? {});
  const missing = neededColumns(plan).filter((name) => findColumn([...columns, ...ofFolders], name) === -1);
  if (missing.length > 0) {
    if (columns.some(isNoText)) throw new ShelfwiseError('bad-data', say('import.not-text', { file: plan.file }));
    const guesses = missing.flatMap((name) => {
      const guess = nearest(name, columns);
      return guess === null || guess === '' ? [] : [say('import.may-be-meant', { found: guess, wanted: name })];
    });
    throw new ShelfwiseError('bad-data', [
      say('import.no-column', { file: plan.file, columns: missing.map((name) => columnToAdd(plan, name)) }),
      columns.length > 0 ? say('import.header', { columns: columns.slice(0, 30) }) : say('import.no-header'),
      ...guesses,
      say(plan.isMapped ? 'import.correct-mapping' : 'import.name-columns'),
    ]);
  }
  for (const name of usedColumns(plan)) {
    const wanted = name.trim().toLowerCase();
    if (columns.filter((column) => column.trim().toLowerCase() === wanted).length > 1)
      throw new ShelfwiseError('bad-data', say('import.column-twice', { file: plan.file, column: name }));
  }
}

/**
 * The first rows of a text, read as the import reads them. Omits a row cut off at the end of the text, unless it is the only one, and a row that
 * cannot be cut into fields.
 */
export function readRows(text: string, delimiter: string, quoting: boolean, most: number): string[][] {
  const buffer = Buffer.from(text);
  const carriageReturnEnds = !text.includes('\n');
  const parser = new RowParser({ delimiter, quoting, carriageReturnEnds });
  const output = new RowOutput();
  const rows: string[][] = [];
  for (let at = 0; at < buffer.length && rows.length < most; at = parser.next) {
    output.length = 0;
    const end = parser.parse(buffer, at, true, output);
    if (end === 'line' || end === 'file') {
      if (!parser.isBlank && (end === 'line' || rows.length < 2)) rows.push(fieldsOf(output));
      continue;
    }
    const lineEnd = buffer.indexOf(carriageReturnEnds ? CARRIAGE_RETURN : LINE_FEED, at);
    if (lineEnd === -1) break;
    parser.next = lineEnd + 1;
  }
  return rows;
}
