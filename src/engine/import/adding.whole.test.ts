/** Adding folders one by one gives the data set that importing all of them at once gives. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFolder, type AddOptions } from './import-folder';
import { loadProfiles, loadSubmissionProfiles, verifySnapshot } from '../data/snapshot';
import { rememberForgotten, sourceOfDataset } from '../data/privacy/forgotten';
import { RandomStream } from '../model/random';
import { openWorkspace } from '../storage/workspace';
import type { Dataset, Mapping } from '../../shared/contract/dataset';
import {
  type Content,
  contestFolder,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  PROFILE_HEADER,
  reasonsOf,
} from '../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const opened = async ({ fingerprint }: { fingerprint: string }) =>
  place.open({ fingerprint } as Parameters<Place['open']>[0]);

async function add(base: { fingerprint: string }, folder: string, options: Partial<AddOptions> = {}) {
  return addFolder({ workspace: place.workspace, snapshot: await opened(base), folder, ...options });
}

const MONTHS = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);

/** A month: events of all kinds, with dirty rows and rows of the month before, new and changed profiles and albums, and a submission. */
function month(at: number): Record<string, Content | undefined> {
  const random = new RandomStream(at, 'month');
  const many = (count: number, make: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const event = (of: RandomStream, when: number): string =>
    `${1 + of.below(4 + when)},${of.below(3)},${MONTHS[when]!.replace('-', '')}${10 + of.below(18)}1200${10 + of.below(60)},X,${101 + of.below(6 + when)}`;
  const history = (when: number): string[] => {
    const of = new RandomStream(when, 'history');
    return many(24, () => `${event(of, when)},${['', '0', '1500.0', '1500'][of.below(4)]},${'YN'[of.below(2)]},N`);
  };
  const last = at === 0 ? [] : history(at - 1).slice(-6);
  return {
    'history_data.csv': [
      HISTORY_HEADER,
      ...last,
      ...history(at),
      '1,2',
      `,1,20250101120000,X,101,0,N,N`,
      history(at)[0]!,
    ],
    'profile_data.csv':
      at % 3 === 2
        ? undefined
        : [
            PROFILE_HEADER,
            ...many(
              3 + at,
              (index) =>
                `${index + 1}${index === 2 ? '.0' : ''},${'MF'[(index + at) % 2]},${1 + ((index + at) % 13)},P0${1 + (at % 8)},,,K01,,`,
            ),
          ],
    'meta_data.csv':
      at % 4 === 1
        ? ''
        : [
            META_HEADER,
            ...many(5 + at, (index) =>
              metaRow(String(101 + index), `뽀로로 ${index}`, at % 2 ? 'Drama' : '', `소장르${at}`),
            ),
          ],
    'meta_data_plus.csv':
      at > 7
        ? undefined
        : [
            'album_id,keyword_type,keyword_name,keyword_value',
            `101,KWD,우정${at % 3},1`,
            `${101 + at},KWD,모험,2`,
            // An album that no other file names.
            `${900 + at},KWD,혼자,3`,
          ],
    'watch_e_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play',
      ...many(6, () => `${event(random, at)},${random.below(3) ? random.below(700) : ''},600,Y`),
    ],
    'buy_data.csv':
      at % 5 ? undefined : ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment', `${event(random, at)},1500`],
    'sample_submission.csv': at % 2 ? undefined : ['profile_id,predicted_list', `${90 + at},[]`, '2,[]', '1,[]'],
  };
}

/** Everything but when and where it was read. */
const content = ({
  fingerprint,
  profiles,
  items,
  interactions,
  period,
  submissionProfiles,
  profileAttributes,
  itemAttributes,
}: Dataset) => ({
  fingerprint,
  profiles,
  items,
  interactions,
  period,
  submissionProfiles,
  profileAttributes,
  itemAttributes,
});

test(
  'twelve months added one by one give, at each step, the data set of their folder',
  { tags: ['rare'], timeout: 240_000 },
  async () => {
    const year = path.join(place.folder, 'year');
    // Within one workspace, the import of the year would find the grown data set, as all files are the same.
    const workspace = await openWorkspace(path.join(place.folder, 'of-wholes'));
    let grown: Dataset | null = null;
    for (const [at, name] of MONTHS.entries()) {
      await place.write(`year/${name}`, month(at));
      const folder = await place.write(`months/${name}`, month(at));
      grown = grown === null ? await place.import(folder) : (await add(grown, folder)).dataset;
      const whole = await place.import(year, { workspace });
      expect(whole.imported).toBe(true);
      expect(content(grown), name).toEqual(content(whole));
    }
    const snapshot = await opened(grown!);
    expect(await verifySnapshot(snapshot)).toEqual([]);
    expect(await loadSubmissionProfiles(snapshot)).toEqual(['90', '2', '1', '92', '94', '96', '98', '100']);
  },
);

