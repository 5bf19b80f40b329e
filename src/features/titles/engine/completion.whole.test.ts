/** How far titles are watched: from the table of completion to the bars of a chart. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDatasetSession, type DatasetSession } from '../../../engine/sessions/dataset-session';
import { completionOf } from './completion';
import { contestFolder, historyRow, makePlace, type Place } from '../../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const HISTORY = ['101', '102'].map((item) => historyRow({ profile: '1', item, time: '20260301120000' }));
const WATCH = [
  'profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play',
  '1,1,20260301000100,X,101,3,120,N',
  '1,1,20260301000200,X,101,36,120,N',
  '2,1,20260301000300,X,101,500,120,N',
  // A viewing of unknown length.
  '2,1,20260301000400,X,101,5,0,N',
];

const sessionOf = async (name: string, files: Parameters<Place['write']>[1]): Promise<DatasetSession> =>
  loadDatasetSession(await place.open(await place.import(await place.write(name, files))));

test('plays count in tenths; a play longer than the title counts as complete', async () => {
  const session = await sessionOf('watched', { ...contestFolder(HISTORY), 'watch_e_data.csv': WATCH });
  const { plays, mean, bins } = (await completionOf(session, '101'))!;
  expect(plays).toBe(3);
  expect(mean).toBeCloseTo((3 / 120 + 36 / 120 + 1) / 3, 5);
  expect(bins).toHaveLength(10);
  expect(bins.filter((bin) => bin.plays > 0)).toEqual([
    { from: 0, to: 0.1, plays: 1 },
    { from: 0.3, to: 0.4, plays: 1 },
    { from: 0.9, to: 1, plays: 1 },
  ]);
  expect(await completionOf(session, '102')).toBeNull();
  await expect(completionOf(session, '999')).rejects.toMatchObject({ code: 'not-found' });
});

test('data without such a table shows nothing', async () => {
  expect(await completionOf(await sessionOf('bare', contestFolder(HISTORY)), '101')).toBeNull();
});
