/** Data sets of the previous importer stay unchanged, and runs that wait for one of them get it from the folder. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../features/engine';
import { verifySnapshot } from '../data/snapshot';
import { importEarlier } from './import-folder';
import { finalValue } from '../../shared/values/final-value';
import { RELEASED_FOLDER, RELEASED_WORKSPACES, releasedWorkspace } from '../../../tests/support/released-workspace';
import { makeSmallFolder, type SmallFolder } from '../../../tests/support/small-folder';
import { launcher } from '../../../tests/support/trained-run';
import { makePlace, type Place } from '../../../tests/support/importing';

const { data, opened } = RELEASED_WORKSPACES['0.2.0'];

let place: Place;
let small: SmallFolder;
beforeAll(async () => {
  place = await makePlace();
  small = await makeSmallFolder(RELEASED_FOLDER);
});
afterAll(() => Promise.all([place.remove(), small.remove()]));

test('the folder still gives the data set that a released version made of it, if a run waits for it', async () => {
  const now = await place.import(small.folder);
  expect(now).toMatchObject({ importerVersion: 3 });
  expect(now.fingerprint).not.toBe(data);
  const options = { workspace: place.workspace, folder: small.folder };
  expect(await importEarlier(options, new Set(['0'.repeat(64)]))).toBeNull();
  expect(await place.datasets()).toEqual([now.fingerprint]);
  const earlier = await importEarlier(options, new Set([data]));
  expect(earlier).toMatchObject({ fingerprint: data, importerVersion: 2 });
  expect(await verifySnapshot(await place.open({ ...earlier!, imported: true }))).toEqual([]);
  expect(await verifySnapshot(await place.open(now))).toEqual([]);
});

test('that version read no folder in parts; it read one file under its own name beside parts', async () => {
  const history = await fs.readFile(path.join(small.folder, 'history_data.csv'), 'utf8');
  const lines = history.split('\n');
  const files = Object.fromEntries(
    await Promise.all(
      (await fs.readdir(small.folder)).map(
        async (file) => [file, await fs.readFile(path.join(small.folder, file))] as const,
      ),
    ),
  );
  const cut = await place.write('cut', {
    ...files,
    'history_data.csv': undefined,
    'history_data_1.csv': lines.slice(0, 20).join('\n'),
    'history_data_2.csv': [lines[0]!, ...lines.slice(20)].join('\n'),
  });
  expect((await place.import(cut)).fingerprint).toBe((await place.import(small.folder)).fingerprint);
  expect(await importEarlier({ workspace: place.workspace, folder: cut }, new Set([data]))).toBeNull();
  const more = await place.write('more', { ...files, 'history_data_2025.csv': lines.slice(0, 5).join('\n') });
  expect(await importEarlier({ workspace: place.workspace, folder: more }, new Set([data]))).not.toBeNull();
});

test('a run from a bundle without its data gets its lists when the folder is imported', async () => {
  const workspace = await releasedWorkspace('0.2.0');
  await fs.rm(path.join(workspace.datasets, data), { recursive: true });
  const run = path.join(workspace.runs, opened);
  const mark = path.join(run, 'opened.json');
  const { lacks: _, ...waiting } = JSON.parse(await fs.readFile(mark, 'utf8')) as Record<string, unknown>;
  await fs.writeFile(mark, JSON.stringify(waiting));
  const lists = await fs.readFile(path.join(run, 'lists.safetensors'));
  await fs.rm(path.join(run, 'lists.safetensors'));
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher });
  const answer = await finalValue(await client.datasets.import({ folder: small.folder }));
  expect(answer.importerVersion).toBe(3);
  expect((await client.datasets.list()).map(({ fingerprint }) => fingerprint).toSorted()).toEqual(
    [answer.fingerprint, data].toSorted(),
  );
  expect((await client.tuning.apply({ runId: opened, profile: '3', count: 5 })).items).toHaveLength(5);
  expect((await fs.readFile(path.join(run, 'lists.safetensors'))).equals(lists)).toBe(true);
});
