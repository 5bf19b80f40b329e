/** One look at every byte of a file: its hash, its encoding, its line ends, and whether DuckDB's reader can be trusted with it. */
import { createHash } from 'node:crypto';
import { type Encoding, EncodingEvidence, encodingOfBeginning } from './encoding';
import { readPieces } from './source-file';

export type LineEnds = 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none';

export interface Scan {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Some bytes do not fit the encoding. */
  readonly damaged: boolean;
  readonly lineEnds: LineEnds;
  /**
   * True where each line is one row of the expected number of fields, without quotes, padding, blank lines or bytes that
   * mean something: then, and only then, DuckDB's reader cannot lose or alter anything.
   */
  readonly plain: boolean;
  /** Lines with something in them; the number of rows (header included) where the file is plain. */
  readonly lines: number;
  /** Bytes of all lines, without line ends and byte order mark. */
  readonly contentBytes: number;
}

const enum Kind {
  Ordinary,
  Delimiter,
  LineFeed,
  CarriageReturn,
  Quote,
  Zero,
  Blank,
  High,
}

/** DuckDB refuses lines beyond 2 MB; ours reports them. */
const LONGEST_PLAIN_LINE = 1 << 20;

function kindsOf(delimiter: string): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(Kind.High, 0x80);
  for (const blank of [0x09, 0x0b, 0x0c, 0x20]) kinds[blank] = Kind.Blank;
  kinds[0] = Kind.Zero;
  kinds[0x0a] = Kind.LineFeed;
  kinds[0x0d] = Kind.CarriageReturn;
  kinds[0x22] = Kind.Quote;
  kinds[delimiter.charCodeAt(0)] = Kind.Delimiter;
  return kinds;
}

/** Counts what matters, piece by piece. */
class LineScanner {
  lineFeeds = 0;
  carriageReturns = 0;
  pairs = 0;
  lines = 0;
  contentBytes = 0;
  readonly #kinds: Uint8Array;
  readonly #fields: number;
  #delimiters = 0;
  #length = 0;
  #previous: number = Kind.LineFeed;
  #regular = true;
  high = false;

  constructor(delimiter: string, fields: number) {
    this.#kinds = kindsOf(delimiter);
    this.#fields = fields;
  }

  push(bytes: Uint8Array): void {
    const kinds = this.#kinds;
    let previous = this.#previous;
    let lineStart = -this.#length;
    let delimiters = this.#delimiters;
    this.high = false;
    for (let position = 0; position < bytes.length; position++) {
      const kind = kinds[bytes[position]!]!;
      if (kind !== Kind.Ordinary) {
        switch (kind) {
          case Kind.Delimiter:
            delimiters++;
            if (previous === Kind.Blank) this.#regular = false;
            break;
          case Kind.LineFeed: {
            const paired = previous === Kind.CarriageReturn;
            if (paired) this.pairs++;
            this.lineFeeds++;
            this.#endLine(position - lineStart - (paired ? 1 : 0), delimiters, previous);
            delimiters = 0;
            lineStart = position + 1;
            break;
          }
          case Kind.CarriageReturn:
            this.carriageReturns++;
            if (previous === Kind.Blank) this.#regular = false;
            break;
          case Kind.Blank:
            if (previous === Kind.Delimiter || previous === Kind.LineFeed) this.#regular = false;
            break;
          case Kind.High:
            this.high = true;
            break;
          default:
            this.#regular = false;
        }
      }
      previous = kind;
    }
    this.#previous = previous;
    this.#delimiters = delimiters;
    this.#length = bytes.length - lineStart;
  }

  /** Ends the last line, which may lack its line end. */
  end(): void {
    if (this.#length > 0) this.#endLine(this.#length, this.#delimiters, this.#previous);
  }

  #endLine(length: number, delimiters: number, previous: number): void {
    if (length > 0) this.lines++;
    this.contentBytes += length;
    if (length === 0 || delimiters !== this.#fields - 1 || previous === Kind.Blank || length > LONGEST_PLAIN_LINE)
      this.#regular = false;
  }

  get lineEnds(): LineEnds {
    const alone = this.lineFeeds - this.pairs;
    if (this.lineFeeds === 0) return this.carriageReturns > 0 ? 'CR' : 'none';
    if (this.pairs === 0) return 'LF';
    return alone === 0 ? 'CRLF' : 'mixed';
  }

  /** Every carriage return belongs to a line end, and all line ends are alike. */
  get regular(): boolean {
    return this.#regular && this.carriageReturns === this.pairs && (this.pairs === 0 || this.pairs === this.lineFeeds);
  }
}

/**
 * @param fields how many fields a row has
 * @param length bytes of the file when it was first looked at
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
    contentBytes: scanner.contentBytes,
  };
}
