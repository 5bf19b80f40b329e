/**
 * Workbooks that no program writes: swelling, lying, linked elsewhere or truncated ones end in a sentence, within
 * bounds, and write nothing.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withWorkbook } from '../../src/engine/import/read/workbook/with-workbook';
import { MOST_WORKBOOK_BYTES, MOST_WORKBOOK_INFLATED } from '../../src/shared/limits';
import { readLabelFile } from '../../src/features/labels/engine/label-file';
import { lookAtFolder } from '../../src/engine/import/propose/look-at-folder';
import { sampleTables } from '../../src/engine/import/propose/sample-tables';
import { SheetPass } from '../../src/engine/import/read/sheet-pass';
import type { FilePlan } from '../../src/engine/import/layouts/import-plan';
import { ShelfwiseError } from '../../src/shared/errors';
import type { Dataset, Mapping } from '../../src/shared/contract/dataset';
import { makePlace, type Place, reasonsOf, reportOf } from '../support/importing';
import { type Cell, workbookOf, type WorkbookOptions } from '../support/workbook';
import { everyNth, triedRuns } from '../support/tried';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const ROWS: Cell[][] = [
  ['show', 'name'],
  [1, 'One'],
  [2, 'Two'],
];
const mapping: Mapping = {
  events: { file: 'plays.csv', profile: 'child', item: 'show' },
  items: { file: 'shows.xlsx', item: 'show', title: 'name', attributes: [] },
};
let folders = 0;

async function importing(bytes: Uint8Array | string) {
  const folder = await place.write(`hostile-${folders++}`, {
    'plays.csv': ['child,show', 'a,1', 'b,2', 'a,2'],
    'shows.xlsx': bytes,
  });
  return place.import(folder, { mapping });
}

/** Reads all of the first sheet, as an import does. */
async function outcomeOf(
  bytes: Uint8Array | string,
  inflated = MOST_WORKBOOK_INFLATED,
): Promise<ShelfwiseError | 'read'> {
  const file = path.join(place.folder, `${folders++}.xlsx`);
  await fs.writeFile(file, bytes);
  try {
    await withWorkbook(file, { limits: { bytes: MOST_WORKBOOK_BYTES, inflated } }, (workbook) =>
      workbook.rows(workbook.sheet(undefined), () => undefined),
    );
    return 'read';
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ShelfwiseError);
    return thrown as ShelfwiseError;
  }
}

const withParts = (parts: WorkbookOptions['parts'] & object): Promise<Buffer> => workbookOf({ S: ROWS }, { parts });
const sheet = (data: string, before = ''): Promise<Buffer> =>
  withParts({ 'xl/worksheets/sheet1.xml': `${before}<worksheet><sheetData>${data}</sheetData></worksheet>` });
const strings = (xml: string): Promise<Buffer> => withParts({ 'xl/sharedStrings.xml': xml });

const nested = (name: string, levels: number, content: string): string =>
  `<${name}>`.repeat(levels) + content + `</${name}>`.repeat(levels);
/** In two runs: they are joined anew wherever the text is asked for. */
const runs = (length: number): string => `<t>${'x'.repeat(length)}</t><t>y</t>`;

