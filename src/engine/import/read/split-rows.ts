/**
 * Splits files that DuckDB's reader refuses or would silently read wrongly: cuts bytes of UTF-8 into rows, counts their fields, and keeps line
 * number and raw text. It fills two outputs in the form of row-output.ts:
 *   rows      line, fields ..., raw (empty where it is the fields joined by the delimiter), note ("d" where bytes did not fit)
 *   rejected  line, reason, raw
 */
import { LONGEST_ROW_BYTES, type RowEnd, RowParser, type RowShape } from './parse-row';
import { CARRIAGE_RETURN, LINE_FEED, RowOutput, UNIT_SEPARATOR } from './row-output';
import type { LineEnds } from './scan';

/** Bytes that are kept of a rejected row. */
export const RAW_BYTES = 8 * 1024;

export type StructuralReason =
  | 'too-few-fields'
  | 'too-many-fields'
  | 'truncated-row'
  | 'unterminated-quote'
  | 'malformed-quote'
  | 'zero-byte'
  | 'row-too-long';

export interface SplitShape extends RowShape {
  readonly fields: number;
  readonly headerRows: number;
  /** Whether rows may contain U+FFFD, because bytes did not fit the encoding. */
  readonly damaged: boolean;
}

export interface SplitCounts {
  /** Data rows, good and rejected: without the header and blank lines. */
  rows: number;
  rejected: number;
  blankLines: number;
  /** Good rows with blanks around a field, which were removed. */
  trimmed: number;
  /** Whether any value contains an escape. */
  escaped: boolean;
  lineEnds: LineEnds;
}

export class RowSplitter {
  readonly rows = new RowOutput();
  readonly rejected = new RowOutput();
  readonly counts: SplitCounts = {
    rows: 0,
    rejected: 0,
    blankLines: 0,
    trimmed: 0,
    escaped: false,
    lineEnds: 'none',
  };
  readonly #shape: SplitShape;
  readonly #parser: RowParser;
  readonly #lineEnd: number;
  #pending = Buffer.alloc(0);
  #line = 1;
  #headerRows: number;
  /** Skips the rest of a row that was too long. */
  #skipping = false;
  #lineFeeds = 0;
  #pairs = 0;
  #alone = 0;

  constructor(shape: SplitShape) {
    this.#shape = shape;
    this.#parser = new RowParser(shape);
    this.#lineEnd = shape.carriageReturnEnds ? CARRIAGE_RETURN : LINE_FEED;
    this.#headerRows = shape.headerRows;
  }

  /** Takes more bytes and writes the rows that are complete. */
  push(bytes: Buffer, atEnd: boolean): void {
    const buffer = this.#pending.length > 0 ? Buffer.concat([this.#pending, bytes]) : bytes;
    let position = this.#skipping ? this.#skipLine(buffer, 0) : 0;
    while (position < buffer.length) {
      const next = this.#readRow(buffer, position, atEnd);
      if (next === -1) break;
      position = next;
    }
    // A copy: the reader reuses its buffer.
    this.#pending = Buffer.from(buffer.subarray(position));
    if (atEnd) this.counts.lineEnds = this.#lineEnds();
  }

