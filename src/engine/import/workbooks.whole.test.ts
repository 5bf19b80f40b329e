/** Tables in workbooks (.xlsx) are read like the same rows in CSV, and each row is reported by file, sheet and row. */
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSource } from '../../features/data-folder/engine/check-source';
import { readLabelFile } from '../../features/labels/engine/label-file';
import { lookAtFolder } from './propose/look-at-folder';
import type { Mapping } from '../../shared/contract/dataset';
import { type Cell, STYLE, workbookOf } from '../../../tests/support/workbook';
import {
  contestFolder,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  PROFILE_HEADER,
  reasonsOf,
  reportOf,
} from '../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const HISTORY = [
  historyRow({ profile: '1', item: '101' }),
  historyRow({ profile: '2', item: '102' }),
  historyRow({ profile: '1', item: '103' }),
];
/** A line of CSV as cells: numbers as numbers, and no cell for an empty value. */
const cellsOf = (line: string): Cell[] =>
  line.split(',').map((text) => (text === '' ? null : /^[1-9]\d*$/.test(text) ? Number(text) : text));

const META = [META_HEADER, metaRow('101', '하나 & <둘>'), metaRow('102', 'Two  spaces'), '', metaRow('', 'None')];
const PROFILES = contestFolder([])['profile_data.csv'] as string[];

test('metadata and profiles of the documented layout give the fingerprint of the same rows in CSV', async () => {
  const csv = await place.write('contest-csv', {
    ...contestFolder(HISTORY),
    'meta_data.csv': META,
  });
  const xlsx = await place.write('contest-xlsx', {
    'history_data.csv': contestFolder(HISTORY)['history_data.csv'],
    'profile_data.xlsx': await workbookOf({ 시트1: PROFILES.map(cellsOf) }),
    'meta_data.xlsx': await workbookOf({ Titles: META.map((line) => (line === '' ? null : cellsOf(line))), Notes: [] }),
  });
  const [expected, answer] = [await place.import(csv), await place.import(xlsx)];
  expect(answer.fingerprint).toBe(expected.fingerprint);
  expect(reportOf(answer, 'meta_data.xlsx')).toMatchObject({
    role: 'items',
    sheet: 'Titles',
    encoding: 'xlsx',
    rows: 3,
    accepted: 2,
    rejected: 1,
  });
  const issues = await place.issues(answer);
  expect(issues.filter(({ file }) => file.startsWith('meta'))).toMatchObject([
    { file: 'meta_data.xlsx: Titles', line: 5, outcome: 'rejected', reason: 'missing-id' },
  ]);
  expect(issues.map(({ line, reason }) => [line, reason])).toEqual(
    (await place.issues(expected)).map(({ line, reason }) => [line, reason]),
  );
  expect(await checkSource(answer)).toMatchObject({ state: 'unchanged' });
});

test('a workbook beside a CSV file of the same table is not read', async () => {
  const both = await place.write('both', {
    ...contestFolder(HISTORY),
    'meta_data.csv': META,
    'meta_data.xlsx': 'no workbook at all',
    'history_data.xlsx': 'none either',
  });
  const answer = await place.import(both);
  expect(reportOf(answer, 'meta_data.xlsx').role).toBe('ignored');
  expect(reportOf(answer, 'history_data.xlsx').role).toBe('ignored');
});

test('a part in a workbook is read beside others in CSV; a workbook of events is refused', async () => {
  const parts = {
    ...contestFolder(HISTORY),
    'meta_data_1.csv': META.slice(0, 2),
    'Meta_data_1.xlsx': 'what it was saved from',
    'meta_data_2.xlsx': await workbookOf({ S: [META[0]!, META[2]!].map(cellsOf) }),
  };
  const answer = await place.import(await place.write('mixed-parts', parts));
  expect(reportOf(answer, 'Meta_data_1.xlsx').role).toBe('ignored');
  expect([reportOf(answer, 'meta_data_1.csv').accepted, reportOf(answer, 'meta_data_2.xlsx').accepted]).toEqual([1, 1]);
  const { 'history_data.csv': march, ...others } = contestFolder(HISTORY);
  const months = await place.write('mixed-months', {
    ...others,
    'history_data-2026-03.csv': march!,
    'history_data-2026-04.xlsx': 'April',
  });
  await expect(place.import(months)).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringMatching(/history_data-2026-04\.xlsx holds events, which are not read from Excel files/),
  });
});

const MAPPING: Mapping = {
  events: { file: 'plays.csv', profile: 'child', item: 'show', time: 'at' },
  items: { file: 'shows.xlsx', item: 'show', title: 'name', attributes: ['kind', 'since', 'length'] },
};
const PLAYS = [
  'child,show,at',
  ...['a,1', 'b,2', 'a,3', 'b,1', 'a,2', 'b,3'].map((ids, at) => `${ids},2026-03-01 1${at}:00:00`),
];