describe('is refused with a reason and advice', () => {
  test.each<[string, () => Promise<Buffer | string>, RegExp]>(
    everyNth(
      [
        ['no zip file', async () => 'show,name\n1,One\n', /not an Excel file/],
        ['nothing', async () => '', /not an Excel file/],
        [
          'one with a password',
          async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
          /has a password or/,
        ],
        [
          'a zip file of other things',
          () => workbookOf({}, { parts: { 'xl/workbook.xml': '<a/>' } }),
          /it has no sheet/,
        ],
        ['half of a workbook', async () => (await workbookOf({ S: ROWS })).subarray(0, 900), /not an Excel file/],
        [
          'entities that swell',
          () => strings('<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'),
          /document type/,
        ],
        [
          'an entity that is a file',
          () => strings('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'),
          /document type/,
        ],
        [
          'an entity without a meaning',
          () => strings('<sst><si><t>&passwd;</t></si></sst>'),
          /entity passwd is unknown/,
        ],
        [
          'a sheet that lies elsewhere',
          () =>
            withParts({
              'xl/_rels/workbook.xml.rels':
                '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>',
            }),
          /is missing/,
        ],
        [
          'a sheet of another computer',
          () =>
            withParts({
              'xl/_rels/workbook.xml.rels':
                '<Relationships><Relationship Id="s1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1/"/></Relationships>',
            }),
          /it has no sheet/,
        ],
        ['elements in one another', () => sheet('<a>'.repeat(5000) + '</a>'.repeat(5000)), /too deep/],
        ['a text without an end', () => strings(`<sst><si><t>${'x'.repeat(3 << 20)}`), /too long/],
        ['a tag without an end', () => strings(`<sst><si a="${'x'.repeat(3 << 20)}`), /too long/],
        ['rows out of order', () => sheet('<row r="2"/><row r="1"/>'), /rows are out of order/],
        ['a row beyond all sheets', () => sheet('<row r="1048577"/>'), /rows are out of order/],
        [
          'a column beyond all sheets',
          () => sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
          /cells are out of order/,
        ],
        ['a cell without a place', () => sheet('<row r="1"><c r="A-1"><v>1</v></c></row>'), /has no place/],
        [
          'a text that there is not',
          () => sheet('<row r="1"><c t="s"><v>99</v></c></row>'),
          /a text that there is not/,
        ],
        [
          'cells in the last column of each row',
          () =>
            sheet(
              Array.from(
                { length: 700 },
                (_, at) =>
                  `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c><c r="B${at + 1}" t="s"><v>1</v></c>${at === 0 ? '' : `<c r="XFD${at + 1}"><v>1</v></c>`}</row>`,
              ).join(''),
            ),
          /more than 10,000,000 cells/,
        ],
        [
          'more styles than Excel has',
          () => withParts({ 'xl/styles.xml': `<a><cellXfs>${'<xf/>'.repeat(100_001)}</cellXfs></a>` }),
          /it lists too much/,
        ],
        ['texts in one another', () => strings(`<sst>${nested('si', 90, runs(90_000))}</sst>`), /si lies in another/],
        ['cells in one another', () => sheet(`<row r="1">${nested('c', 90, '<v>1</v>')}</row>`), /c lies in another/],
        ['rows in one another', () => sheet(nested('row', 90, '')), /row lies in another/],
        [
          'a format code that no Excel writes, on many styles',
          () =>
            withParts({
              'xl/styles.xml': `<a><numFmt numFmtId="170" formatCode="${'['.repeat(1000)}"/><cellXfs>${'<xf numFmtId="170"/>'.repeat(100_000)}</cellXfs></a>`,
            }),
          /the code of a format is too long/,
        ],
        [
          'more format codes than styles',
          () =>
            withParts({
              'xl/styles.xml': `<a>${Array.from({ length: 100_001 }, (_, id) => `<numFmt numFmtId="${id}" formatCode="0"/>`).join('')}</a>`,
            }),
          /it lists too much/,
        ],
      ],
      3,
    ),
  )('%s', async (_name, make, message) => {
    const outcome = await outcomeOf(await make());
    expect(outcome).toMatchObject({ code: 'bad-data', message: expect.stringMatching(message) });
    expect((outcome as Error).message).toMatch(/CSV/);
  });

  test('parts that swell', async () => {
    const swollen = await strings(`<sst>${'<si><t>x</t></si>'.repeat(200_000)}</sst>`);
    expect(swollen.length).toBeLessThan(20_000);
    expect(await outcomeOf(swollen, 1 << 20)).toMatchObject({
      code: 'bad-data',
      message: expect.stringMatching(/more than 1 MB once it is unpacked.*CSV/),
    });
  });

  test('a file that is too large is not opened', async () => {
    const file = path.join(place.folder, 'large.xlsx');
    await fs.writeFile(file, '');
    await fs.truncate(file, MOST_WORKBOOK_BYTES + 1);
    const reading = withWorkbook(file, { limits: { bytes: Infinity, inflated: 1 } }, async () => undefined);
    await expect(reading).rejects.toMatchObject({
      message: expect.stringContaining('at most 64 MB are read'),
    });
  });
});