  /** @returns the position after the row, or -1 if more bytes are needed */
  #readRow(buffer: Buffer, start: number, atEnd: boolean): number {
    const { rows, counts } = this;
    const parser = this.#parser;
    const rowStart = rows.length;
    rows.pushNumber(this.#line);
    const end = parser.parse(buffer, start, atEnd, rows);
    const isWhole = end === 'line' || end === 'file';
    const isGood = isWhole && parser.fields === this.#shape.fields && !parser.hasZeroByte;
    if (isGood && !parser.isBlank && this.#headerRows === 0) {
      counts.rows++;
      this.#finishRow(buffer, start, rowStart);
      return this.#passWhole(buffer, start);
    }
    rows.length = rowStart;
    if (end === 'more' || (end === 'malformed-quote' && !atEnd && !this.#hasLineEnd(buffer, start))) return -1;
    if (isWhole && parser.isBlank) {
      counts.blankLines++;
      return this.#passWhole(buffer, start);
    }
    if (this.#headerRows > 0) {
      this.#headerRows--;
      return isWhole ? this.#passWhole(buffer, start) : this.#skipLine(buffer, start);
    }
    counts.rows++;
    counts.rejected++;
    // A quote that swallowed lines: rejects only the first, and reads the rest again.
    const isOneLine = isWhole && parser.lineBreaks === 0;
    const contentEnd = isOneLine ? parser.contentEnd : this.#contentEnd(buffer, start);
    this.#reject(buffer, start, contentEnd, this.#reasonOf(end));
    return isOneLine ? this.#passWhole(buffer, start) : this.#skipLine(buffer, start);
  }

  /** Whether the first line at `start` is complete, or too long to wait for. */
  #hasLineEnd(buffer: Buffer, start: number): boolean {
    return buffer.length - start >= LONGEST_ROW_BYTES || buffer.includes(this.#lineEnd, start);
  }

  #reasonOf(end: RowEnd): StructuralReason {
    if (end === 'unterminated-quote' || end === 'malformed-quote' || end === 'row-too-long') return end;
    const { fields } = this.#shape;
    if (this.#parser.fields > fields) return 'too-many-fields';
    if (this.#parser.fields < fields) return end === 'file' ? 'truncated-row' : 'too-few-fields';
    return 'zero-byte';
  }

  #finishRow(buffer: Buffer, start: number, rowStart: number): void {
    const { rows, counts } = this;
    const parser = this.#parser;
    if (parser.trimmed) counts.trimmed++;
    if (parser.escaped) counts.escaped = true;
    const isDamaged = this.#shape.damaged && rows.bytes.subarray(rowStart, rows.length).includes('\uFFFD');
    rows.push(UNIT_SEPARATOR);
    if (parser.changed) {
      const end = cutAtCharacter(buffer, Math.min(parser.contentEnd, start + RAW_BYTES));
      if (rows.pushEscaped(buffer, start, end)) counts.escaped = true;
    }
    rows.push(UNIT_SEPARATOR);
    if (isDamaged) rows.push(0x64);
    rows.push(LINE_FEED);
  }

  #reject(buffer: Buffer, start: number, end: number, reason: StructuralReason): void {
    const { rejected } = this;
    rejected.pushNumber(this.#line);
    rejected.push(UNIT_SEPARATOR);
    rejected.pushAscii(reason);
    rejected.push(UNIT_SEPARATOR);
    const kept = cutAtCharacter(buffer, Math.min(end, start + RAW_BYTES));
    if (rejected.pushEscaped(buffer, start, kept)) this.counts.escaped = true;
    rejected.push(LINE_FEED);
  }

  /** Counts the line ends of the parsed row, and goes to the next. */
  #passWhole(buffer: Buffer, start: number): number {
    const { next, lineBreaks } = this.#parser;
    if (lineBreaks > 0) {
      for (let found = buffer.indexOf(this.#lineEnd, start); found !== -1 && found < next;)
        found = buffer.indexOf(this.#lineEnd, this.#countLineEnd(buffer, found) + 1);
    } else if (next > start && buffer[next - 1] === this.#lineEnd) this.#countLineEnd(buffer, next - 1);
    return next;
  }

  /** Goes to the line after the one at `start`, which may not be complete yet. */
  #skipLine(buffer: Buffer, start: number): number {
    const found = buffer.indexOf(this.#lineEnd, start);
    this.#skipping = found === -1;
    return found === -1 ? buffer.length : this.#countLineEnd(buffer, found) + 1;
  }

  #contentEnd(buffer: Buffer, start: number): number {
    const found = buffer.indexOf(this.#lineEnd, start);
    let end = found === -1 ? Math.min(buffer.length, start + LONGEST_ROW_BYTES) : found;
    while (end > start && buffer[end - 1] === CARRIAGE_RETURN) end--;
    return end;
  }

  #countLineEnd(buffer: Buffer, position: number): number {
    this.#line++;
    if (this.#shape.carriageReturnEnds) this.#alone++;
    else {
      this.#lineFeeds++;
      if (position > 0 && buffer[position - 1] === CARRIAGE_RETURN) this.#pairs++;
    }
    return position;
  }

  #lineEnds(): LineEnds {
    if (this.#alone > 0) return 'CR';
    if (this.#lineFeeds === 0) return 'none';
    if (this.#pairs === 0) return 'LF';
    return this.#pairs === this.#lineFeeds ? 'CRLF' : 'mixed';
  }
}

/** The last position up to `end` that does not split a UTF-8 character. */
export function cutAtCharacter(buffer: Buffer, end: number): number {
  if (end >= buffer.length) return end;
  let cut = end;
  while (cut > 0 && (buffer[cut]! & 0xc0) === 0x80) cut--;
  return cut;
}
