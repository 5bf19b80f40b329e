/**
 * Reads a file of labels: attribute, code, label; without a code the label is that of the attribute. In two columns the first names an attribute, or
 * a code that only one attribute has. Detects encoding, delimiter and quotes as in a data folder, since a spreadsheet saved the file. Also reads the
 * first sheet of a workbook.
 */
import * as path from 'node:path';
import type { AttributeDescription, Dataset } from '../../../shared/contract/dataset';
import { type Label, type LabelFile, labelKey, labelSchema } from '../../../shared/contract/labels';
import { withFormula } from '../../../shared/values/csv';
import { ShelfwiseError } from '../../../shared/errors';
import { MOST_LABELS } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';
import { formatOf } from '../../../engine/import/layouts/file-format';
import { DELIMITED } from '../../../engine/import/layouts/import-plan';
import { guessEncoding } from '../../../engine/import/read/detect';
import { decodeBeginning } from '../../../engine/import/read/encoding';
import { RowParser } from '../../../engine/import/read/parse-row';
import { fieldsOf, RowOutput } from '../../../engine/import/read/row-output';
import { fileState, readBeginning } from '../../../engine/import/read/source-file';
import { withWorkbook } from '../../../engine/import/read/workbook/with-workbook';

type LeftOut = LabelFile['leftOut'][number];

/** The largest set of labels takes half of it. */
const LARGEST = 2 << 20;
/** For a workbook, unpacked. */
const LARGEST_INFLATED = 32 << 20;
/** For a cell of a workbook: more characters than any name or label has. */
const CELL_READ = 2000;
/** Attribute, code and label. */
const MOST_FIELDS = 3;
/** Most rejected rows to name. */
const MOST_LEFT_OUT = 1000;
/** Characters to show of a rejected row. */
const TEXT_SHOWN = 200;

/**
 * @param file absolute
 * @throws ShelfwiseError `bad-data` if it is no text file of a few columns, or too large; `not-found`, `no-permission`; `stopped` on abort
 */
export async function readLabelFile(file: string, dataset: Dataset, signal?: AbortSignal): Promise<LabelFile> {
  const name = path.basename(file);
  if ((await fileState(file)).bytes > LARGEST) throw new ShelfwiseError('bad-data', say('labels.too-large', { file }));
  const rows = formatOf(file).kind === 'xlsx' ? await rowsOfSheet(file, signal) : await rowsOfText(file);
  const attributes = attributesOf(dataset);
  const found = new Map<string, Label>();
  const leftOut: LeftOut[] = [];
  rows.forEach(({ line, fields }, place) => {
    const read = place === 0 && isHeader(fields, attributes) ? null : labelOf(fields, attributes);
    if (read === null) return;
    const reason = typeof read === 'string' ? read : refusal(read, found);
    if (reason !== null) leftOut.push({ line, text: fields.join(', ').slice(0, TEXT_SHOWN), reason });
    else if (typeof read !== 'string') found.set(labelKey(read), read);
  });
  if (found.size === 0 && leftOut.every(({ reason }) => reason === 'fields'))
    throw new ShelfwiseError('bad-data', say('labels.no-file', { file: name }));
  if (found.size > MOST_LABELS)
    throw new ShelfwiseError('bad-data', say('kept.labels-too-many', { most: MOST_LABELS }));
  return { entries: [...found.values()], leftOut: leftOut.slice(0, MOST_LEFT_OUT) };
}

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

async function rowsOfText(file: string): Promise<Row[]> {
  const bytes = await readBeginning(file, LARGEST);
  return rowsOf(decodeBeginning(bytes, guessEncoding(bytes)));
}

/**
 * Rows of the first sheet. A missing label is a missing cell: rows get as many cells as the first one, plus at most one for a label. A million rows
 * filled to the last column of a sheet would fill the memory.
 */
const rowsOfSheet = (file: string, signal: AbortSignal | undefined): Promise<Row[]> =>
  withWorkbook(
    file,
    { limits: { bytes: LARGEST, inflated: LARGEST_INFLATED }, longestCell: CELL_READ, signal },
    async (workbook) => {
      const rows: Row[] = [];
      await workbook.rows(workbook.sheet(undefined), ({ number, cells }) => {
        const texts = cells.map((cell) => cell.trim());
        if (texts.every((text) => text === '')) return;
        const width = Math.min(rows[0]?.fields.length ?? 0, MOST_FIELDS + 1);
        while (texts.length < width) texts.push('');
        rows.push({ line: number, fields: texts });
      });
      return rows;
    },
  );