describe('an added month', () => {
  const rows = [
    historyRow({ profile: '1', item: '101' }),
    historyRow({ profile: '2', item: '102', time: '20260302120000' }),
  ];
  const more = [
    historyRow({ profile: '1.0', item: '101' }),
    historyRow({ profile: '1', item: '101', payment: '1' }),
    historyRow({ profile: '3', item: '104', time: '20260401120060', payment: '' }),
    'broken',
  ];
  const files = (history: readonly string[]) => ({
    ...contestFolder(history),
    'meta_data.csv': [META_HEADER, metaRow('101', 'One')],
  });

  test('is reported row by row beside what was read before, under the name of its folder', async () => {
    const base = await place.import(await place.write('a/2026-03', files(rows)));
    const april = await place.write('a/2026-04', { 'history_data.csv': [HISTORY_HEADER, ...more] });
    const { dataset, imported } = await add(base, april);
    expect(imported).toBe(true);
    expect(dataset).toMatchObject({
      name: '2026-03',
      folder: base.folder,
      interactions: 4,
      profiles: 3,
      items: 3,
      added: [{ folder: april }],
    });
    const report = dataset.files.find(({ file }) => file === '2026-04/history_data.csv')!;
    expect(report).toMatchObject({
      rows: 4,
      accepted: 1,
      repaired: 1,
      rejected: 2,
      place: { folder: april, file: 'history_data.csv' },
    });
    expect(reasonsOf(report)).toEqual({ 'seconds-carried': 1, duplicate: 1, 'too-few-fields': 1 });
    const issues = await place.issues({ ...dataset, imported });
    expect(issues.map(({ file, line, reason, raw }) => [file, line, reason, raw])).toEqual([
      ['2026-04/history_data.csv', 2, 'duplicate', more[0]],
      ['2026-04/history_data.csv', 4, 'seconds-carried', more[2]],
      ['2026-04/history_data.csv', 5, 'too-few-fields', 'broken'],
    ]);
    expect({ ...(await opened(base)).dataset, imported: true }).toEqual(base);
    expect(dataset.findings.filter(({ file }) => file?.startsWith('2026-04/')).map(({ code }) => code)).toEqual([
      'empty-payment',
    ]);
    // Again, from the same folder and from another one: nothing is new, and nothing changes.
    expect(await add(dataset, april)).toMatchObject({ dataset, imported: false });
    const again = await place.write('b/2026-04', { 'history_data.csv': [HISTORY_HEADER, ...more.slice(1)] });
    expect(await add(dataset, again)).toMatchObject({ dataset, imported: false });
    // The next month has another name, which distinguishes it.
    const next = await place.write('c/2026-04', {
      'history_data.csv': [HISTORY_HEADER, historyRow({ time: '20260501120000' })],
    });
    expect((await add(dataset, next)).dataset.files.at(-1)!.file).toBe('2026-04 (2)/history_data.csv');
  });

  test('may come after the folder of the data set is gone', { tags: ['rare'] }, async () => {
    const folder = await place.write('gone/2026-03', files(rows));
    const base = await place.import(folder);
    await fs.rm(folder, { recursive: true });
    const april = await place.write('gone/2026-04', {
      'history_data_1.csv': [HISTORY_HEADER, ...more.slice(0, 2)],
      'history_data_2.csv': [HISTORY_HEADER, ...more.slice(2)],
    });
    const { dataset } = await add(base, april);
    await place.write('gone/all', { ...files([...rows, ...more]) });
    expect(dataset.fingerprint).toBe((await place.import(path.join(place.folder, 'gone/all'))).fingerprint);
  });

  test('is refused if the folder has nothing to add, or if a file of the data set is damaged', async () => {
    const base = await place.import(await place.write('d/2026-03', files(rows)));
    await expect(add(base, await place.write('d/none', { 'notes.txt': 'x' }))).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('nothing'),
    });
    const april = await place.write('d/2026-04', { 'history_data.csv': [HISTORY_HEADER, ...more] });
    const before = await place.datasets();
    const marks = path.join((await opened(base)).folder, 'event-marks.parquet');
    await fs.appendFile(marks, 'x');
    await expect(add(base, april)).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('event-marks.parquet'),
    });
    expect(await place.datasets()).toEqual(before);
    await place.import(base.folder);
  });

  test('is compared with the stored events if the data set keeps no marks', { tags: ['rare'] }, async () => {
    const base = await place.import(await place.write('e/2026-03', files(rows)));
    const { folder, dataset } = await opened(base);
    const { adding: _, ...earlier } = dataset;
    await fs.writeFile(path.join(folder, 'dataset.json'), JSON.stringify(earlier));
    for (const file of ['event-marks', 'profile-rows', 'item-rows']) await fs.rm(path.join(folder, `${file}.parquet`));
    const { dataset: grown } = await add(
      base,
      await place.write('e/2026-04', { 'history_data.csv': [HISTORY_HEADER, ...more] }),
    );
    expect(grown).toMatchObject({ interactions: 4, profiles: 3, items: 3 });
    expect(grown.adding).toBeDefined();
    expect(await verifySnapshot(await opened(grown))).toEqual([]);
  });
});

