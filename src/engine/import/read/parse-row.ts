/** Parses one row of a delimited text by RFC 4180, from bytes of UTF-8 to the form of row-output.ts. */
import { CARRIAGE_RETURN, ESCAPE, escapeLetter, LINE_FEED, type RowOutput, UNIT_SEPARATOR } from './row-output';

const QUOTE = 0x22;

/** A longer row counts as an unclosed quote: memory stays bounded, and the rows after it are found. */
export const LONGEST_ROW_BYTES = 256 * 1024;

/** How a row ended. `more`: more bytes are needed to know. */
export type RowEnd = 'line' | 'file' | 'more' | 'unterminated-quote' | 'malformed-quote' | 'row-too-long';

export interface RowShape {
  readonly delimiter: string;
  /** Whether quotes have a meaning. */
  readonly quoting: boolean;
  /** Whether lines end with a carriage return alone. */
  readonly carriageReturnEnds: boolean;
}

export class RowParser {
  /** Properties of the last row. */
  fields = 0;
  /** Where its line end begins, and where the next row does. */
  contentEnd = 0;
  next = 0;
  /** Line breaks within its quotes. */
  lineBreaks = 0;
  /** Whether its raw text differs from its fields joined by the delimiter. */
  changed = false;
  trimmed = false;
  escaped = false;
  hasZeroByte = false;
  isBlank = true;

  readonly #delimiter: number;
  readonly #quoting: boolean;
  readonly #carriageReturnEnds: boolean;
  #buffer: Uint8Array = new Uint8Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  #position = 0;
  #written = 0;
  #limit = 0;
  #atEnd = false;
  #lineEndLength = 0;

  constructor(shape: RowShape) {
    this.#delimiter = shape.delimiter.charCodeAt(0);
    this.#quoting = shape.quoting;
    this.#carriageReturnEnds = shape.carriageReturnEnds;
  }

