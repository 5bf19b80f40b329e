/** Writes the rows of a sheet in the form in which our own passes hand them to DuckDB (row-output.ts). */
import { MOST_WORKBOOK_CELLS } from '../../../shared/limits';
import { type FilePlan, neededColumns } from '../layouts/import-plan';
import { findColumn, requireColumns } from './detect';
import { LONGEST_ROW_BYTES } from './parse-row';
import { LINE_FEED, RowOutput, UNIT_SEPARATOR } from './row-output';
import type { PassedRows } from './rows-table';
import { cutAtCharacter, RAW_BYTES, type StructuralReason } from './split-rows';
import { type SheetRow, TooManyCells } from './workbook/sheet';

/** Separates cells in the raw text of a row, as when they are copied. */
export const BETWEEN = '\t';

/** Shared by all missing cells: rows may lack thousands. */
const NOTHING = Buffer.alloc(0);
/** Bytes of a row besides its fields and their separators: two separators and the line feed. */
const AROUND_FIELDS = 3;

/** The blanks trimmed from the fields of a CSV file. */
const PADDING = ' \t\v\f';

function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && PADDING.includes(text[from]!)) from++;
  while (to > from && PADDING.includes(text[to - 1]!)) to--;
  return text.slice(from, to);
}

const bytesOf = (text: string | undefined): Buffer => (text === undefined || text === '' ? NOTHING : Buffer.from(text));

export interface PassedSheet extends PassedRows {
  readonly columns: readonly string[];
  readonly blankLines: number;
  readonly trimmed: number;
}

/** Takes the rows of a sheet one by one; its first non-empty row is the header. */
export class SheetPass {
  readonly rows = new RowOutput();
  readonly rejected = new RowOutput();
  readonly #plan: FilePlan;
  readonly #most: number;
  readonly #swells: () => Error;
  /** Bytes of all rows: many cells may share one text, and missing cells take a separator each. */
  #written = 0;
  #columns: readonly string[] | null = null;
  #rows = 0;
  #blank = 0;
  #trimmed = 0;
  #escaped = false;
  #last = 0;

  /** @param most bytes of all rows as text; beyond them throws `swells` */
  constructor(plan: FilePlan, most: number, swells: () => Error) {
    this.#plan = plan;
    this.#most = most;
    this.#swells = swells;
  }

  /** @throws TooManyCells, counting the cells that rows lack; ShelfwiseError if the header lacks a column or has too many */
  take({ number, cells }: SheetRow): void {
    this.#blank += number - this.#last - 1;
    this.#last = number;
    // Checked first: each cell may be as long as all texts.
    const isTooLong = cells.reduce((sum, { length }) => sum + length, 0) > LONGEST_ROW_BYTES;
    const values = isTooLong ? [] : cells.map(trimmed);
    if (!isTooLong && values.every((value) => value === '')) this.#blank++;
    else if (this.#columns !== null) this.#takeRow(number, cells, isTooLong ? null : values);
    else {
      this.#columns = this.#header(values);
      if (this.#columns !== values) this.#takeRow(number, cells, values);
    }
  }

  passed(): PassedSheet {
    const columns = this.#columns ?? [];
    const counts = { rows: this.#rows, blankLines: this.#blank, trimmed: this.#trimmed, escaped: this.#escaped };
    return { ...counts, columns, fields: columns.length };
  }

  /** The first row itself, or numbers if it is no header: as in a CSV file. @throws ShelfwiseError if a needed column is missing */
  #header(first: readonly string[]): readonly string[] {
    const needed = neededColumns(this.#plan);
    const isNumbered =
      needed.every((name) => /^[1-9]\d*$/.test(name)) && needed.every((name) => findColumn(first, name) === -1);
    const columns = isNumbered ? first.map((_, index) => String(index + 1)) : first;
    requireColumns(this.#plan, columns);
    return columns;
  }

  /** @param values null if the row is too long */
  #takeRow(number: number, cells: readonly string[], values: readonly string[] | null): void {
    this.#rows++;
    const fields = this.#columns!.length;
    if (this.#rows * fields > MOST_WORKBOOK_CELLS) throw new TooManyCells();
    const texts = values === null ? [] : Array.from({ length: fields }, (_, field) => bytesOf(values[field]));
    const length = texts.reduce((sum, { length: bytes }) => sum + bytes, 0);
    this.#written += length + texts.length + AROUND_FIELDS;
    if (this.#written > this.#most) throw this.#swells();
    const reason: StructuralReason | null =
      values === null || length > LONGEST_ROW_BYTES
        ? 'row-too-long'
        : values.slice(fields).some((value) => value !== '')
          ? 'too-many-fields'
          : texts.some((bytes) => bytes.includes(0))
            ? 'zero-byte'
            : null;
    if (reason !== null) {
      this.#reject(number, reason, cells);
      return;
    }
    const { rows } = this;
    rows.pushNumber(number);
    for (const bytes of texts) {
      rows.push(UNIT_SEPARATOR);
      this.#push(rows, bytes, bytes.length);
    }
    rows.push(UNIT_SEPARATOR);
    if (cells.some((cell, at) => cell !== values![at])) {
      this.#trimmed++;
      this.#pushRaw(rows, cells);
    }
    rows.push(UNIT_SEPARATOR);
    rows.push(LINE_FEED);
  }

  #reject(number: number, reason: StructuralReason, cells: readonly string[]): void {
    const { rejected } = this;
    rejected.pushNumber(number);
    rejected.push(UNIT_SEPARATOR);
    rejected.pushAscii(reason);
    rejected.push(UNIT_SEPARATOR);
    this.#pushRaw(rejected, cells);
    rejected.push(LINE_FEED);
  }

  #pushRaw(output: RowOutput, cells: readonly string[]): void {
    let text = '';
    for (const [at, cell] of cells.entries()) {
      if (text.length > RAW_BYTES) break;
      text += (at === 0 ? '' : BETWEEN) + cell.slice(0, RAW_BYTES);
    }
    const bytes = Buffer.from(text);
    this.#push(output, bytes, cutAtCharacter(bytes, Math.min(bytes.length, RAW_BYTES)));
  }

  #push(output: RowOutput, bytes: Buffer, length: number): void {
    if (output.pushEscaped(bytes, 0, length)) this.#escaped = true;
  }
}
