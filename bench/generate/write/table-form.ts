/** How a table becomes bytes: encoding, byte order mark, line ends, quotes. */
import iconv from 'iconv-lite';

export interface TableForm {
  /** CP949 is what Korean spreadsheets save; it knows no byte order mark. */
  readonly encoding?: 'utf-8' | 'cp949';
  readonly byteOrderMark?: boolean;
  /** Mixed: every third line ends in CRLF, the others in LF. */
  readonly lineEnds?: 'LF' | 'CRLF' | 'mixed';
}

export type Field = string | number;

/** One line without its end; a field is quoted only where it must be (comma, quote, line break, outer space). */
export function csvLine(fields: readonly Field[]): string {
  let line = '';
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]!;
    if (index > 0) line += ',';
    line += typeof field === 'string' && /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  }
  return line;
}

/** Turns lines into bytes one block at a time, so that a large table never is in memory as a whole. */
export class TableEncoder {
  readonly #form: TableForm;
  #lines = 0;

  constructor(form: TableForm = {}) {
    this.#form = form;
  }

  /** @param lines without line ends; the first one ever given is the header */
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

/** A whole small table as bytes. */
export function encodeTable(lines: readonly string[], form?: TableForm): Buffer {
  return new TableEncoder(form).encode(lines);
}
