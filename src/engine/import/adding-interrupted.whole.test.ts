/** Adding a folder that is killed, stopped or meets a full disk at any step leaves the data set as it was, and no leftovers. */
import { cpSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../features/engine';
import { openSnapshot, verifySnapshot } from '../data/snapshot';
import { addFolder, importFolder } from './import-folder';
import { openWorkspace, type Workspace, workspaceAt } from '../storage/workspace';
import type { AddAnswer } from '../../shared/contract/data-change';
import type { Dataset } from '../../shared/contract/dataset';
import { finalValue } from '../../shared/values/final-value';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { finishedRun } from '../../../tests/support/finished-run';
import { NO_SMALL_DISK, type SmallDisk, smallDisk } from '../../../tests/support/small-disk';
import { trainersHere } from '../../../tests/support/trainers-here';
import {
  contestFolder,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
} from '../../../tests/support/importing';
import { everyNth } from '../../../tests/support/tried';

const PHASES = ['look', 'read', 'clean', 'write', 'fingerprint'] as const;

let place: Place;
let march: string;
let april: string;
let whole: string;
beforeAll(async () => {
  place = await makePlace();
  const rows = (month: number): string[] =>
    Array.from({ length: 40 }, (_, at) =>
      historyRow({
        profile: String(1 + (at % 7)),
        item: String(101 + (at % 11)),
        time: `20260${month}${10 + (at % 20)}120000`,
      }),
    );
  const items = { 'meta_data.csv': [META_HEADER, metaRow('101', 'One')] };
  march = await place.write('2026-03', { ...contestFolder(rows(3)), ...items });
  april = await place.write('2026-04', { 'history_data.csv': [HISTORY_HEADER, ...rows(3).slice(30), ...rows(4)] });
  whole = (await place.import(await place.write('both', { ...contestFolder([...rows(3), ...rows(4)]), ...items })))
    .fingerprint;
});
afterAll(() => place.remove());

const inDatasets = async (workspace: Workspace): Promise<string[]> => (await fs.readdir(workspace.datasets)).toSorted();

/** The hash of each file of the data set. */
async function contentOf(workspace: Workspace, { fingerprint }: Dataset): Promise<Record<string, string>> {
  const folder = path.join(workspace.datasets, fingerprint);
  const files = await fs.readdir(folder);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await fs.readFile(path.join(folder, file), 'latin1')])),
  );
}

async function prepared(folder: string) {
  const workspace = await openWorkspace(folder);
  const base = await importFolder({ workspace, folder: march });
  const snapshot = await openSnapshot(workspace, base.fingerprint);
  return { workspace, base, snapshot, before: await contentOf(workspace, base) };
}

test.each(everyNth(PHASES, 5))('stopped at %s, it leaves nothing', async (phase) => {
  const { workspace, base, snapshot, before } = await prepared(path.join(place.folder, `stopped-${phase}`));
  const stop = new AbortController();
  const adding = addFolder({
    workspace,
    snapshot,
    folder: april,
    signal: stop.signal,
    onProgress: (progress) => progress.phase === phase && stop.abort(),
  });
  await expect(adding).rejects.toMatchObject({ code: 'stopped' });
  expect(await inDatasets(workspace)).toEqual([base.fingerprint]);
  expect(await contentOf(workspace, base)).toEqual(before);
});

test('killed at any step, it leaves the data set, and the next attempt completes it', async () => {
  const { workspace, base, snapshot, before } = await prepared(path.join(place.folder, 'killed'));
  const copies: string[] = [];
  await addFolder({
    workspace,
    snapshot,
    folder: april,
    onProgress: ({ phase }) => {
      // A copy of the disk at this moment is what a killed program leaves.
      const copy = path.join(place.folder, `killed-at-${copies.length}-${phase}`);
      cpSync(workspace.folder, copy, { recursive: true });
      copies.push(copy);
    },
  });
  expect(new Set(copies.map((copy) => copy.replace(/.*-/, '')))).toEqual(new Set([...PHASES, 'done']));
  for (const copy of copies.slice(0, -1)) {
    const left = workspaceAt(copy);
    const { client } = await createEngine({ workspaceFolder: copy, launcher: trainersHere });
    expect((await client.datasets.list()).map(({ fingerprint }) => fingerprint)).toEqual([base.fingerprint]);
    expect(await client.datasets.unreadable()).toEqual([]);
    expect(await contentOf(left, base)).toEqual(before);
  }
  const last = workspaceAt(copies.at(-2)!);
  const again = await addFolder({
    workspace: last,
    snapshot: await openSnapshot(last, base.fingerprint),
    folder: april,
  });
  expect(again.dataset.fingerprint).toBe(whole);
});