  /**
   * Writes the fields of the row at `start`, each after a US. The caller discards the output of a row that ended other than with a line or the file.
   * @param atEnd whether the file ends with this buffer
   */
  parse(buffer: Uint8Array, start: number, atEnd: boolean, output: RowOutput): RowEnd {
    this.#buffer = buffer;
    this.#atEnd = atEnd;
    this.#position = start;
    this.#limit = Math.min(buffer.length, start + LONGEST_ROW_BYTES);
    output.reserve(2 * (this.#limit - start) + 8);
    this.#bytes = output.bytes;
    this.#written = output.length;
    this.fields = 0;
    this.lineBreaks = 0;
    this.changed = this.trimmed = this.escaped = this.hasZeroByte = false;
    this.isBlank = true;
    const end = this.#readFields(start);
    output.length = this.#written;
    return end;
  }

  #readFields(start: number): RowEnd {
    for (;;) {
      this.#bytes[this.#written++] = UNIT_SEPARATOR;
      this.fields++;
      const problem = this.#readField();
      if (problem !== null) return problem;
      if (this.#position >= this.#limit) {
        const how = this.#outOfBytes(start);
        this.contentEnd = this.next = this.#position;
        return how;
      }
      if (this.#buffer[this.#position] !== this.#delimiter) break;
      this.#position++;
      this.isBlank = false;
    }
    this.contentEnd = this.#position;
    this.next = this.#position + this.#lineEndLength;
    return 'line';
  }

  #outOfBytes(start: number): RowEnd {
    if (this.#limit - start === LONGEST_ROW_BYTES) return 'row-too-long';
    return this.#atEnd ? 'file' : 'more';
  }

  /** Null if the field ended before a delimiter, a line end or the limit. */
  #readField(): RowEnd | null {
    const buffer = this.#buffer;
    const from = this.#position;
    while (this.#position < this.#limit && this.#isPadding(buffer[this.#position]!)) this.#position++;
    const padded = this.#position > from;
    if (padded) this.trimmed = this.changed = true;
    if (this.#quoting && this.#position < this.#limit && buffer[this.#position] === QUOTE) return this.#readQuoted();
    return this.#readUnquoted();
  }

  #readUnquoted(): RowEnd | null {
    const buffer = this.#buffer;
    const bytes = this.#bytes;
    const limit = this.#limit;
    const delimiter = this.#delimiter;
    const fieldStart = this.#written;
    let position = this.#position;
    let written = fieldStart;
    for (; position < limit; position++) {
      const byte = buffer[position]!;
      if (byte === delimiter) break;
      // One comparison lets all printable bytes pass.
      if (byte < 0x20) {
        const length = this.#lineEndAt(position);
        if (length < 0) {
          this.#written = written;
          return 'more';
        }
        if (length > 0) break;
        if (byte === 0) this.hasZeroByte = true;
        const letter = escapeLetter(byte);
        if (letter !== 0) {
          bytes[written++] = ESCAPE;
          bytes[written++] = letter;
          this.changed = this.escaped = true;
          continue;
        }
      }
      bytes[written++] = byte;
    }
    const trimmed = this.#trimEnd(fieldStart, written);
    if (trimmed < written) this.trimmed = this.changed = true;
    if (trimmed > fieldStart) this.isBlank = false;
    this.#written = trimmed;
    this.#position = position;
    return null;
  }

  #readQuoted(): RowEnd | null {
    const buffer = this.#buffer;
    const bytes = this.#bytes;
    const limit = this.#limit;
    const fieldStart = this.#written;
    this.changed = true;
    this.isBlank = false;
    let written = fieldStart;
    let position = this.#position + 1;
    for (; ; position++) {
      if (position >= limit || (buffer[position] === QUOTE && position + 1 === limit && !this.#knowsEnd())) {
        this.#written = written;
        return this.#knowsEnd() ? 'unterminated-quote' : 'more';
      }
      const byte = buffer[position]!;
      if (byte === QUOTE) {
        if (position + 1 >= limit || buffer[position + 1] !== QUOTE) break;
        position++;
      } else if (byte === 0) this.hasZeroByte = true;
      else if (byte === LINE_FEED || (this.#carriageReturnEnds && byte === CARRIAGE_RETURN)) this.lineBreaks++;
      const letter = escapeLetter(byte);
      if (letter !== 0) {
        bytes[written++] = ESCAPE;
        bytes[written++] = letter;
        this.escaped = true;
      } else bytes[written++] = byte;
    }
    position++;
    this.#written = this.#trim(fieldStart, written);
    while (position < limit && this.#isPadding(buffer[position]!)) position++;
    this.#position = position;
    if (position >= limit || buffer[position] === this.#delimiter) return null;
    const length = this.#lineEndAt(position);
    if (length > 0) return null;
    return length < 0 ? 'more' : 'malformed-quote';
  }

  /** Whether nothing after the limit can change the meaning of what is before it. */
  #knowsEnd(): boolean {
    return this.#atEnd || this.#limit < this.#buffer.length;
  }

  /**
   * Length of the line end at a position: 0 if there is none, -1 if more bytes are needed to know. Includes any number of carriage returns before a
   * line feed: some programs write \r\r\n.
   */
  #lineEndAt(position: number): number {
    const buffer = this.#buffer;
    let end = position;
    while (end < buffer.length && buffer[end] === CARRIAGE_RETURN) end++;
    if (end < buffer.length && buffer[end] === LINE_FEED) return (this.#lineEndLength = end + 1 - position);
    if (end === position) return 0;
    if (this.#carriageReturnEnds) return (this.#lineEndLength = 1);
    if (end < buffer.length) return 0;
    return this.#atEnd ? (this.#lineEndLength = end - position) : -1;
  }

  #isPadding(byte: number): boolean {
    return (byte === 0x20 || byte === 0x09 || byte === 0x0b || byte === 0x0c) && byte !== this.#delimiter;
  }

  #trim(from: number, to: number): number {
    const end = this.#trimEnd(from, to);
    let start = from;
    while (start < end && this.#isPadding(this.#bytes[start]!)) start++;
    if (start > from) this.#bytes.copyWithin(from, start, end);
    return end - (start - from);
  }

  /** An escape is ESC and a letter, so an escaped line break at the end stays. */
  #trimEnd(from: number, to: number): number {
    let end = to;
    while (end > from && this.#isPadding(this.#bytes[end - 1]!)) end--;
    return end;
  }
}