describe('small files that would take gigabytes or minutes', () => {
  /** 189 KB in a zip file, 180 MB of texts unpacked, 16 GB if each level takes its own. */
  const deepTexts = (bytes: number): Promise<Buffer> =>
    strings(`<sst>${nested('si', 90, runs(900_000)).repeat(Math.floor(bytes / 900_810))}</sst>`);

  test('an import refuses texts in one another', { tags: ['rare'] }, async () => {
    const bytes = await deepTexts(180e6);
    expect(bytes.length).toBeLessThan(200_000);
    // Before they take the memory that the reader may have, which would refuse them too.
    const refusal = { code: 'bad-data', message: expect.stringContaining('si lies') };
    await expect(importing(bytes)).rejects.toMatchObject(refusal);
  });

  test('labels refuse texts in one another', async () => {
    const file = path.join(place.folder, 'deep-labels.xlsx');
    await fs.writeFile(file, await deepTexts(30e6));
    const dataset = { profileAttributes: [], itemAttributes: [] } as unknown as Dataset;
    await expect(readLabelFile(file, dataset)).rejects.toMatchObject({ message: expect.stringContaining('si lies') });
  });

  test('many styles of many codes are told by what their codes show', async () => {
    const codes = Array.from(
      { length: 5000 },
      (_, id) => `<numFmt numFmtId="${id + 200}" formatCode="${'['.repeat(255)}"/>`,
    );
    const styles = Array.from({ length: 100_000 }, (_, at) => `<xf numFmtId="${200 + (at % 5000)}"/>`);
    const bytes = await withParts({
      'xl/styles.xml': `<a>${codes.join('')}<cellXfs>${styles.join('')}</cellXfs></a>`,
    });
    expect(await outcomeOf(bytes)).toBe('read');
  });
});

