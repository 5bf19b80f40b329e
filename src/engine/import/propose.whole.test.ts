/** The proposed mapping for folders with other names is right where names or values are clear; otherwise there is none. */
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MappingProposal } from '../../shared/contract/dataset';
import { lookAtFolder } from './propose/look-at-folder';
import { type Content, makePlace, type Place } from '../../../tests/support/importing';

let place: Place;
let folders = 0;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const write = (files: Record<string, Content>): Promise<string> => place.write(`folder-${++folders}`, files);
const count = (length: number): number[] => Array.from({ length }, (_, index) => index);

const proposedFor = async (folder: string): Promise<MappingProposal> => {
  const { mapping, guessed } = await lookAtFolder(folder);
  return { mapping, guessed };
};

/** Twelve profiles and thirty items, whose IDs do not overlap, beside the other columns of such a folder. */
const plays = (header: string): string[] => [
  header,
  ...count(240).map(
    (row) => `${100 + (row % 12)},${row},${500 + ((row * 7) % 30)},2026-03-${10 + (row % 18)} 10:00:00,${row % 9}`,
  ),
];
const people = (header: string): string[] => [
  header,
  ...count(12).map((row) => `${100 + row},${row % 2 ? 'M' : 'F'},${3 + (row % 4)}`),
];
const things = (header: string): string[] => [
  header,
  ...count(30).map((row) => `${500 + row},Tale ${row},${row % 3 ? 'song' : 'story'}`),
];

test('English names, and the import accepts the proposal unchanged', async () => {
  const folder = await write({
    'plays.csv': plays('customerId,session_id,video_id,played_at,seconds'),
    'customers.csv': people('customerId,sex,age'),
    'videos.csv': things('video_id,name,kind'),
    'searches.csv': plays('customerId,session_id,video_id,searched_at,seconds'),
    'README.txt': 'Nothing but words',
  });
  const proposed = await proposedFor(folder);
  expect(proposed).toEqual({
    mapping: {
      events: { file: 'plays.csv', profile: 'customerId', item: 'video_id', time: 'played_at' },
      profiles: { file: 'customers.csv', profile: 'customerId', attributes: ['sex', 'age'] },
      items: { file: 'videos.csv', item: 'video_id', title: 'name', attributes: ['kind'] },
    },
    guessed: [],
  });
  const answer = await place.import(folder, { mapping: proposed.mapping! });
  expect(answer).toMatchObject({ layout: 'mapped', profiles: 12, items: 30 });
});

test('Korean names in CP949', async () => {
  const korean = (lines: string[]): Uint8Array => iconv.encode(lines.map((line) => `${line}\n`).join(''), 'cp949');
  const folder = await write({
    '시청이력.csv': korean(plays('회원번호,세션,콘텐츠ID,시청일시,초')),
    '회원.csv': korean(people('회원번호,성별,나이')),
    '콘텐츠.csv': korean(things('콘텐츠ID,콘텐츠명,장르')),
  });
  expect(await proposedFor(folder)).toEqual({
    mapping: {
      events: { file: '시청이력.csv', profile: '회원번호', item: '콘텐츠ID', time: '시청일시' },
      profiles: { file: '회원.csv', profile: '회원번호', attributes: ['성별', '나이'] },
      items: { file: '콘텐츠.csv', item: '콘텐츠ID', title: '콘텐츠명', attributes: ['장르'] },
    },
    guessed: [],
  });
});

test('a Korean word inside another word does not match', async () => {
  const folder = await write({ '내역.csv': plays('아이템번호,순번,고객ID,일시,초') });
  const { mapping } = await proposedFor(folder);
  expect(mapping?.events).toEqual({ file: '내역.csv', profile: '고객ID', item: '아이템번호', time: '일시' });
});

test('columns without a clear name are found by their values, and the proposal says so', async () => {
  const rows = count(200).map((row) => `p${row % 8};t${(row * 7) % 25};${1700000000 + row}`);
  const folder = await write({ 'export.csv': ['a;b;c', ...rows] });
  expect(await proposedFor(folder)).toEqual({
    mapping: { events: { file: 'export.csv', profile: 'a', item: 'b', time: 'c' } },
    guessed: ['events.profile', 'events.item'],
  });
});

test('a file without header is named by the numbers of its columns', async () => {
  const folder = await write({
    'log.txt': count(200).map((row) => `p${row % 8}\tt${(row * 7) % 25}\t${1700000000 + row}`),
  });
  const { mapping } = await proposedFor(folder);
  expect(mapping).toEqual({ events: { file: 'log.txt', profile: '1', item: '2', time: '3' } });
  expect(await place.import(folder, { mapping: mapping! })).toMatchObject({
    profiles: 8,
    items: 25,
    interactions: 200,
  });
});

