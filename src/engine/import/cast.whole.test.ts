/** The cast and the last day of titles are attributes only of data sets whose files have them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadItems } from '../data/snapshot';
import { displayAttributes } from '../data/display/attributes';
import { addFolder } from './import-folder';
import { openSnapshot } from '../data/snapshot';
import {
  type Content,
  contestFolder,
  findingOf,
  historyRow,
  makePlace,
  META_HEADER,
  type Place,
} from '../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const PLAIN = 'album_id,title,sub_title,genre_large,genre_mid,genre_small,country,run_time,onair_date';
const HISTORY = [historyRow({ item: '101' }), historyRow({ profile: '2', item: '102' })];
const NAMES = ['genre_large', 'genre_mid', 'genre_small', 'genre', 'country'];

const metadata = (header: string, ...rows: string[]): Record<string, Content> => ({
  ...contestFolder(HISTORY),
  'meta_data.csv': [header, ...rows],
});
const row = (album: string, rest = ''): string => `${album},제목 ${album},,키즈,동요,,한국,,20260101${rest}`;

let folders = 0;
const write = (files: Record<string, Content>): Promise<string> => place.write(`folder-${++folders}`, files);
const imported = async (files: Record<string, Content>) => place.import(await write(files));

async function shown({ fingerprint }: { fingerprint: string }): Promise<Record<string, (string | null)[]>> {
  const { ids, attributes } = await loadItems(await openSnapshot(place.workspace, fingerprint));
  const of = (name: string): (string | null)[] =>
    ids.map((_, at) => displayAttributes(attributes, at).find((one) => one.name === name)?.value ?? null);
  return Object.fromEntries(attributes.slice(NAMES.length).map(({ name }) => [name, of(name)]));
}

test('empty columns are treated as missing', { tags: ['rare'] }, async () => {
  const without = await imported(metadata(PLAIN, row('101'), row('102')));
  expect(without.itemAttributes.map(({ name }) => name)).toEqual(NAMES);
  expect(findingOf(without, 'column-missing', 'meta_data.csv')).toBeUndefined();
  // The fingerprint from before these columns were known.
  expect(without.fingerprint).toBe('b2ef75fe51fac19183e6fd12fde7dce0e0266a6f5897c3cd1e4f4c9ec8a5923f');
  const empty = ',nan,,,,,\\N,,null';
  const others = [
    metadata(META_HEADER, row('101', ',,,,,,,'), row('102', ',,,,,,,')),
    metadata(`${META_HEADER},end_date`, row('101', empty), row('102', empty)),
    // A rejected row adds nothing either.
    metadata(META_HEADER, row('101', ',,,,,,,'), row('102', ',,,,,,,'), row('', ',가람,,,,,,')),
  ];
  for (const files of others) expect((await imported(files)).fingerprint).toBe(without.fingerprint);
});

test('the cast is a set of all its columns, the last day a number', async () => {
  const data = await imported(
    metadata(`${META_HEADER},end_date`, row('101', ',나래,가람,,,,,가람,20260830'), row('102', ',,,,,,,,')),
  );
  expect(data.itemAttributes.slice(NAMES.length)).toEqual([
    { name: 'cast', kind: 'set', categories: ['가람', '나래'] },
    { name: 'end_date', kind: 'numeric', categories: [] },
  ]);
  // Most titles have neither, which is no finding.
  expect(data.findings.filter(({ message }) => /cast|end_date/.test(message))).toEqual([]);
  expect(await shown(data)).toEqual({ cast: ['가람, 나래', null], end_date: ['20260830', null] });
});

test(
  'a base with only the last day and an added folder with only the cast give the data set of both',
  { tags: ['rare'] },
  async () => {
    const end = `${PLAIN},end_date`;
    const first = metadata(end, row('101', ',20260830'), row('102', ','));
    const base = await imported(first);
    expect(await shown(base)).toEqual({ end_date: ['20260830', null] });
    const more = { 'meta_data.csv': [META_HEADER, row('102', ',가람,,,,,,'), row('103', ',가람,나래,,,,,')] };
    const { dataset } = await addFolder({
      workspace: place.workspace,
      snapshot: await openSnapshot(place.workspace, base.fingerprint),
      folder: await write(more),
    });
    const whole = await imported(
      metadata(
        `${META_HEADER},end_date`,
        row('101', ',,,,,,,,20260830'),
        row('102', ',,,,,,,,'),
        row('102', ',가람,,,,,,,'),
        row('103', ',가람,나래,,,,,,'),
      ),
    );
    expect(dataset.fingerprint).toBe(whole.fingerprint);
    expect(await shown(dataset)).toEqual({
      cast: [null, '가람', '가람, 나래'],
      end_date: ['20260830', null, null],
    });
    // Then only viewings are added: both attributes stay.
    const { dataset: later } = await addFolder({
      workspace: place.workspace,
      snapshot: await openSnapshot(place.workspace, dataset.fingerprint),
      folder: await write(contestFolder([historyRow({ item: '103', time: '20260401120000' })])),
    });
    expect(await shown(later)).toEqual(await shown(dataset));
  },
);
