/** Reads the rows of a sheet as texts, one by one: with the sheet's row numbers, and never more cells than a given number. */
import { MOST_WORKBOOK_CELLS } from '../../../../shared/limits';
import { momentText, numberText, unescapedText } from './cell-text';
import type { WorkbookParts } from './parts';
import { type Sheet, TextReader, type Workbook } from './workbook';
import { Nesting, NotXml, readXml } from './xml';

export interface SheetRow {
  /** From 1, as the sheet counts. */
  readonly number: number;
  /** One text per column up to the last existing cell; empty for missing cells in between. */
  readonly cells: readonly string[];
}

/** Limits of any workbook (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4). */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** More cells than may be read: the caller turns it into a sentence. */
export class TooManyCells extends Error {}

/**
 * Omits rows without cells, whether or not the file has them.
 * @param use called for each row, in order; returns `false` to end the reading
 * @throws NotXml if it is no sheet, TooManyCells
 */
export async function readSheet(
  parts: WorkbookParts,
  workbook: Workbook,
  sheet: Sheet,
  use: (row: SheetRow) => boolean | void,
): Promise<void> {
  const reader = new RowReader(workbook, use);
  try {
    await readXml(parts.read(sheet.part), reader);
  } catch (thrown) {
    if (thrown !== ENOUGH) throw thrown;
  }
}

/** Thrown to end a reading, as the parser would otherwise go on. */
const ENOUGH = new Error('enough');

class RowReader {
  readonly #workbook: Workbook;
  readonly #use: (row: SheetRow) => boolean | void;
  readonly #inline = new TextReader();
  readonly #nesting = new Nesting('row', 'c');
  #row = 0;
  #cells: string[] = [];
  /** Column of the row's last cell. */
  #column = -1;
  #type = '';
  #style = 0;
  #value: string[] = [];
  #isValue = false;
  #isData = false;
  /** Cells so far, including missing ones before others. */
  #all = 0;

  constructor(workbook: Workbook, use: (row: SheetRow) => boolean | void) {
    this.#workbook = workbook;
    this.#use = use;
  }

  readonly open = (name: string, attribute: (name: string) => string | undefined): void => {
    if (name === 'sheetData') this.#isData = true;
    if (!this.#isData) return;
    this.#nesting.open(name);
    if (name === 'row') this.#openRow(attribute('r'));
    else if (name === 'c') this.#openCell(attribute('r'), attribute('t') ?? 'n', attribute('s'));
    else if (name === 'v') this.#isValue = true;
    else this.#inline.open(name);
  };

  readonly close = (name: string): void => {
    if (!this.#isData) return;
    this.#nesting.close(name);
    if (name === 'sheetData') this.#isData = false;
    else if (name === 'row') this.#closeRow();
    else if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#isValue = false;
    else this.#inline.close(name);
  };

  readonly text = (text: string): void => {
    if (this.#isValue) this.#value.push(text);
    else this.#inline.take(text);
  };

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.#row || row > LAST_ROW) throw new NotXml('its rows are out of order');
    this.#row = row;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(reference: string | undefined, type: string, style: string | undefined): void {
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (column <= this.#column || column >= LAST_COLUMN) throw new NotXml('its cells are out of order');
    this.#column = column;
    this.#type = type;
    this.#style = style === undefined ? 0 : Number(style);
    this.#value = [];
    this.#inline.begin();
  }

  #closeCell(): void {
    const text = this.#cellText();
    if (text === '') return;
    this.#all += this.#column + 1 - this.#cells.length;
    if (this.#all > MOST_WORKBOOK_CELLS) throw new TooManyCells();
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells.push(text);
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#use({ number: this.#row, cells: this.#cells }) === false) throw ENOUGH;
  }

  #cellText(): string {
    const value = this.#value.join('');
    const { texts, forms, base } = this.#workbook;
    switch (this.#type) {
      case 's': {
        const text = value === '' ? '' : texts[Number(value)];
        if (text === undefined) throw new NotXml('a cell refers to a text that there is not');
        return text;
      }
      case 'inlineStr':
        return this.#inline.text;
      case 'b':
        return value === '' ? '' : value === '0' || value === 'false' ? 'FALSE' : 'TRUE';
      case 'n': {
        const form = forms[this.#style] ?? 'number';
        return form === 'number' ? numberText(value) : momentText(value, form, base);
      }
      // The result of a formula, an error (#N/A) and a date as text stay as they are.
      default:
        return unescapedText(value);
    }
  }
}

/** The column of a reference: 0 for A1, 28 for AC7. @throws NotXml if it is no reference */
function columnOf(reference: string): number {
  const [, letters] = /^([A-Za-z]{1,3})\d+$/.exec(reference) ?? [];
  if (letters === undefined) throw new NotXml('a cell has no place');
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
