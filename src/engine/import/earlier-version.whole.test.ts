/** Data sets of the previous importer stay what they are, and data is added to them. */
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../features/engine';
import { importFolder } from './import-folder';
import { openSnapshot, verifySnapshot } from '../data/snapshot';
import { workspaceAt, type Workspace } from '../storage/workspace';
import { finalValue } from '../../shared/values/final-value';
import { copyApprovedIn1, EARLIER, RELEASED_FOLDER } from '../../../tests/support/released-workspace';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { makeSmallFolder, type SmallFolder } from '../../../tests/support/small-folder';
import { trainersHere } from '../../../tests/support/trainers-here';

const { data } = EARLIER;

/** Opened in 1.0 since. */
async function earlierWorkspace(): Promise<Workspace> {
  const folder = path.join(await temporaryFolder(), 'workspace');
  await copyApprovedIn1(folder);
  return workspaceAt(folder);
}

let same: SmallFolder;
let more: SmallFolder;
beforeAll(async () => {
  same = await makeSmallFolder(RELEASED_FOLDER);
  more = await makeSmallFolder({ ...RELEASED_FOLDER, seed: 2, dirt: {} });
});
afterAll(() => Promise.all([same.remove(), more.remove()]));

test('its files are those of its fingerprint, and the same folder makes another data set beside it', async () => {
  const workspace = await earlierWorkspace();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  expect(await client.datasets.get({ fingerprint: data })).toMatchObject({ importerVersion: 2 });
  expect(await verifySnapshot(await openSnapshot(workspace, data))).toEqual([]);
  const now = await finalValue(await client.datasets.import({ folder: same.folder }));
  expect(now).toMatchObject({ importerVersion: 3, imported: true });
  expect((await client.datasets.list()).map(({ fingerprint }) => fingerprint).toSorted()).toEqual(
    [now.fingerprint, data].toSorted(),
  );
});

test(
  'a folder added to it makes a data set of the present importer, without what both have',
  { tags: ['rare'] },
  async () => {
    const workspace = await earlierWorkspace();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    // It goes on without the lengths of titles, which were not read then.
    await importFolder({ workspace, folder: same.folder, asEarlier: true });
    await expect(finalValue(await client.datasets.add({ data, folder: same.folder }))).resolves.toMatchObject({
      imported: false,
    });
    const added = await finalValue(await client.datasets.add({ data, folder: more.folder }));
    expect(added).toMatchObject({ importerVersion: 3, imported: true, change: { exact: false } });
    expect(await verifySnapshot(await openSnapshot(workspace, added.fingerprint))).toEqual([]);
    expect(await verifySnapshot(await openSnapshot(workspace, data))).toEqual([]);
  },
);
