/** Repeated events: which are found, which are kept, and what is counted and reported. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  contestFolder,
  findingOf,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  PROFILE_HEADER,
  reportOf,
} from '../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

/** Many rows of one kind, so that duplicates are looked up by kind. */
const many = Array.from({ length: 60 }, (_, row) =>
  historyRow({ time: `202603021200${String(row).padStart(2, '0')}` }),
);

test('among many events of few kinds, the later of equal rows are rejected with their raw text', async () => {
  const late = historyRow({ time: '20260302115960' });
  const decimal = historyRow({ time: '20260302120007', profile: '1.0' });
  const impossible = historyRow({ time: '20260230120000' });
  const folder = await place.write('many', contestFolder([late, ...many, many[30]!, decimal, impossible]));
  const answer = await place.import(folder);
  expect(reportOf(answer, 'history_data.csv')).toMatchObject({ rows: 64, accepted: 59, repaired: 1, rejected: 4 });
  expect((await place.issues(answer)).map(({ line, outcome, reason, raw }) => [line, outcome, reason, raw])).toEqual([
    [2, 'repaired', 'seconds-carried', late],
    [3, 'rejected', 'duplicate', many[0]],
    [63, 'rejected', 'duplicate', many[30]],
    [64, 'rejected', 'duplicate', decimal],
    [65, 'rejected', 'impossible-time', impossible],
  ]);
});

test('rows that differ only in how a value is written are two events', async () => {
  // The fields that differ are joined by unit separators into the mark of an event, which is the same for both.
  const row = (action: string, continuous: string): string => `1,1,20260301120000,${action},101,0,${continuous},N`;
  const folder = await place.write(
    'separators',
    contestFolder([row('IFSUC0001', 'N'), row('IFSUC0001\x1fcontinuous_play 0=N', '')]),
  );
  expect(reportOf(await place.import(folder), 'history_data.csv')).toMatchObject({ rows: 2, accepted: 2, rejected: 0 });
});

test('each table has its own duplicates, and none is counted among the events of an ID', async () => {
  const good = historyRow({ profile: '7', item: '555' });
  const bought = '7,1,20260301120000,IFSUC0001,555,0';
  const folder = await place.write('tables', {
    'history_data.csv': [HISTORY_HEADER, good, historyRow({}), good, good],
    'profile_data.csv': [PROFILE_HEADER, '1,M,3,P01,,,K01,,'],
    'meta_data.csv': [META_HEADER, metaRow('101', 'One')],
    'buy_data.csv': ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment', bought, bought],
  });
  const answer = await place.import(folder);
  expect(reportOf(answer, 'history_data.csv')).toMatchObject({ rows: 4, accepted: 2, rejected: 2 });
  expect(reportOf(answer, 'buy_data.csv')).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  expect((await place.issues(answer)).map(({ file, line, reason }) => [file, line, reason])).toEqual([
    ['history_data.csv', 4, 'duplicate'],
    ['history_data.csv', 5, 'duplicate'],
    ['buy_data.csv', 3, 'duplicate'],
  ]);
  expect(findingOf(answer, 'unknown-profile')).toMatchObject({ rows: 2, examples: ['7'] });
  expect(findingOf(answer, 'unknown-item')).toMatchObject({ rows: 2, examples: ['555'] });
});

test('without times, equal rows are found per profile and item', async () => {
  const folder = await place.write('timeless', {
    'plays.csv': ['user,item,place', '1,5,home', '1,5,away', '2,5,home', '1,5,home', '1,5,away', '1,5,home'],
  });
  const events = { file: 'plays.csv', profile: 'user', item: 'item' };
  const answer = await place.import(folder, { mapping: { events } });
  expect(reportOf(answer, 'plays.csv')).toMatchObject({ rows: 6, accepted: 3, rejected: 3 });
  expect((await place.issues(answer)).map(({ line }) => line)).toEqual([5, 6, 7]);
});