test.each<[string, Record<string, Content>]>([
  ['nothing', {}],
  ['no table', { 'photo.png': 'x', 'notes.txt': 'some words\nand more words\n' }],
  ['an empty file and a lone header', { 'events.csv': '', 'plays.csv': ['user_id,video_id,time'] }],
  [
    'a damaged Parquet file and bytes',
    { 'events.parquet': 'broken', 'a.csv': new Uint8Array([0, 255, 10, 1, 0, 254]) },
  ],
  ['profiles only', { 'users.csv': people('user_id,sex,age') }],
  ['numbers that are no ids', { 'prices.csv': ['low,high', ...count(50).map((row) => `${row}.25,${row}.75`)] }],
])('no mapping is proposed for a folder with %s', async (_, files) => {
  expect(await proposedFor(await write(files))).toEqual({ mapping: null, guessed: [] });
});

test('a missing folder is reported as missing', async () => {
  await expect(proposedFor('/nowhere/at/all')).rejects.toMatchObject({ code: 'not-found' });
});

test('a folder is previewed before it is read: its files, their first rows, and their roles', async () => {
  const folder = await write({
    'history_data.csv': [
      'profile_id,log_time,album_id',
      ...count(30).map((row) => `${row % 4},20260301120000,${row % 7}`),
    ],
    'profile_data.csv': ['profile_id,sex,age', ...count(4).map((row) => `${row},F,${row + 3}`)],
    'notes.txt': 'Nothing but words',
  });
  const view = await lookAtFolder(folder);
  expect(view).toMatchObject({ folder, layout: 'contest', problem: null, allFiles: 3 });
  expect(view.files.map(({ file, role }) => [file, role])).toEqual([
    ['history_data.csv', 'history'],
    ['profile_data.csv', 'profiles'],
    ['notes.txt', 'ignored'],
  ]);
  expect(view.files[0]).toMatchObject({
    columns: ['profile_id', 'log_time', 'album_id'],
    rows: count(5).map((row) => [String(row % 4), '20260301120000', String(row)]),
  });
  expect(view.files[1]!.rows).toEqual(count(4).map((row) => [String(row), 'F', String(row + 3)]));
  expect(view.files[2]).toMatchObject({ bytes: 17, columns: [], rows: [] });
});

test('a file that would be read and is no table is told before the folder is read', async () => {
  const folder = await write({
    'history_data.csv': ['profile_id,log_time,album_id', ...count(9).map((row) => `${row},20260301120000,${row}`)],
    'profile_data.csv': new Uint8Array([0, 255, 10, 1, 0, 254]),
    'photo.csv': new Uint8Array([0, 255, 10, 1, 0, 254]),
  });
  const view = await lookAtFolder(folder);
  expect(view.layout).toBe('contest');
  expect(view.files.filter(({ isDamaged }) => isDamaged).map(({ file }) => file)).toEqual(['profile_data.csv']);
});

test('a folder with other names is previewed with the proposal, one that lacks a file with the reason', async () => {
  const folder = await write({ 'plays.csv': plays('customerId,session_id,video_id,played_at,seconds') });
  const view = await lookAtFolder(folder);
  expect(view).toMatchObject({
    layout: null,
    problem: null,
    mapping: { events: { file: 'plays.csv', profile: 'customerId', item: 'video_id', time: 'played_at' } },
    guessed: [],
  });
  expect(view.files).toMatchObject([{ file: 'plays.csv', role: null }]);
  const broken = await lookAtFolder(await write({ 'history_data.csv': ['profile_id,album_id', '1,2', '3,4'] }));
  expect(broken).toMatchObject({ layout: null, problem: { message: expect.stringContaining('profile_data.csv') } });
  await expect(lookAtFolder('/nowhere/at/all')).rejects.toMatchObject({ code: 'not-found' });
  await expect(lookAtFolder(`${folder}/plays.csv`)).rejects.toMatchObject({ code: 'bad-data' });
});

test('long values are cut in the preview, and unnamed ones are left out', async () => {
  const long = '가'.repeat(150);
  const rows = count(10).map((row) => `u${row % 3},${long}😀${long},${row},x,x`);
  const folder = await write({
    'a.csv': [`user_id,text,video_id,same,same`, ...rows],
    'b.csv': [`u,${'n'.repeat(300)}`, '1,2', '2,3'],
  });
  const { files } = await lookAtFolder(folder);
  expect(files[0]!.columns).toEqual(['user_id', 'text', 'video_id']);
  const [, text] = files[0]!.rows[0]!;
  expect(text).toBe(`${long}😀${'가'.repeat(47)}…`);
  expect(files[1]).toMatchObject({ columns: ['u'], rows: [['1'], ['2']] });
  const many = Object.fromEntries(count(60).map((file) => [`${file}.csv`, 'x']));
  const crowded = await lookAtFolder(await write(many));
  expect(crowded.files).toHaveLength(40);
  expect(crowded.allFiles).toBe(60);
});

test('a column whose name is too long for a mapping is not proposed', async () => {
  const long = 'x'.repeat(5000);
  const folder = await write({
    'plays.csv': plays('customerId,session_id,video_id,played_at,seconds'),
    'customers.csv': people(`customerId,${long},age`),
  });
  const { mapping } = await proposedFor(folder);
  expect(mapping?.profiles?.attributes).toEqual(['age']);
});
