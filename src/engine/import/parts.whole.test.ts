/** Tables in parts give the same data as the whole tables, and each row is reported by part and line. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as zlib from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkSource } from '../../features/data-folder/engine/check-source';
import { lookAtFolder } from './propose/look-at-folder';
import { loadSubmissionProfiles } from '../data/snapshot';
import { withDatabase } from '../storage/database/database';
import { readParquetFile } from '../storage/database/parquet';
import { sql } from '../storage/database/sql';
import type { Mapping } from '../../shared/contract/dataset';
import {
  type Content,
  contestFolder,
  findingOf,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  reasonsOf,
  reportOf,
} from '../../../tests/support/importing';
import { everyNth } from '../../../tests/support/tried';

let place: Place;
let folders = 0;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());
beforeEach(() => {
  folders++;
});

/** A new folder with these files; a name with a slash goes into a subfolder. */
async function folder(files: Record<string, Content | undefined>): Promise<string> {
  const target = path.join(
    place.folder,
    `parts-${folders}-${Object.keys(files).length}-${Math.floor(performance.now())}`,
  );
  for (const [file, content] of Object.entries(files)) {
    const { dir, base } = path.parse(file);
    await place.write(path.join(path.basename(target), dir), { [base]: content });
  }
  return target;
}

const ROWS = [
  historyRow({ profile: '1', item: '101', time: '20260301120000' }),
  historyRow({ profile: '2', item: '102', time: '20260302120060' }),
  '1,2',
  historyRow({ profile: '1', item: '103', time: '20260303120000' }),
  historyRow({ profile: '1.0', item: '101', time: '20260301120000' }),
  historyRow({ profile: '2', item: '', time: '20260304120000' }),
  historyRow({ profile: '2', item: '103', time: '20260305120000' }),
];
const OTHERS = {
  'profile_data.csv': contestFolder([])['profile_data.csv'],
  'meta_data.csv': [META_HEADER, metaRow('101', 'One'), metaRow('102', 'Two'), metaRow('101', 'One', 'Drama', 'Short')],
  'sample_submission.csv': ['profile_id,predicted_list', '2,[]', '1,[]', '9,[]'],
};
const part = (...rows: readonly string[]): string[] => [HISTORY_HEADER, ...rows];

