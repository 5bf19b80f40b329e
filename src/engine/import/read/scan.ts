/** Scans every byte of a file once: its hash, its encoding, its line ends, and whether DuckDB's reader can be trusted with it. */
import { createHash } from 'node:crypto';
import { type Encoding, EncodingEvidence, encodingOfBeginning } from './encoding';
import { readPieces } from './source-file';

export type LineEnds = 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none';

export interface Scan {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Whether some bytes do not fit the encoding. */
  readonly damaged: boolean;
  readonly lineEnds: LineEnds;
  /**
   * True if there are no quotes, no padding, no blank lines, no odd bytes, and as many delimiters as that number of lines needs: then, and only
   * then, DuckDB's strict reader either takes each line for one row as it is, or refuses the file.
   */
  readonly plain: boolean;
  /** Lines that are not empty; the number of rows (header included) if the file is plain. */
  readonly lines: number;
}

/** The role of a byte in a file's form. */
const enum Kind {
  Ordinary,
  Delimiter,
  LineFeed,
  CarriageReturn,
  /** Quotes and zero bytes: the importer's own pass handles them. */
  Odd,
  Blank,
  High,
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;

/** One value repeated in four bytes. An enum, because the loop is faster with literals than with named constants. */
const enum Each {
  One = 0x01010101,
  LowBits = 0x7f7f7f7f,
  HighBit = -0x7f7f7f80,
  /** All bytes with a role, except delimiters, are below this or have the high bit. */
  BeyondQuote = 0x23232323,
}

/** DuckDB refuses lines beyond 2 MB; the importer's own pass reports them. */
const LONGEST_PLAIN_LINE = 1 << 20;

function kindsOf(delimiter: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(Kind.High, 0x80);
  for (const blank of [0x09, 0x0b, 0x0c, 0x20]) kinds[blank] = Kind.Blank;
  kinds[LINE_FEED] = Kind.LineFeed;
  kinds[CARRIAGE_RETURN] = Kind.CarriageReturn;
  kinds[0] = kinds[QUOTE] = Kind.Odd;
  kinds[delimiter] = Kind.Delimiter;
  return kinds;
}

/** Counts lines, delimiters and irregularities, piece by piece. */
export class LineScanner {
  lineFeeds = 0;
  carriageReturns = 0;
  pairs = 0;
  lines = 0;
  /** Whether the last piece had bytes above 0x7f. */
  high = false;
  readonly #delimiter: number;
  readonly #kinds: Uint8Array;
  readonly #fields: number;
  #delimiters = 0;
  /** Where the current line began, relative to the beginning of the piece: negative if in an earlier piece. */
  #lineStart = 0;
  /** The last byte of the previous piece. */
  #lastByte = LINE_FEED;
  #regular = true;

  constructor(delimiter: string, fields: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#kinds = kindsOf(this.#delimiter);
    this.#fields = fields;
  }

  /**
   * Nothing else in the importer visits every byte of every file. It reads four bytes as one number, and single bytes only where a line ends or
   * something other than ordinary bytes and delimiters occurs. That takes a third of the time.
   */
  push(bytes: Uint8Array): void {
    this.high = false;
    const aligned = Math.min(bytes.length, -bytes.byteOffset & 3);
    const fours = (bytes.length - aligned) >> 2;
    const words = fours === 0 ? new Int32Array(0) : new Int32Array(bytes.buffer, bytes.byteOffset + aligned, fours);
    const eachDelimiter = Math.imul(this.#delimiter, Each.One);
    let delimiters = 0;
    this.#lookAt(bytes, 0, aligned);
    for (let index = 0; index < fours; index++) {
      const word = words[index]!;
      const difference = word ^ eachDelimiter;
      // The high bit of each byte that is a delimiter: adding 0x7f sets it in all that are not 0, and none carries into the next.
      const found = ~(((difference & Each.LowBits) + Each.LowBits) | difference) & Each.HighBit;
      // The high bit of a byte with a role, and perhaps of those after it, by the borrow.
      const special = ((word - Each.BeyondQuote) | word) & Each.HighBit & ~found;
      if (special !== 0) this.#lookAt(bytes, aligned + 4 * index, aligned + 4 * index + 4);
      else if (found !== 0) delimiters += Math.imul(found >>> 7, Each.One) >>> 24;
    }
    this.#lookAt(bytes, aligned + 4 * fours, bytes.length);
    this.#delimiters += delimiters;
    this.#lineStart -= bytes.length;
    if (bytes.length > 0) this.#lastByte = bytes[bytes.length - 1]!;
  }

  #lookAt(bytes: Uint8Array, from: number, to: number): void {
    for (let position = from; position < to; position++) {
      const kind = this.#kinds[bytes[position]!]!;
      if (kind === Kind.Ordinary) continue;
      const previous = position > 0 ? bytes[position - 1]! : this.#lastByte;
      switch (kind) {
        case Kind.Delimiter:
          this.#delimiters++;
          break;
        case Kind.LineFeed:
          this.lineFeeds++;
          if (previous === CARRIAGE_RETURN) this.pairs++;
          this.#endLine(position - this.#lineStart - (previous === CARRIAGE_RETURN ? 1 : 0));
          this.#lineStart = position + 1;
          break;
        case Kind.CarriageReturn:
          this.carriageReturns++;
          break;
        case Kind.Blank:
          if (this.#isEdge(previous) || this.#isEdge(bytes[position + 1])) this.#regular = false;
          break;
        case Kind.High:
          this.high = true;
          break;
        default:
          this.#regular = false;
      }
    }
  }

  /** Ends the last line, which may lack its line end. */
  end(): void {
    if (this.#lineStart < 0) this.#endLine(-this.#lineStart);
  }

  /** A blank beside it is padding; beside an unread byte it may be, and assuming so costs only time. */
  #isEdge(byte: number | undefined): boolean {
    return byte === undefined || byte === this.#delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN;
  }

  #endLine(length: number): void {
    if (length > 0) this.lines++;
    if (length === 0 || length > LONGEST_PLAIN_LINE) this.#regular = false;
  }

  get lineEnds(): LineEnds {
    if (this.lineFeeds === 0) return this.carriageReturns > 0 ? 'CR' : 'none';
    if (this.pairs === 0) return 'LF';
    return this.pairs === this.lineFeeds ? 'CRLF' : 'mixed';
  }

  /**
   * Whether no line is empty or padded, every carriage return belongs to a line end, all line ends are alike, and there are as many delimiters as
   * the lines need. DuckDB's strict mode checks that each line has its share of them, except for one delimiter too many at the end of a line, which
   * it drops silently: hence the sum.
   */
  get regular(): boolean {
    return (
      this.#regular &&
      this.carriageReturns === this.pairs &&
      (this.pairs === 0 || this.pairs === this.lineFeeds) &&
      this.#delimiters === this.lines * (this.#fields - 1)
    );
  }
}

/**
 * @param fields per row
 * @param length bytes of the file when it was first examined
 */
export async function scanFile(
  file: string,
  length: number,
  shape: { delimiter: string; fields: number },
  watch: { onBytes?: (bytes: number) => void; signal?: AbortSignal } = {},
): Promise<Scan> {
  const hash = createHash('sha256');
  const scanner = new LineScanner(shape.delimiter, shape.fields);
  const evidence = new EncodingEvidence();
  let beginning: Encoding | null = null;
  let bytes = 0;
  for await (let piece of readPieces(file, length, watch.signal)) {
    hash.update(piece);
    if (bytes === 0) beginning = encodingOfBeginning(piece);
    const isFirst = bytes === 0;
    bytes += piece.length;
    watch.onBytes?.(piece.length);
    if (isFirst && beginning === 'utf-8-bom') piece = piece.subarray(3);
    scanner.push(piece);
    if (scanner.high) evidence.push(piece);
    else evidence.pushAscii();
  }
  scanner.end();
  const judged = evidence.judge(true);
  const encoding = beginning?.startsWith('utf-16')
    ? beginning
    : beginning === 'utf-8-bom' && judged.encoding === 'utf-8'
      ? 'utf-8-bom'
      : judged.encoding;
  const damaged = encoding.startsWith('utf-16') || judged.damaged;
  return {
    bytes,
    sha256: hash.digest('hex'),
    encoding,
    damaged,
    lineEnds: scanner.lineEnds,
    plain: scanner.regular && !damaged && (encoding === 'utf-8' || encoding === 'utf-8-bom'),
    lines: scanner.lines,
  };
}