describe('privacy', () => {
  const files = contestFolder([historyRow({ profile: '1' }), historyRow({ profile: '2', item: '102' })]);
  const more = [
    historyRow({ profile: '1' }),
    historyRow({ profile: '2', item: '103' }),
    historyRow({ profile: '7', item: '101' }),
  ];
  const april = { 'history_data.csv': [HISTORY_HEADER, ...more] };

  test('a data set with pseudonyms is extended with its own key, and equals the data set of the whole', async () => {
    const pseudonymKey = path.join(place.folder, 'own.key');
    const base = await place.import(await place.write('p/2026-03', files), { pseudonymKey });
    const folder = await place.write('p/2026-04', april);
    await expect(add(base, folder)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('--pseudonymise'),
    });
    await expect(add(base, folder, { pseudonymKey: path.join(place.folder, 'other.key') })).rejects.toMatchObject({
      code: expect.any(String),
    });
    await expect(fs.stat(path.join(place.folder, 'other.key'))).rejects.toMatchObject({ code: 'ENOENT' });
    const { dataset } = await add(base, folder, { pseudonymKey });
    const all = { ...files, 'history_data.csv': [...(files['history_data.csv'] as string[]), ...more.slice(1)] };
    const whole = await place.import(await place.write('p/all', all), { pseudonymKey });
    expect(content(dataset)).toEqual(content(whole));
    expect((await loadProfiles(await opened(dataset))).ids.every((id) => /^p[0-9a-f]{16}$/.test(id))).toBe(true);
  });

  test('a profile that was forgotten in a data set does not return with an added folder', async () => {
    const own = await makePlace();
    try {
      const base = await own.import(await own.write('2026-03', contestFolder([historyRow({ profile: '1' })])));
      await rememberForgotten(own.workspace, '2', [await sourceOfDataset(base)], []);
      const folder = await own.write('2026-04', april);
      const { dataset } = await addFolder({ workspace: own.workspace, snapshot: await own.open(base), folder });
      const { ids } = await loadProfiles(await own.open({ ...dataset, imported: true }));
      // The base has a row of the profile, as it was not removed from there; no event of the profile is added.
      expect(ids).toEqual(['1', '2', '7']);
      expect(dataset.interactions).toBe(2);
      expect(reasonsOf(dataset.files.find(({ file }) => file.startsWith('2026-04/'))!)).toEqual({
        duplicate: 1,
        forgotten: 1,
      });
    } finally {
      await own.remove();
    }
  });
});

describe('with a mapping', () => {
  const mapping: Mapping = {
    events: { file: 'views.csv', profile: 'who', item: 'what', time: 'day', weight: 'n' },
    profiles: { file: 'people.csv', profile: 'who', attributes: ['score', 'class'] },
    items: {
      file: 'things.csv',
      item: 'what',
      title: 'name',
      attributes: [{ name: 'tags', kind: 'set', columns: ['tags'] }],
    },
  };
  const first = {
    'views.csv': ['who,what,day,n', 'u1,i1,20260301,1', 'u2,i2,20260302,2.5', 'u1,i1,20260301,1.0'],
    'people.csv': ['who,score,class', 'u1,1.50,007', 'u2,3,8'],
    'things.csv': ['what,name,tags', 'i1,One,a|b', 'i2,Two,'],
  };

  test('kinds that are inferred from values are inferred from all of them', { tags: ['rare'] }, async () => {
    const base = await place.import(await place.write('m/1', first), { mapping });
    expect(base.profileAttributes.map(({ kind }) => kind)).toEqual(['numeric', 'numeric']);
    const second = {
      'views.csv': ['n,who,what,day', '1,u3,i1,20260401', '1,u1,i1,20260301'],
      'people.csv': ['who,score,class', 'u3,2,x'],
    };
    const { dataset } = await add(base, await place.write('m/2', second));
    const joined = (file: 'views.csv' | 'people.csv', more: string[]) => [...first[file], ...more];
    const whole = await place.import(
      await place.write('m/all', {
        ...first,
        'views.csv': joined('views.csv', ['u3,i1,20260401,1']),
        'people.csv': joined('people.csv', ['u3,2,x']),
      }),
      { mapping },
    );
    expect(content(dataset)).toEqual(content(whole));
    expect(dataset.profileAttributes[1]).toMatchObject({ kind: 'categorical', categories: ['007', '8', 'x'] });
  });

  test('another mapping of columns is refused, and so are times that would be parsed differently together', async () => {
    const base = await place.import(await place.write('m/3', first), { mapping });
    const other = await place.write('m/4', { 'views.csv': ['who,what,day,n', 'u1,i1,2026-04-01,1'] });
    await expect(
      add(base, other, { mapping: { ...mapping, events: { ...mapping.events, item: 'day' } } }),
    ).rejects.toMatchObject({ code: 'usage' });
    await expect(add(base, other)).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('otherwise'),
    });
    const renamed = await place.write('m/5', { 'v.csv': ['who,what,day,n', 'u1,i1,20260401,1'] });
    const { dataset } = await add(base, renamed, {
      mapping: { ...mapping, events: { ...mapping.events, file: 'v*' } },
    });
    expect(dataset.interactions).toBe(4);
  });
});