describe('the documented layout', () => {
  test('reports folders of months that are not read, as the folder itself has a history', async () => {
    const months = { 'history_data.csv': part(...ROWS), ...OTHERS, 'pictures/readme.txt': ['x'] };
    const target = await folder(months);
    const before = await place.import(target);
    expect(findingOf(before, 'folders-not-read')).toBeUndefined();
    for (const month of ['2026-10', '2026-9'])
      await place.write(path.join(path.basename(target), month), { 'history_data.csv': part(...ROWS) });
    const after = await place.import(target);
    // The same data, with another finding about the folder.
    expect(after.fingerprint).toBe(before.fingerprint);
    expect(findingOf(after, 'folders-not-read')).toMatchObject({
      severity: 'warning',
      examples: ['2026-9', '2026-10'],
      message: expect.stringMatching(/2026-9, 2026-10.*not read/) as string,
    });
    await fs.rm(path.join(target, 'history_data.csv'));
    expect(findingOf(await place.import(target), 'folders-not-read')).toBeUndefined();
  });

  test.each<[string, Record<string, Content>]>(
    everyNth(
      [
        ['numbered', { 'history_data_1.csv': part(...ROWS.slice(0, 2)), 'history_data_2.csv': part(...ROWS.slice(2)) }],
        [
          'one to be read first',
          { 'history_data.csv': part(...ROWS.slice(0, 5)), 'HISTORY_DATA-002.CSV': part(...ROWS.slice(5)) },
        ],
        [
          'dated, one compressed, one with semicolons and other line ends',
          {
            'history_data_2026-02.csv.gz': zlib.gzipSync(part(...ROWS.slice(0, 3)).join('\n')),
            'history_data_2026-10.csv': part(...ROWS.slice(3))
              .map((line) => `${line.replaceAll(',', ';')}\r\n`)
              .join(''),
            'history_data_2026-9.csv': part(),
            'history_data_2026-11.csv': '',
          },
        ],
        [
          'with columns in another order, and one that another part lacks',
          {
            'history_data_1.csv': part(...ROWS.slice(0, 2)),
            'history_data_2.csv': [
              `album_id,${HISTORY_HEADER.replace(',album_id', '').toUpperCase()}`,
              ...ROWS.slice(2).map((row) => (row === '1,2' ? row : row.replace(/^(.*?,.*?,.*?,.*?),(.*?),/, '$2,$1,'))),
            ],
            'history_data_3.csv': [`${HISTORY_HEADER},device`, `${ROWS[3]!},`],
          },
        ],
        [
          'month by month',
          { '2026-02/history_data.csv': part(...ROWS.slice(0, 4)), '2026-03/history_data.csv': part(...ROWS.slice(4)) },
        ],
      ],
      4,
    ),
  )('in parts that are %s gives the same data set', async (name, history) => {
    const whole = await place.import(await folder({ 'history_data.csv': part(...ROWS), ...OTHERS }));
    const others =
      name === 'month by month'
        ? Object.fromEntries(Object.entries(OTHERS).map(([file, lines]) => [`2026-02/${file}`, lines]))
        : OTHERS;
    const cut = await place.import(await folder({ ...history, ...others }));
    expect(cut.fingerprint).toBe(whole.fingerprint);
    expect(cut).toMatchObject({ profiles: 3, items: 3, interactions: 4, submissionProfiles: 3 });
    expect(await loadSubmissionProfiles(await place.open(cut))).toEqual(['2', '1', '9']);
  });

  test('has a report for each part, and issues that name the part and its line', async () => {
    const source = await folder({
      'history_data_10.csv': part(...ROWS.slice(4)),
      'history_data_9.csv': part(...ROWS.slice(0, 4)),
      ...OTHERS,
    });
    const answer = await place.import(source);
    const history = answer.files.filter(({ role }) => role === 'history');
    expect(
      history.map(({ file, table, rows, accepted, repaired, rejected }) => [
        file,
        table,
        rows,
        accepted,
        repaired,
        rejected,
      ]),
    ).toEqual([
      ['history_data_9.csv', 'history_data*.csv', 4, 2, 1, 1],
      ['history_data_10.csv', 'history_data*.csv', 3, 1, 0, 2],
    ]);
    expect(reasonsOf(reportOf(answer, 'history_data_10.csv'))).toEqual({ duplicate: 1, 'missing-id': 1 });
    const issues = (await place.issues(answer)).filter(({ file }) => file.startsWith('history'));
    expect(issues.map(({ file, line, reason, raw }) => [file, line, reason, raw])).toEqual([
      ['history_data_9.csv', 3, 'seconds-carried', ROWS[1]],
      ['history_data_9.csv', 4, 'too-few-fields', '1,2'],
      ['history_data_10.csv', 2, 'duplicate', ROWS[4]],
      ['history_data_10.csv', 3, 'missing-id', ROWS[5]],
    ]);
    expect((await place.import(source)).imported).toBe(false);
    await fs.appendFile(path.join(source, 'history_data_10.csv'), 'broken\n');
    await fs.writeFile(path.join(source, 'history_data_11.csv'), HISTORY_HEADER);
    expect((await checkSource(answer)).changes).toEqual([
      expect.stringContaining('history_data_10.csv has changed'),
      'history_data_11.csv was not there when the folder was imported.',
    ]);
    expect((await place.import(source)).files.filter(({ role }) => role === 'history')).toHaveLength(3);
  });

  test('an empty part is reported; nothing but empty parts is refused', async () => {
    const answer = await place.import(
      await folder({ 'history_data_1.csv': '', 'history_data_2.csv': part(...ROWS), ...OTHERS }),
    );
    expect(findingOf(answer, 'empty-file')).toMatchObject({ file: 'history_data_1.csv' });
    const empty = await folder({ 'history_data_1.csv': '', 'history_data_2.csv': '', ...OTHERS });
    await expect(place.import(empty)).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('is empty'),
    });
  });

  test('metadata in parts is merged as one table, and a copy that a browser numbered is not a part', async () => {
    const [header, ...rows] = OTHERS['meta_data.csv'];
    const files = { 'history_data.csv': part(...ROWS), ...OTHERS };
    const whole = await place.import(await folder(files));
    const cut = await place.import(
      await folder({
        ...files,
        'meta_data.csv': undefined,
        'meta_data_1.csv': [header!, rows[0]!],
        'meta_data_2.csv': [header!, ...rows.slice(1)],
        'history_data (1).csv': part('7,1,20260301120000,X,999,0,N,N'),
      }),
    );
    expect(cut.fingerprint).toBe(whole.fingerprint);
    expect(cut.files.find(({ file }) => file === 'history_data (1).csv')?.role).toBe('ignored');
  });
});

