/** Workbooks (.xlsx) for tests, part by part, as Excel writes them or as no program would. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A cell: a text, a number, a moment as stored, or raw XML. */
export type Cell =
  | string
  | number
  | null
  | { readonly days: number; readonly style: number }
  | { readonly xml: string };

/** Styles of `workbookOf`: plain numbers, then dates, moments, times, durations, and dates in a custom format. */
export const STYLE = { date: 1, moment: 2, time: 3, duration: 4, own: 5 } as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const column = (at: number): string =>
  (at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : '') + String.fromCharCode(65 + (at % 26));

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** @param rows null for a missing row */
export function sheetXml(rows: readonly (readonly Cell[] | null)[], texts: string[]): string {
  const cellXml = (cell: Cell, place: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'object')
      return 'xml' in cell ? cell.xml : `<c r="${place}" s="${cell.style}"><v>${cell.days}</v></c>`;
    if (!texts.includes(cell)) texts.push(cell);
    return `<c r="${place}" t="s"><v>${texts.indexOf(cell)}</v></c>`;
  };
  const rowsXml = rows.map((row, at) =>
    row === null
      ? ''
      : `<row r="${at + 1}">${row.map((cell, place) => cellXml(cell, `${column(place)}${at + 1}`)).join('')}</row>`,
  );
  return `${HEAD}<worksheet ${MAIN}><sheetData>${rowsXml.join('')}</sheetData></worksheet>`;
}

export interface WorkbookOptions {
  readonly date1904?: boolean;
  /** Parts that replace generated ones, or are added. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

type Sheets = Readonly<Record<string, readonly (readonly Cell[] | null)[]>>;
type Parts = Readonly<Record<string, string | Uint8Array>>;

/** The bytes of a workbook with these sheets. */
export const workbookOf = (sheets: Sheets, options: WorkbookOptions = {}): Promise<Buffer> =>
  zipped(workbookParts(sheets, options));

/** The parts of it, by name. */
export function workbookParts(sheets: Sheets, { date1904 = false, parts = {} }: WorkbookOptions = {}): Parts {
  const texts: string[] = [];
  const names = Object.keys(sheets);
  const worksheets = Object.fromEntries(
    names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheets[name]!, texts)]),
  );
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return {
    '_rels/.rels': `${HEAD}<Relationships ${PACKAGE}>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships ${PACKAGE}>${names
      .map((_, at) => relation(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${texts
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/></numFmts><cellXfs>${[
      0, 14, 22, 20, 46, 170,
    ]
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...worksheets,
    ...parts,
  };
}

/** The same bytes at any time. */
const WRITTEN = new Date('2026-01-01T00:00:00Z');

/** A zip file of these parts. */
export function zipped(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name, { mtime: WRITTEN });
  zip.end();
  return buffer(zip.outputStream as unknown as NodeJS.ReadableStream);
}