test('numbers, dates, times, booleans and formulas are read as texts of a documented form', async () => {
  const rows: Cell[][] = [
    ['show', 'name', 'kind', 'since', 'length'],
    [1, '  Bear ', { xml: '<c r="C2" t="b"><v>1</v></c>' }, { days: 45_000, style: STYLE.date }, 0.30000000000000004],
    [
      2,
      'line\nbreak',
      { xml: '<c r="C3" t="str"><f>A1</f><v>made_x000D_</v></c>' },
      { days: 45_000.5, style: STYLE.moment },
      { days: 0.5, style: STYLE.time },
    ],
    [
      3,
      { xml: '<c r="B4" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>no</t></rPh></is></c>' },
      { xml: '<c r="C4" t="e"><v>#N/A</v></c>' },
      { days: 45_000.75, style: STYLE.own },
      { days: 1.5, style: STYLE.duration },
    ],
  ];
  const csv = [
    'show,name,kind,since,length',
    '1,Bear,TRUE,2023-03-15,0.3',
    '2,"line\nbreak","made\r",2023-03-15 12:00:00,12:00:00',
    '3,inline,#N/A,2023-03-15,36:00:00',
  ].join('\n');
  const xlsx = await place.write('values-xlsx', {
    'plays.csv': PLAYS,
    'shows.xlsx': await workbookOf({ Sheet1: rows }),
  });
  const text = await place.write('values-csv', { 'plays.csv': PLAYS, 'shows.csv': csv });
  const answer = await place.import(xlsx, { mapping: MAPPING });
  const expected = await place.import(text, {
    mapping: { ...MAPPING, items: { ...MAPPING.items!, file: 'shows.csv' } },
  });
  expect(answer.fingerprint).toBe(expected.fingerprint);
  const old = await place.write('values-1904', {
    'plays.csv': PLAYS,
    'shows.xlsx': await workbookOf(
      { Sheet1: [rows[0]!, [1, 'Bear', 'x', { days: 45_000 - 1462, style: STYLE.date }, 1]] },
      { date1904: true },
    ),
  });
  const since = (await place.import(old, { mapping: MAPPING })).itemAttributes.find(({ name }) => name === 'since');
  expect(since?.categories).toEqual(['2023-03-15']);
});

test('a mapping names the sheet; the same folder with another sheet is other data', { tags: ['rare'] }, async () => {
  const header = ['show', 'name', 'kind'];
  const folder = await place.write('sheets', {
    'plays.csv': PLAYS,
    'shows.xlsx': await workbookOf({
      Cover: [['Made in March']],
      'Old & new': [header, [1, 'One', 'x'], [2, 'Two', 'y'], [3, 'Three', 'x']],
      Other: [header, [1, 'Uno', 'x'], [2, 'Dos', 'y'], [3, 'Tres', 'x']],
    }),
  });
  const of = (sheet: string | undefined): Mapping => ({
    ...MAPPING,
    items: { file: 'shows.xlsx', item: 'show', title: 'name', attributes: ['kind'], ...(sheet && { sheet }) },
  });
  const one = await place.import(folder, { mapping: of('Old & new') });
  const other = await place.import(folder, { mapping: of('other') });
  expect(other.fingerprint).not.toBe(one.fingerprint);
  expect(reportOf(other, 'shows.xlsx').sheet).toBe('Other');
  expect((await place.import(folder, { mapping: of('Old & new') })).imported).toBe(false);
  await expect(place.import(folder, { mapping: of('Olf & new') })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringMatching(/no sheet called Olf & new.*Old & new.*Cover/s),
  });
  await expect(place.import(folder, { mapping: of(undefined) })).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringContaining('has no column show'),
  });
  const view = await lookAtFolder(folder);
  expect(view.mapping).toMatchObject({ items: { file: 'shows.xlsx', sheet: 'Old & new', item: 'show' } });
  expect(view.files.map(({ file, sheet, columns }) => [file, sheet?.name, columns.length])).toEqual([
    ['plays.csv', undefined, 3],
    ['shows.xlsx', 'Old & new', 3],
    ['shows.xlsx', 'Other', 3],
  ]);
});

test('a row with more cells than the header is rejected, one with fewer is padded; blanks are trimmed and reported', async () => {
  const folder = await place.write('widths', {
    'plays.csv': PLAYS,
    'shows.xlsx': await workbookOf({
      S: [null, ['show', 'name', 'kind'], [1, ' One '], [2, 'Two', 'y', null, 'beyond'], [3, '', ' ', '  '], [' ', '']],
    }),
  });
  const answer = await place.import(folder, {
    mapping: { ...MAPPING, items: { file: 'shows.xlsx', item: 'show', title: 'name', attributes: ['kind'] } },
  });
  const report = reportOf(answer, 'shows.xlsx');
  expect([report.rows, report.accepted, report.rejected, reasonsOf(report)]).toEqual([
    3,
    2,
    1,
    { 'too-many-fields': 1 },
  ]);
  expect(await place.issues(answer)).toMatchObject([{ line: 4, raw: '2\tTwo\ty\t\tbeyond' }]);
});

test.each<[string, Record<string, unknown>, Mapping | undefined]>([
  ['the documented layout', { 'history_data.xlsx': 'x', 'profile_data.csv': [PROFILE_HEADER] }, undefined],
  ['a mapping', { 'plays.xlsx': 'x' }, { events: { file: 'plays.xlsx', profile: 'a', item: 'b' } }],
])('events in a workbook are refused with advice: %s', async (name, files, mapping) => {
  const folder = await place.write(`events ${name}`, files as Record<string, string>);
  await expect(place.import(folder, mapping && { mapping })).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringMatching(/events, which are not read from Excel files.*as CSV/),
  });
});

test('labels are read from the first sheet of a workbook, with the skipped rows', async () => {
  const dataset = await place.import(await place.write('labels', { ...contestFolder(HISTORY), 'meta_data.csv': META }));
  await place.write('tables', {
    'labels.xlsx': await workbookOf({
      Labels: [
        ['attribute', 'code', 'label'],
        ['sex', null, '성별'],
        ['sex', 'F', 'Girl'],
        ['sex', 'M'],
        ['sexx', 'M', 'Boy'],
      ],
    }),
  });
  const read = await readLabelFile(path.join(place.folder, 'tables', 'labels.xlsx'), dataset);
  expect(read.entries).toEqual([
    { attribute: 'sex', label: '성별' },
    { attribute: 'sex', code: 'F', label: 'Girl' },
  ]);
  expect(read.leftOut).toEqual([{ line: 5, text: 'sexx, M, Boy', reason: 'unknown' }]);
});
