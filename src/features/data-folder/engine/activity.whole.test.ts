/** Viewings and rejected rows over time: from the rows of a folder to the bars of a picture. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activity } from './activity';
import { contestFolder, historyRow, makePlace, type Place } from '../../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

test('viewings and rejected rows count on their day; rows without a possible time are counted apart', async () => {
  const good = historyRow({ profile: '1', item: '101', time: '20260301120000' });
  const folder = await place.write(
    'dirty',
    contestFolder([
      good,
      good,
      historyRow({ profile: '2', item: '102', time: '20260301235959' }),
      historyRow({ profile: '2', item: '', time: '20260302080000' }),
      historyRow({ profile: '', item: '103', time: '20260303080000.0' }),
      historyRow({ profile: '2', item: '103', time: '20260303080000' }),
      historyRow({ profile: '2', item: '103', time: '20260231080000' }),
      historyRow({ profile: '2', item: '103', time: '' }),
      // Before any accepted event.
      historyRow({ profile: '2', item: '', time: '20250101000000' }),
    ]),
  );
  const snapshot = await place.open(await place.import(folder));
  expect(await activity(snapshot)).toEqual({
    bucket: 'day',
    buckets: [
      { from: '2026-03-01', viewings: 2, rejected: 1 },
      { from: '2026-03-02', viewings: 0, rejected: 1 },
      { from: '2026-03-03', viewings: 1, rejected: 1 },
    ],
    rejectedElsewhere: 3,
  });
  // A minute before midnight in UTC is the next morning in Seoul.
  expect(await activity(snapshot, 'Asia/Seoul')).toMatchObject({
    buckets: [
      { from: '2026-03-01', viewings: 1, rejected: 1 },
      { from: '2026-03-02', viewings: 1, rejected: 1 },
      { from: '2026-03-03', viewings: 1, rejected: 1 },
    ],
    rejectedElsewhere: 3,
  });
});

test('without times there is nothing to show', async () => {
  const folder = await place.write('timeless', { 'events.csv': ['user,item', 'a,x', 'b,y'] });
  const mapping = { events: { file: 'events.csv', profile: 'user', item: 'item' } };
  expect(await activity(await place.open(await place.import(folder, { mapping })))).toBeNull();
});