describe('a reading that is stopped', () => {
  const rows = (count: number): Promise<Buffer> =>
    sheet(Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`).join(''));

  test('ends between two batches, however much of the sheet is left', async () => {
    const file = path.join(place.folder, 'stopped.xlsx');
    await fs.writeFile(file, await rows(300_000));
    const stop = new AbortController();
    let seen = 0;
    const reading = withWorkbook(
      file,
      { limits: { bytes: MOST_WORKBOOK_BYTES, inflated: MOST_WORKBOOK_INFLATED }, signal: stop.signal },
      (workbook) =>
        workbook.rows(
          workbook.sheet(undefined),
          () => void seen++,
          () => stop.abort(),
        ),
    );
    await expect(reading).rejects.toMatchObject({ code: 'stopped' });
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(100_000);
  });

  test('reads neither labels nor the beginnings of a folder to the end', async () => {
    const folder = await place.write('stopped', {
      'plays.csv': ['child,show', 'a,1'],
      'shows.xlsx': await rows(100_000),
    });
    const file = path.join(folder, 'shows.xlsx');
    const dataset = { profileAttributes: [], itemAttributes: [] } as unknown as Dataset;
    for (const read of [
      (signal: AbortSignal) => readLabelFile(file, dataset, signal),
      (signal: AbortSignal) => lookAtFolder(folder, signal),
    ]) {
      const stop = new AbortController();
      const reading = read(stop.signal);
      setImmediate(() => stop.abort());
      await expect(reading).rejects.toMatchObject({ code: 'stopped' });
    }
  });
});

test('many cells that refer to one long text do not swell: rows that are too long are rejected one by one', async () => {
  const text = 'x'.repeat(900_000);
  const rows = Array.from(
    { length: 200 },
    (_, at) => `<row r="${at + 3}"><c t="inlineStr"><is><t>${at}</t></is></c><c t="s"><v>2</v></c></row>`,
  );
  const head =
    '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="2"><c><v>1</v></c><c><v>7</v></c></row>';
  const answer = await importing(
    await withParts({
      'xl/sharedStrings.xml': `<sst><si><t>show</t></si><si><t>name</t></si><si><t>${text}</t></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${head}${rows.join('')}</sheetData></worksheet>`,
    }),
  );
  const report = reportOf(answer, 'shows.xlsx');
  expect([report.rows, report.accepted, reasonsOf(report)]).toEqual([201, 1, { 'row-too-long': 200 }]);
});

const plan: FilePlan = {
  role: 'items',
  file: 'x',
  parts: [],
  item: 'show',
  title: null,
  needsTitle: false,
  subtitle: null,
  attributes: [],
  path: 'x',
  format: { kind: 'xlsx' },
};

test('texts that fit a row and are referred to without end are refused', () => {
  const pass = new SheetPass(plan, 10_000, () => new Error('swells'));
  pass.take({ number: 1, cells: ['show', 'name'] });
  for (let number = 2; number < 12; number++) pass.take({ number, cells: ['1', 'x'.repeat(990)] });
  expect(() => pass.take({ number: 12, cells: ['1', 'x'.repeat(990)] })).toThrow('swells');
});

/** A header that ends at a column, and rows of one cell. */
const wide = (last: string, rows: number): Promise<Buffer> =>
  sheet(
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="${last}1" t="s"><v>2</v></c></row>` +
      Array.from({ length: rows }, (_, at) => `<row r="${at + 2}"><c><v>${at}</v></c></row>`).join(''),
  );

describe('rows that are short of a wide header', () => {
  test('take what they would as text, and a sheet of too many is refused', { tags: ['rare'] }, async () => {
    const header = ['show', ...Array.from({ length: 1999 }, (_, at) => `c${at}`)];
    const pass = new SheetPass(plan, 10_000, () => new Error('swells'));
    pass.take({ number: 1, cells: header });
    for (let number = 2; number < 6; number++) pass.take({ number, cells: ['1'] });
    // Counts what is written.
    expect(pass.rows.length).toBe(4 * (1 + 1 + header.length + 3));
    expect(() => pass.take({ number: 6, cells: ['1'] })).toThrow('swells');
    await expect(importing(await wide('BXX', 5001))).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringMatching(/more than 10,000,000 cells/),
    });
  });

  test('are not filled when looking at a folder, and a header that no import accepts is no table', async () => {
    const folder = await place.write('wide', {
      'widest.xlsx': await wide('XFD', 2),
      'short.xlsx': await workbookOf({
        S: [['show', 'name', 'kind'], [1, 'One'], [2, 'Two', 'x', 'beyond'], [3], [4]],
      }),
    });
    const tables = await sampleTables(folder, ['widest.xlsx', 'short.xlsx']);
    expect(tables.map(({ file, rows, firstRows }) => [file, rows, firstRows])).toEqual([
      [
        'short.xlsx',
        3,
        [
          ['1', 'One', ''],
          ['3', '', ''],
          ['4', '', ''],
        ],
      ],
    ]);
  });

  test('are not filled when reading labels', async () => {
    const file = path.join(place.folder, 'wide-labels.xlsx');
    await fs.writeFile(file, await wide('XFD', 3000));
    const dataset = { profileAttributes: [], itemAttributes: [] } as unknown as Dataset;
    const before = process.memoryUsage().heapUsed;
    await expect(readLabelFile(file, dataset)).rejects.toMatchObject({ code: 'bad-data' });
    // Filled, the rows would have 49 million places of at least 4 bytes.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150e6);
  });
});

test("a cell's content is text, whatever it looks like", async () => {
  const answer = await importing(
    await workbookOf({
      S: [
        ['show', 'name'],
        [1, "'); DROP TABLE issues; --"],
        [2, { xml: '<c r="B3" t="str"><f>WEBSERVICE("http://127.0.0.1")</f><v>x_x0000_y</v></c>' }],
        [3, 'a\u001fb\u001bn\r\n"c"'],
      ],
    }),
  );
  expect(reasonsOf(reportOf(answer, 'shows.xlsx'))).toEqual({ 'zero-byte': 1 });
});

test('a workbook damaged anywhere is refused or read, without a bug of ours', async () => {
  const whole = await workbookOf({ S: ROWS });
  const outcomes = new Set<string>();
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / triedRuns(25))) {
    const bytes = Buffer.from(whole);
    bytes.fill(0xff, at, Math.min(at + 6, bytes.length));
    const outcome = await outcomeOf(bytes);
    outcomes.add(outcome === 'read' ? outcome : outcome.code);
  }
  expect(outcomes).toContain('bad-data');
  expect(['bad-data', 'not-found', 'read']).toEqual(expect.arrayContaining([...outcomes]));
});
