/** A folder that is added to a data set gives the data set that importing both at once gives. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFolder, type AddOptions } from './import-folder';
import { loadProfiles, verifySnapshot } from '../data/snapshot';
import { rememberForgotten, sourceOfDataset } from '../data/privacy/forgotten';
import type { Mapping } from '../../shared/contract/dataset';
import {
  contentOf,
  contestFolder,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
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
    expect(contentOf(dataset)).toEqual(contentOf(whole));
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
    expect(contentOf(dataset)).toEqual(contentOf(whole));
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