describe('a mapping', () => {
  const rows = Array.from({ length: 90 }, (_, row) => `u${row % 9},i${row % 13},${1_700_000_000 + row}`);
  const lines = (from: number, to: number): string[] => ['who,what,when', ...rows.slice(from, to)];
  const mapped = (file: string | string[]): Mapping => ({
    events: { file, profile: 'who', item: 'what', time: 'when' },
  });
  const fingerprint = async (files: Record<string, Content>, mapping: Mapping): Promise<string> =>
    (await place.import(await folder(files), { mapping })).fingerprint;

  test('names parts by a pattern or a list, in subfolders too; the fingerprint is that of one file', async () => {
    const whole = await fingerprint({ 'views.csv': lines(0, 90) }, mapped('views.csv'));
    const cut = {
      '2026-03/a.csv': lines(0, 20),
      '2026-03/b.csv': lines(20, 50),
      '2026-04/a.csv.gz': zlib.gzipSync(lines(50, 90).join('\n')),
    };
    expect(await fingerprint(cut, mapped('2026-*/*.csv'))).toBe(whole);
    expect(await fingerprint(cut, mapped(['2026-04/a.csv', '2026-03/b.csv', '2026-03/?.csv']))).toBe(whole);
    await expect(fingerprint(cut, mapped('2025-*/*.csv'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(fingerprint({ 'a/x.csv': lines(0, 90) }, mapped('../../../tests/*/x.csv'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('takes columns from folders named key=value only where it asks for them', async () => {
    const file = ['who,what', 'u1,i1', 'u2,i2', 'u1,i2'];
    const cut = { 'day=2026-03-01/part-0001.csv': file, 'day=2026-03-02/part-0001.csv': file };
    const mapping: Mapping = {
      events: { file: 'day=*/*.csv', partitions: true, profile: 'who', item: 'what', time: 'day' },
    };
    const plain = file.slice(1).flatMap((row) => [`${row},2026-03-01`, `${row},2026-03-02`]);
    const whole = await fingerprint(
      { 'views.csv': ['who,what,when', ...plain] },
      { events: { ...mapping.events, file: 'views.csv', time: 'when' } },
    ).catch(() => null);
    const answer = await place.import(await folder(cut), { mapping });
    expect(answer).toMatchObject({
      interactions: 6,
      period: { from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z' },
    });
    expect(whole).not.toBeNull();
    await expect(fingerprint(cut, { events: { ...mapping.events, partitions: false } })).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('day'),
    });
  });

  test('reads parts of Parquet beside parts of text', async () => {
    const source = await folder({ 'part-1.csv': lines(0, 40), 'rest.csv': lines(40, 90) });
    const parquet = path.join(source, 'part-2.parquet');
    await withDatabase({ reads: [path.join(source, 'rest.csv')], writes: [parquet] }, async (database) => {
      await database.run(sql`CREATE TABLE rest (who VARCHAR, what VARCHAR, "when" BIGINT)`);
      await database.run(
        sql`INSERT INTO rest SELECT 'u' || (i % 9), 'i' || (i % 13), 1700000000 + i FROM range(40, 90) t(i)`,
      );
      await database.writeParquet('rest', parquet, 'plain');
      const { rows: written } = await database.row<{ rows: number }>(
        sql`SELECT count(*)::INTEGER AS rows FROM ${readParquetFile(parquet)}`,
      );
      expect(written).toBe(50);
    });
    const whole = await fingerprint({ 'views.csv': lines(0, 90) }, mapped('views.csv'));
    expect((await place.import(source, { mapping: mapped('part-*') })).fingerprint).toBe(whole);
  });

  test('is proposed with a pattern if file names differ only in numbers', async () => {
    const source = await folder({
      'views_01.csv': lines(0, 40),
      'views_02.csv': lines(40, 90),
      'notes.csv': ['a,b', '1,2', '3,4'],
    });
    const { mapping } = await lookAtFolder(source);
    expect(mapping?.events.file).toBe('views_*.csv');
    expect((await place.import(source, { mapping: mapping! })).interactions).toBe(90);
  });
});