/** Uses the delimiter that gives most rows of two or three fields; a row that cannot be cut is one field. */
function rowsOf(text: string): Row[] {
  const fitting = (rows: readonly Row[]): number =>
    rows.filter(({ fields: { length } }) => length === 2 || length === MOST_FIELDS).length;
  const delimiters = DELIMITED.kind === 'text' ? DELIMITED.delimiters : [];
  const candidates = delimiters.map((delimiter) => cut(text, delimiter));
  return candidates.reduce((best, rows) => (fitting(rows) > fitting(best) ? rows : best), candidates[0] ?? []);
}

function cut(text: string, delimiter: string): Row[] {
  const buffer = Buffer.from(text);
  const carriageReturnEnds = !text.includes('\n');
  const parser = new RowParser({ delimiter, quoting: true, carriageReturnEnds });
  const output = new RowOutput();
  const lineEnd = carriageReturnEnds ? '\r' : '\n';
  const rows: Row[] = [];
  let line = 1;
  for (let at = 0; at < buffer.length; at = parser.next) {
    output.length = 0;
    const end = parser.parse(buffer, at, true, output);
    const isWhole = end === 'line' || end === 'file';
    if (!isWhole) {
      const next = buffer.indexOf(lineEnd, at);
      parser.next = next === -1 ? buffer.length : next + 1;
      rows.push({ line, fields: [buffer.toString('utf8', at, parser.next).trim()] });
      line += 1;
      continue;
    }
    if (!parser.isBlank) rows.push({ line, fields: fieldsOf(output).map((field) => field.trim()) });
    line += parser.lineBreaks + 1;
  }
  return rows;
}

/** A first row that ends with "label", or three words of which the data knows none: a header in another language. */
function isHeader(fields: readonly string[], attributes: Attributes): boolean {
  if (/^labels?$/i.test(fields.at(-1) ?? '')) return true;
  const [name = '', code = ''] = fields;
  const isValue = (text: string): boolean => [...attributes.values()].some((described) => hasValue(described, text));
  return fields.length === MOST_FIELDS && code !== '' && !attributes.has(name) && !isValue(name) && !isValue(code);
}

/** By name; a title may have an attribute of the same name as a profile's. */
type Attributes = ReadonlyMap<string, readonly AttributeDescription[]>;

function attributesOf({ profileAttributes, itemAttributes }: Dataset): Attributes {
  const byName = new Map<string, AttributeDescription[]>();
  for (const attribute of [...profileAttributes, ...itemAttributes])
    byName.set(attribute.name, [...(byName.get(attribute.name) ?? []), attribute]);
  return byName;
}

/** What a row labels, why it is rejected, or null without a label: a list of codes may be only partly filled in. */
function labelOf(fields: readonly string[], attributes: Attributes): Label | LeftOut['reason'] | null {
  const label = withFormula(fields.at(-1) ?? '');
  if (fields.length !== 2 && fields.length !== MOST_FIELDS) return 'fields';
  if (label === '') return null;
  if (fields.length === 2) return labelOfName(fields[0]!, label, attributes);
  const [name, code] = [unguarded(fields[0]!, (text) => attributes.has(text)), fields[1]!];
  const described = attributes.get(name);
  if (described === undefined) return 'unknown';
  if (code === '') return { attribute: name, label };
  const known = unguarded(code, (text) => hasValue(described, text));
  return hasValue(described, known) ? { attribute: name, code: known, label } : 'unknown';
}

function labelOfName(text: string, label: string, attributes: Attributes): Label | LeftOut['reason'] {
  const name = unguarded(text, (one) => attributes.has(one));
  if (attributes.has(name)) return { attribute: name, label };
  // A number could be a value of any numeric attribute.
  const owners = [...attributes].filter(([, described]) =>
    described.some(({ categories }) => categories.includes(unguarded(text, (one) => categories.includes(one)))),
  );
  const [owner] = owners;
  if (owner === undefined) return 'unknown';
  if (owners.length > 1) return 'several';
  const categories = owner[1].flatMap((described) => described.categories);
  return { attribute: owner[0], code: unguarded(text, (one) => categories.includes(one)), label };
}

function hasValue(described: readonly AttributeDescription[], code: string): boolean {
  return described.some(({ kind, categories }) =>
    kind === 'numeric' ? String(Number(code)) === code : categories.includes(code),
  );
}

/** Removes the apostrophe that an exported table puts before what a spreadsheet would run. */
const unguarded = (text: string, isKnown: (text: string) => boolean): string =>
  !isKnown(text) && isKnown(withFormula(text)) ? withFormula(text) : text;

function refusal(label: Label, found: ReadonlyMap<string, Label>): LeftOut['reason'] | null {
  if (!labelSchema.safeParse(label).success) return 'label';
  const earlier = found.get(labelKey(label));
  return earlier === undefined || earlier.label === label.label ? null : 'twice';
}
