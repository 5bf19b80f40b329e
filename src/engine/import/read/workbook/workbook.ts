/** A workbook (.xlsx, ECMA-376): its sheets, and what their cells refer to. */
import * as path from 'node:path';
import { ShelfwiseError } from '../../../../shared/errors';
import { MOST_WORKBOOK_CELLS } from '../../../../shared/limits';
import { say } from '../../../../shared/words/sentence';
import { allowedWords } from '../../../../shared/values/suggest';
import { formOf, type NumberForm, unescapedText } from './cell-text';
import type { WorkbookParts } from './parts';
import { Nesting, NotXml, readXml } from './xml';

export interface Sheet {
  readonly name: string;
  /** Name of the part with its cells. */
  readonly part: string;
}

export interface Workbook {
  /** In order, without chart sheets. */
  readonly sheets: readonly Sheet[];
  /** The year that its days are counted from. */
  readonly base: 1900 | 1904;
  readonly texts: readonly string[];
  /** By cell style. */
  readonly forms: readonly NumberForm[];
}

/** Most entries of a list in a part: Excel itself writes at most 65,490 styles, and one text per cell. */
const MOST_LISTED = 100_000;
/** Characters of a format's code, as in Excel. */
const LONGEST_CODE = 255;

/** @throws NotXml if it is no workbook */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const root = await relationsOf(parts, '');
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const related = await relationsOf(parts, main);
  const named: { name: string; id: string }[] = [];
  let base: Workbook['base'] = 1900;
  await readXml(parts.read(main), {
    open: (name, attribute) => {
      if (name === 'sheet') take(named, { name: attribute('name') ?? '', id: attribute('id') ?? '' }, MOST_LISTED);
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute('date1904') ?? '')) base = 1904;
    },
    close: () => undefined,
  });
  const sheets = named.flatMap(({ name, id }) => {
    const relation = related.get(id);
    return relation?.type === 'worksheet' ? [{ name, part: relation.target }] : [];
  });
  if (sheets.length === 0) throw new NotXml('it has no sheet');
  const partOf = (type: string): string | undefined =>
    [...related.values()].find((relation) => relation.type === type && parts.has(relation.target))?.target;
  const texts = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    sheets,
    base,
    texts: texts === undefined ? [] : await readTexts(parts, texts),
    forms: styles === undefined ? [] : await readForms(parts, styles),
  };
}

/**
 * The sheet with a name, or the first.
 * @throws ShelfwiseError `not-found` with the existing names
 */
export function sheetNamed(file: string, { sheets }: Pick<Workbook, 'sheets'>, name: string | undefined): Sheet {
  if (name === undefined) return sheets[0]!;
  const found =
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.trim().toLowerCase());
  if (found !== undefined) return found;
  const names = sheets.map((sheet) => sheet.name);
  throw new ShelfwiseError('not-found', [
    say('workbook.no-sheet', { file, sheet: name }),
    ...allowedWords(name, names),
  ]);
}

interface Relation {
  /** The last word of its type, which is the same in the strict and the transitional form. */
  readonly type: string;
  readonly target: string;
}

/** Adds to a list of limited length. */
function take<Entry>(list: Entry[], entry: Entry, most: number): void {
  if (list.length === most) throw new NotXml('it lists too much');
  list.push(entry);
}

/** The parts that a part refers to, by ID. Omits what lies outside of the workbook. */
async function relationsOf(parts: WorkbookParts, part: string): Promise<Map<string, Relation>> {
  const { dir, base } = path.posix.parse(part);
  const place = path.posix.join(dir, '_rels', `${base}.rels`);
  const relations = new Map<string, Relation>();
  if (!parts.has(place)) return relations;
  await readXml(parts.read(place), {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      if (relations.size === MOST_LISTED) throw new NotXml('it lists too much');
      const target = attribute('Target') ?? '';
      relations.set(attribute('Id') ?? '', {
        type: (attribute('Type') ?? '').split('/').at(-1)!,
        target: target.startsWith('/') ? target.slice(1) : path.posix.join(dir, target),
      });
    },
    close: () => undefined,
  });
  return relations;
}

/** Texts that cells share, each of one run or several, without their pronunciation. */
async function readTexts(parts: WorkbookParts, part: string): Promise<string[]> {
  const texts: string[] = [];
  const reader = new TextReader();
  const nesting = new Nesting('si');
  await readXml(parts.read(part), {
    open: (name) => {
      nesting.open(name);
      if (name === 'si') reader.begin();
      else reader.open(name);
    },
    close: (name) => {
      nesting.close(name);
      if (name === 'si') take(texts, reader.text, MOST_WORKBOOK_CELLS);
      else reader.close(name);
    },
    text: (text) => reader.take(text),
  });
  return texts;
}

/** Collects the text of a cell or of a shared text from its runs. */
export class TextReader {
  #runs: string[] = [];
  #isText = false;
  #isPronunciation = false;

  begin(): void {
    this.#runs = [];
  }

  get text(): string {
    return unescapedText(this.#runs.join(''));
  }

  open(name: string): void {
    if (name === 't') this.#isText = !this.#isPronunciation;
    else if (name === 'rPh') this.#isPronunciation = true;
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isPronunciation = false;
  }

  take(text: string): void {
    if (this.#isText) this.#runs.push(text);
  }
}

/** How numbers of each style are displayed. */
async function readForms(parts: WorkbookParts, part: string): Promise<NumberForm[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isOfCells = false;
  await readXml(parts.read(part), {
    open: (name, attribute) => {
      if (name === 'numFmt') {
        const code = attribute('formatCode') ?? '';
        if (code.length > LONGEST_CODE) throw new NotXml('the code of a format is too long');
        if (codes.size === MOST_LISTED) throw new NotXml('it lists too much');
        codes.set(Number(attribute('numFmtId')), code);
      } else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) take(ids, Number(attribute('numFmtId') ?? 0), MOST_LISTED);
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  const forms = new Map([...new Set(ids)].map((id) => [id, formOf(id, codes.get(id))]));
  return ids.map((id) => forms.get(id)!);
}
