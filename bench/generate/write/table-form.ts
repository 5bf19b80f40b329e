/** How a table becomes bytes: encoding, byte order mark, newlines, quotes. */
import iconv from 'iconv-lite';

export interface TableForm {
  /** CP949 is what Korean spreadsheets save; it has no byte order mark. */
  readonly encoding?: 'utf-8' | 'cp949';
  readonly byteOrderMark?: boolean;
  /** Mixed: every third line ends in CRLF, the others in LF. */
  readonly lineEnds?: 'LF' | 'CRLF' | 'mixed';
}

export type Field = string | number;

/** One line without its newline; quotes a field only if needed (comma, quote, newline, outer space). */
export function csvLine(fields: readonly Field[]): string {
  let line = '';
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]!;
    if (index > 0) line += ',';
    line += typeof field === 'string' && /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  }
  return line;
}

/** Encodes lines block by block, so that a large table is never in memory as a whole. */
export class TableEncoder {
  readonly #form: TableForm;
  #lines = 0;

  constructor(form: TableForm = {}) {
    this.#form = form;
  }

  /** @param lines without newlines; the very first one is the header */
  encode(lines: readonly string[]): Buffer {
    let text = this.#lines === 0 && this.#form.byteOrderMark ? '\uFEFF' : '';
    for (const line of lines) {
      text += line + this.#lineEnd();
      this.#lines++;
    }
    return this.encodeText(text);
  }

  encodeText(text: string): Buffer {
    return this.#form.encoding === 'cp949' ? iconv.encode(text, 'cp949') : Buffer.from(text, 'utf8');
  }

  #lineEnd(): string {
    if (this.#form.lineEnds === 'CRLF') return '\r\n';
    return this.#form.lineEnds === 'mixed' && this.#lines % 3 === 2 ? '\r\n' : '\n';
  }
}

/** Encodes a whole small table. */
export function encodeTable(lines: readonly string[], form?: TableForm): Buffer {
  return new TableEncoder(form).encode(lines);
}