describe.skipIf(NO_SMALL_DISK !== null)(`on a full disk${NO_SMALL_DISK === null ? '' : ` (${NO_SMALL_DISK})`}`, () => {
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = await smallDisk(8 * 1024);
  });
  afterAll(() => disk.remove());

  test(
    'full from any step on, it leaves the data set as it was; with space again the folder is added',
    { tags: ['rare'] },
    async () => {
      const { workspace, base, snapshot, before } = await prepared(path.join(disk.folder, 'workspace'));
      for (const full of PHASES) {
        const adding = addFolder({
          workspace,
          snapshot,
          folder: april,
          onProgress: ({ phase }) => {
            if (phase === full) disk.fill();
          },
        });
        await expect(adding, full).rejects.toMatchObject({ code: 'no-space' });
        expect(await inDatasets(workspace), full).toEqual([base.fingerprint]);
        expect(await contentOf(workspace, base), full).toEqual(before);
        await disk.clear();
      }
      expect((await addFolder({ workspace, snapshot, folder: april })).dataset.fingerprint).toBe(whole);
    },
  );
});

test('the engine reports the change, and keeps the labels of the data set', async () => {
  const { workspace, base } = await prepared(path.join(place.folder, 'told'));
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  const { revision } = await client.labels.get({ data: base.fingerprint });
  await client.labels.set({
    data: base.fingerprint,
    revision,
    entries: [{ attribute: 'sex', code: 'F', label: 'Girl' }],
    colours: [],
    timeZone: 'UTC',
  });
  const answer: AddAnswer = await finalValue(await client.datasets.add({ data: base.fingerprint, folder: april }));
  // Shown with the folder added last; the series keeps its name.
  const shown = `${base.name} + ${path.basename(april)}`;
  expect((await openSnapshot(workspace, whole)).dataset.name).toBe(base.name);
  expect((await client.datasets.list()).map(({ name }) => name).sort()).toEqual([base.name, shown].sort());
  expect(await client.datasets.get({ fingerprint: whole })).toMatchObject({ name: shown });
  const queued = await client.queue.add({ data: whole, recipe: DEFAULT_RECIPE, seed: 1 });
  expect(queued.datasetName).toBe(shown);
  await client.queue.remove({ id: queued.id });
  const { dataset } = await openSnapshot(workspace, whole);
  const { record } = await finishedRun({ workspace, dataset });
  expect((await client.runs.list()).map((run) => run.dataset.name)).toEqual([shown]);
  expect((await client.runs.get({ runId: record.runId })).dataset).toEqual({ fingerprint: whole, name: shown });
  expect(answer).toMatchObject({
    fingerprint: whole,
    name: shown,
    imported: true,
    change: {
      base: base.fingerprint,
      exact: true,
      profiles: { before: 7, after: 7 },
      items: { before: 11, after: 11 },
      events: [{ role: 'history', before: 40, added: 40, duplicates: 10, rejected: 0 }],
    },
  });
  expect(answer.change.drift.map(({ of, attribute, drifted }) => [of, attribute, drifted])).toContainEqual([
    'profiles',
    'sex',
    false,
  ]);
  expect((await client.labels.get({ data: whole })).entries).toEqual([{ attribute: 'sex', code: 'F', label: 'Girl' }]);
  expect(await verifySnapshot(await openSnapshot(workspace, whole))).toEqual([]);
  const again = await finalValue(await client.datasets.add({ data: whole, folder: april }));
  expect(again).toMatchObject({
    fingerprint: whole,
    imported: false,
    change: { events: [{ role: 'history', before: 80, added: 0, duplicates: 50 }] },
  });
});
