/** A folder of which Shelfwise 1.0 made a data set, imported again: the same data, with the lengths of titles. */
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { importFolder } from '../../../engine/import/import-folder';
import { ruleSetOf, ruleSchema } from '../../../shared/contract/rules';
import { finalValue } from '../../../shared/values/final-value';
import { openWorkspace } from '../../../engine/storage/workspace';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { contestFolder, historyRow, META_HEADER } from '../../../../tests/support/importing';
import { writeTables } from '../../../../tests/support/small-folder';
import { createEngine } from '../../engine';
import { trainersHere } from '../../../../tests/support/trainers-here';

it('takes along what was saved with it, once, and says of which data set', async () => {
  const place = await temporaryFolder();
  const folder = path.join(place, 'data');
  await writeTables(folder, {
    ...contestFolder([historyRow({}), historyRow({ profile: '2', item: '102' })]),
    'meta_data.csv': [
      META_HEADER,
      '101,수달,,키즈,동요,,한국,8,20260101,,,,,,,',
      '102,새,,키즈,동요,,한국,,20260101,,,,,,,',
    ],
  } as Record<string, string[]>);
  const workspaceFolder = path.join(place, 'workspace');
  const workspace = await openWorkspace(workspaceFolder);
  const { fingerprint: before } = await importFolder({ workspace, folder, asEarlier: true });
  const { client } = await createEngine({ workspaceFolder, launcher: trainersHere });
  const hide = ruleSchema.parse({ id: 'a', name: 'A', kind: 'hide', titles: { ids: ['101'] } });
  await client.rules.set({ data: before, revision: 0, set: ruleSetOf([hide]) });
  const segment = await client.segments.keep({ data: before, name: 'Two', filter: { profiles: ['1', '2'] } });
  await client.profiles.setNote({ data: before, profile: '1', text: 'likes otters', revision: 0 });
  const entries = [{ attribute: 'genre_mid', code: '동요', label: 'Songs' }];
  await client.labels.set({ data: before, revision: 0, entries });

  const again = await finalValue(await client.datasets.import({ folder }));
  expect(again).toMatchObject({ imported: true, earlier: before, newerAttributes: ['run_time'] });
  const data = again.fingerprint;
  expect(data).not.toBe(before);
  expect((await client.rules.get({ data })).set.rules).toEqual([hide]);
  expect(await client.segments.list({ data })).toEqual([segment]);
  expect(await client.profiles.note({ data, profile: '1' })).toMatchObject({ text: 'likes otters' });
  expect(await client.labels.get({ data })).toMatchObject({ entries });
  // What was removed since is not brought back.
  await client.segments.remove({ data, id: segment.id, revision: segment.revision });
  expect(await finalValue(await client.datasets.import({ folder }))).toMatchObject({ imported: false });
  expect(await client.segments.list({ data })).toEqual([]);
});
