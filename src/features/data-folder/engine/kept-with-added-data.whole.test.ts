/** What people saved with a data set is there with the one that a folder was added to. */
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { finalValue } from '../../../shared/values/final-value';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { importedFolder, PEOPLE } from '../../../../tests/support/forgetting';
import { writeTables } from '../../../../tests/support/small-folder';

const HEADER = 'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer';

it('has its segments, tunings and notes with their history, once, and reviews of neither', async () => {
  const { engine, dataset } = await importedFolder(PEOPLE.letters);
  const { client } = engine;
  const before = dataset.fingerprint;
  const segment = await client.segments.keep({ data: before, name: 'Pair', filter: { profiles: ['101', '102'] } });
  const tuning = await client.tuning.keep({ data: before, name: 'Even', tuning: NEUTRAL_TUNING, runId: 'r1' });
  await client.profiles.setNote({ data: before, profile: '101', text: 'likes trains', revision: 0 });
  await client.profiles.setNote({ data: before, profile: '101', text: 'likes ships', revision: 1 });
  const folder = path.join(await temporaryFolder(), 'april');
  await writeTables(folder, { 'history_data.csv': [HEADER, '101,98,20260401120000,IFSUC0001,503,0,N,N'] });
  const add = async (): Promise<string> =>
    (await finalValue(await client.datasets.add({ data: before, folder }))).fingerprint;
  const data = await add();
  expect(data).not.toBe(before);

  expect(await client.segments.list({ data })).toEqual([segment]);
  expect(await client.tuning.list({ data })).toEqual([tuning]);
  expect(await client.profiles.note({ data, profile: '101' })).toMatchObject({ text: 'likes ships', revision: 2 });
  expect((await client.profiles.noteHistory({ data, profile: '101' })).versions.map(({ text }) => text)).toContain(
    'likes trains',
  );
  // What was removed there is not brought back by adding the same folder again.
  await client.segments.remove({ data, id: segment.id, revision: segment.revision });
  expect(await add()).toBe(data);
  expect(await client.segments.list({ data })).toEqual([]);
});
