/** The length of titles, which Shelfwise 1.0 did not read. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import {
  type Content,
  contestFolder,
  findingOf,
  historyRow,
  makePlace,
  META_HEADER,
  type Place,
  reportOf,
} from '../../../tests/support/importing';
import { displayAttributes } from '../data/display/attributes';
import { loadItems, openSnapshot } from '../data/snapshot';
import { datasetFolder } from '../storage/workspace';
import { addFolder } from './import-folder';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const HISTORY = ['101', '102', '103', '104', '105', '106', '107'].map((item) => historyRow({ item }));
const row = (album: string, length: string): string =>
  `${album},제목 ${album},,키즈,동요,,한국,${length},20260101,,,,,,,`;
const folderOf = (...rows: string[]): Record<string, Content> => ({
  ...contestFolder(HISTORY),
  'meta_data.csv': [META_HEADER, ...rows],
});

let folders = 0;
const write = (files: Record<string, Content>): Promise<string> => place.write(`folder-${++folders}`, files);

async function lengths(fingerprint: string): Promise<(string | null | undefined)[]> {
  const { ids, attributes } = await loadItems(await openSnapshot(place.workspace, fingerprint));
  return ids.map((_, at) => displayAttributes(attributes, at).find(({ name }) => name === 'run_time')?.value);
}

test('a value that is no length is missing and told with its text, and no row is lost', async () => {
  const answer = await place.import(
    await write(
      folderOf(
        row('101', '8'),
        row('102', '"12.5"'),
        row('103', '90 min'),
        row('104', '-5'),
        row('105', '1e308'),
        row('106', 'NaN'),
        row('107', ''),
        row('108', 'Infinity'),
      ),
    ),
  );
  expect(await lengths(answer.fingerprint)).toEqual(['8', '12.5', null, null, null, null, null, null]);
  expect(reportOf(answer, 'meta_data.csv')).toMatchObject({ rows: 8, accepted: 8, repaired: 0, rejected: 0 });
  expect(findingOf(answer, 'no-number', 'meta_data.csv')).toMatchObject({
    severity: 'warning',
    rows: 4,
    examples: ['-5', '1e308', '90 min', 'Infinity'],
  });
});

test('values of which none is a length are told, too, and make no attribute', async () => {
  const answer = await place.import(await write(folderOf(row('101', 'long'), row('102', ''))));
  expect(answer.itemAttributes.map(({ name }) => name)).not.toContain('run_time');
  expect(answer).not.toHaveProperty('earlierFingerprint');
  expect(findingOf(answer, 'no-number')).toMatchObject({ rows: 1, examples: ['long'] });
});

test('a data set names the fingerprint that the same data has without lengths, whatever they are', async () => {
  const without = await place.import(await write(folderOf(row('101', ''), row('102', ''), row('102', ''))));
  // The fuller of two rows of a title would be another one, if lengths counted.
  const rows = ['101,제목 101,,키즈,동요,,한국,8,20260101,,,,,,,', '102,제목 102,,키즈,동요,,한국,,20260101,,,,,,,'];
  const length = await place.import(await write(folderOf(...rows, row('102', '7'))));
  expect(length.earlierFingerprint).toBe(without.fingerprint);
  expect(length.fingerprint).not.toBe(without.fingerprint);
  const other = ['102,다른 제목,,키즈,,,,9,20260101,,,,,,,', '102,제목 102,,키즈,동요,,,,20260101,,,,,,,'];
  const shorter = other.map((line) => line.replace(',9,', ',,'));
  const first = await place.import(await write(folderOf(...shorter)));
  const second = await place.import(await write(folderOf(...other)));
  expect(second.earlierFingerprint).toBe(first.fingerprint);
});

test('a data set of 1.0 is added to without lengths, and its folder imported again has them', async () => {
  const folder = await write(folderOf(row('101', '8'), row('102', '9')));
  const earlier = await place.import(folder, { asEarlier: true });
  expect(await lengths(earlier.fingerprint)).toEqual(new Array(7).fill(undefined));
  const file = path.join(datasetFolder(place.workspace, earlier.fingerprint), 'dataset.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).not.toHaveProperty('newerAttributes');
  const more = await write({
    ...contestFolder([historyRow({ item: '103', time: '20260401120000' })]),
    'meta_data.csv': [META_HEADER, row('103', '30')],
  });
  const addTo = async (fingerprint: string) => {
    const snapshot = await openSnapshot(place.workspace, fingerprint);
    return (await addFolder({ workspace: place.workspace, snapshot, folder: more })).dataset;
  };
  const added = await addTo(earlier.fingerprint);
  expect(added.itemAttributes).toEqual(earlier.itemAttributes);
  const again = await place.import(folder);
  expect(again).toMatchObject({ imported: true, earlierFingerprint: earlier.fingerprint });
  expect(await lengths(again.fingerprint)).toEqual(['8', '9', null, null, null, null, null]);
  const grown = await addTo(again.fingerprint);
  expect(await lengths(grown.fingerprint)).toEqual(['8', '9', '30', null, null, null, null]);
  // What 1.0 made of both is the same with or without lengths.
  expect(grown.earlierFingerprint).toBe(added.fingerprint);
  expect(await place.import(folder)).toMatchObject({ imported: false, fingerprint: again.fingerprint });
});

test('a damaged data set of 1.0 is made again from its folder', async () => {
  const folder = await write(folderOf(row('101', '5'), row('102', '6')));
  const earlier = await place.import(folder, { asEarlier: true });
  const items = path.join(datasetFolder(place.workspace, earlier.fingerprint), 'items.parquet');
  const whole = await readFile(items);
  await rm(items);
  await writeFile(items, 'damaged');
  expect(await place.import(folder, { asEarlier: true })).toMatchObject({ fingerprint: earlier.fingerprint });
  expect(await readFile(items)).toEqual(whole);
});
