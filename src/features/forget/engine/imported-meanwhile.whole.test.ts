/** Folders that are imported while a profile is forgotten: it does not return, whichever finishes first. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forget } from './forget';
import { whileNobodyPlaces } from '../../../engine/data/privacy/forgotten';
import { removeIntention, writeIntention } from '../../../engine/data/privacy/intention';
import { acquireRunLock } from '../../../engine/machine/trainers/lock';
import { finalValue } from '../../../shared/values/final-value';
import { filesWith } from '../../../../tests/support/decoded-files';
import {
  forgetIn,
  importedFolder,
  importInto,
  PEOPLE,
  tablesOf,
  type Used,
} from '../../../../tests/support/forgetting';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { writeTables } from '../../../../tests/support/small-folder';
import { everyNth } from '../../../../tests/support/tried';

const { id: profile } = PEOPLE.letters;

let used: Used;
beforeEach(async () => {
  used = await importedFolder(PEOPLE.letters);
});

const namesIn = async (folder: string): Promise<string[]> => (await fs.readdir(folder)).sort();

/** The folder with one more event, which is another data set of the same profiles. */
async function laterFolder(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'later');
  await writeTables(folder, tablesOf(PEOPLE.letters));
  await fs.appendFile(path.join(folder, 'history_data.csv'), '101,99,20260301120000,IFSUC0001,500,0,N,N\n');
  return folder;
}

/** Whether a folder was read completely and waits for its place. */
async function isReady(): Promise<boolean> {
  const { datasets } = used.workspace;
  for (const name of await namesIn(datasets))
    if (name !== used.dataset.fingerprint && (await namesIn(path.join(datasets, name))).includes('dataset.json'))
      return true;
  return false;
}

const ending = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'imported',
    (thrown: unknown) => thrown,
  );

const intention = (datasets: string[]) => ({
  formatVersion: 1 as const,
  profile,
  datasets,
  replacements: {},
  runs: [],
  trash: [],
  withModels: false,
  only: {},
  at: new Date().toISOString(),
});

describe('a folder that was read when a profile is about to be forgotten', () => {
  it.each(
    everyNth(
      [
        ['imported', (folder: string) => importInto(used.engine, folder)],
        [
          'added',
          async (folder: string) =>
            finalValue(await used.engine.client.datasets.add({ data: used.dataset.fingerprint, folder })),
        ],
      ],
      2,
    ),
  )('is not %s, but is once that is done', async (_, bring) => {
    const folder = await laterFolder();
    const before = await namesIn(used.workspace.datasets);
    const { end } = await whileNobodyPlaces(used.workspace, async () => {
      const work = ending(bring(folder));
      await vi.waitUntil(isReady, { timeout: 60_000, interval: 20 });
      await writeIntention(used.workspace, intention([]));
      return { end: work };
    });
    expect(await end).toMatchObject({ code: 'busy', message: expect.stringMatching(/Nothing was imported\./) });
    expect(await namesIn(used.workspace.datasets)).toEqual(before);
    await removeIntention(used.workspace);
    await bring(folder);
    expect(await namesIn(used.workspace.datasets)).toHaveLength(2);
  });

  it('loses that profile too if it got its place just before', { tags: ['rare'] }, async () => {
    const folder = await laterFolder();
    let imported: Promise<unknown> = Promise.resolve();
    const { forgetting } = await whileNobodyPlaces(used.workspace, async () => {
      imported = ending(importInto(used.engine, folder));
      await vi.waitUntil(isReady, { timeout: 60_000, interval: 20 });
      return { forgetting: forgetIn(used.engine, { data: used.dataset.fingerprint, profile }) };
    });
    await forgetting;
    const end = await imported;
    if (end !== 'imported') expect(end).toMatchObject({ code: 'busy' });
    expect(await filesWith(used.workspace.folder, profile)).toEqual([]);
  });
});

describe('after a program was killed during forgetting', () => {
  beforeEach(async () => {
    const request = { workspace: used.workspace, data: used.dataset.fingerprint, profile, withModels: false };
    const broken = forget({
      ...request,
      onProgress() {
        throw new Error('killed');
      },
    });
    await expect(broken).rejects.toThrow('killed');
    expect(await filesWith(used.workspace.folder, profile)).not.toEqual([]);
  });

  it('a program that stays open finishes it, and imports', { tags: ['rare'] }, async () => {
    const { fingerprint, profiles } = await importInto(used.engine, await laterFolder());
    expect(profiles).toBe(7);
    expect(await filesWith(used.workspace.folder, profile)).toEqual([]);
    expect(await namesIn(used.workspace.datasets)).toContain(fingerprint);
    expect(await namesIn(used.workspace.privacy)).not.toContain('forgetting.json');
  });

  it('nothing is imported while another program finishes it', { tags: ['rare'] }, async () => {
    const other = await acquireRunLock(used.workspace.privacy);
    try {
      await expect(importInto(used.engine, await laterFolder())).rejects.toMatchObject({
        code: 'busy',
        message: expect.stringMatching(/^Another program is forgetting a child/),
      });
    } finally {
      await other.release();
    }
    expect(await namesIn(used.workspace.datasets)).toEqual([used.dataset.fingerprint]);
  });

  it('what prevents finishing it is reported', { tags: ['rare'] }, async () => {
    await fs.writeFile(path.join(used.workspace.privacy, 'forgetting.json'), '{');
    await expect(importInto(used.engine, await laterFolder())).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringMatching(/cannot be finished now\. .*forgetting\.json is damaged/),
    });
    expect(await namesIn(used.workspace.datasets)).toEqual([used.dataset.fingerprint]);
  });
});
