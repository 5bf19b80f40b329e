/**
 * The form in which our own pass hands rows to DuckDB: a line is a row, US (0x1f) separates fields, nothing is quoted. Line feed, carriage return,
 * US and escape in a value are written as ESC n, ESC r, ESC u, ESC e.
 */
import { literal, type Sql, sql } from '../../storage/database/sql';

export const UNIT_SEPARATOR = 0x1f;
export const ESCAPE = 0x1b;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;

/** The letter that stands for a byte after ESC; 0 for bytes that stand for themselves. */
export function escapeLetter(byte: number): number {
  switch (byte) {
    case LINE_FEED:
      return 0x6e;
    case CARRIAGE_RETURN:
      return 0x72;
    case UNIT_SEPARATOR:
      return 0x75;
    case ESCAPE:
      return 0x65;
    default:
      return 0;
  }
}

/** SQL that undoes the escapes of a value. */
export function unescapeSql(value: Sql): Sql {
  const undo = (from: Sql, letter: string, code: number): Sql =>
    sql`replace(${from}, chr(27) || ${literal(letter)}, chr(${code}))`;
  return undo(undo(undo(undo(value, 'n', 10), 'r', 13), 'u', 31), 'e', 27);
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', u: '\u{1f}', e: '\u{1b}' };

/** The fields of the one row in an output, each after a US. */
export function fieldsOf({ bytes, length }: RowOutput): string[] {
  const fields = bytes.toString('utf8', 1, length).split(String.fromCharCode(UNIT_SEPARATOR));
  return fields.map((field) => field.replaceAll(/\u{1b}(.)/gu, (_escape, letter: string) => UNESCAPED[letter]!));
}

/** A growing block of bytes, emptied when it has been written to its file. */
export class RowOutput {
  bytes = Buffer.allocUnsafe(1 << 21);
  length = 0;

  /** Makes room for further bytes; may replace `bytes` by another buffer. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  push(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  pushNumber(value: number): void {
    this.reserve(16);
    let divisor = 1;
    while (divisor * 10 <= value) divisor *= 10;
    for (; divisor >= 1; divisor = Math.floor(divisor / 10))
      this.bytes[this.length++] = 0x30 + (Math.floor(value / divisor) % 10);
  }

  pushAscii(text: string): void {
    this.reserve(text.length);
    this.length += this.bytes.write(text, this.length, 'latin1');
  }

  /** @returns whether something had to be escaped */
  pushEscaped(source: Uint8Array, from: number, to: number): boolean {
    this.reserve(2 * (to - from));
    const { bytes } = this;
    let { length } = this;
    for (let position = from; position < to; position++) {
      const byte = source[position]!;
      const letter = escapeLetter(byte);
      if (letter === 0) bytes[length++] = byte;
      else {
        bytes[length++] = ESCAPE;
        bytes[length++] = letter;
      }
    }
    const escaped = length - this.length > to - from;
    this.length = length;
    return escaped;
  }
}
