/** A snapshot is recognised, never changes, selects the training data, and is repaired if damaged. */
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listDatasets, loadSubmissionProfiles, openSnapshot, verifySnapshot } from './snapshot';
import { loadInteractions } from './selected-events';
import { writeFile } from '../storage/files';
import { loadDatasetSession } from '../sessions/dataset-session';
import type { Recipe } from '../../shared/recipe/table';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { textOf } from '../../shared/words/sentence';
import {
  contestFolder,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
} from '../../../tests/support/importing';
import { everyNth } from '../../../tests/support/tried';

let place: Place;
let folder: string;

const EVENT = 'profile_id,ss_id,log_time,act_target_dtl,album_id';
const HISTORY = [
  historyRow({ profile: '2', item: '102', time: '20260302000000' }),
  historyRow({ profile: '1', item: '101', time: '20260301000000' }),
  historyRow({ profile: '1', item: '101', time: '20260303000060', trailer: 'Y' }),
  historyRow({ profile: '1', item: '', time: '20260303000000' }),
];
const FILES = {
  ...contestFolder(HISTORY),
  'meta_data.csv': [META_HEADER, metaRow('101', 'One'), metaRow('102', 'Two')],
  'watch_e_data.csv': [
    `${EVENT},watch_time,total_time,continuous_play`,
    '1,1,20260301000100,X,101,30,120,N',
    '2,1,20260301000100,X,102,500,120,N',
    '2,1,20260301000200,X,102,5,0,N',
    '2,1,20260301000300,X,102,,120,N',
  ],
  'buy_data.csv': [`${EVENT},payment`, '2,1,20260301000000,X,103,1500'],
  'search_data.csv': [EVENT, '1,1,20260304000000,X,102'],
  'sample_submission.csv': ['profile_id,predicted_list', '9,"[1, 2]"', '1.0,[]', '2,[]', '1,[]', ',[]'],
};

/** The data set of FILES, imported once: a copy of it spares each test the import of a folder that it does not change. */
let imported: string;

async function writeFolder(): Promise<void> {
  folder = await place.write('data', FILES);
  const old = new Date('2026-01-01T00:00:00Z');
  for (const file of await readdir(folder)) await utimes(path.join(folder, file), old, old);
}

beforeAll(async () => {
  place = await makePlace();
  await writeFolder();
  await place.import(folder);
  imported = path.join(place.folder, 'imported');
  await rename(place.workspace.datasets, imported);
});
afterAll(() => place.remove());
beforeEach(async () => {
  await rm(place.workspace.datasets, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  await cp(imported, place.workspace.datasets, { recursive: true, preserveTimestamps: true });
  await writeFolder();
});

describe('what a recipe selects', () => {
  const select = async (knobs: Partial<Recipe>) => {
    const snapshot = await place.open(await place.import(folder));
    const { profile, item, time, weight } = await loadInteractions(snapshot, { ...DEFAULT_RECIPE, ...knobs });
    const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(8, 16);
    return Array.from(profile, (_, event) => [profile[event], item[event], day(time![event]!), weight?.[event] ?? 1]);
  };
  const NOTHING = { 'data.history': 0 } as const;

  test('the history, ordered by time', async () => {
    expect(await select({})).toEqual([
      [0, 0, '01T00:00', 1],
      [1, 1, '02T00:00', 1],
      [0, 0, '03T00:01', 1],
    ]);
  });

  test('trailers with a lower weight, or not at all', async () => {
    expect((await select({ 'data.history': 2, 'data.trailers': 0.25 })).map((event) => event[3])).toEqual([2, 2, 0.5]);
    expect(await select({ 'data.trailers': 0 })).toHaveLength(2);
  });

  test('viewings weighted by the share watched, clipped, and none if the share is unknown', async () => {
    expect(await select({ ...NOTHING, 'data.completion': 2 })).toEqual([
      [0, 0, '01T00:01', 0.5],
      [1, 1, '01T00:01', 2],
    ]);
  });

  test('purchases and searches, each with its own weight', async () => {
    expect(await select({ ...NOTHING, 'data.purchase': 3, 'data.search': 0.5 })).toEqual([
      [1, 2, '01T00:00', 3],
      [0, 1, '04T00:00', 0.5],
    ]);
  });

  test('nothing if every weight is 0', async () => {
    expect(await select(NOTHING)).toEqual([]);
  });
});

test('the history of a profile has each title once, the latest first', async () => {
  const session = await loadDatasetSession(await place.open(await place.import(folder)));
  expect(session.history(session.profiles.ids.indexOf('1'))).toMatchObject([
    { item: '101', title: 'One', lastWatched: '2026-03-03T00:01:00.000Z', times: 2 },
  ]);
});

test('the profiles of the submission are each there once, in its order', async () => {
  const answer = await place.import(folder);
  expect(answer).toMatchObject({ submissionProfiles: 3, profiles: 3, items: 3, interactions: 3 });
  expect(await loadSubmissionProfiles(await place.open(answer))).toEqual(['9', '1', '2']);
  expect((await place.issues(answer)).filter(({ file }) => file === 'sample_submission.csv')).toMatchObject([
    { line: 3, reason: 'id-decimal', outcome: 'repaired' },
    { line: 5, reason: 'duplicate', outcome: 'rejected' },
    { line: 6, reason: 'missing-id', outcome: 'rejected' },
  ]);
});

describe('importing again', () => {
  test('returns at once, and writes nothing', async () => {
    await rm(place.workspace.datasets, { recursive: true });
    const first = await place.import(folder);
    const before = await place.datasets();
    const phases: string[] = [];
    const second = await place.import(folder, { onProgress: ({ phase }) => phases.push(phase) });
    expect(second).toEqual({ ...first, imported: false });
    expect(phases).toEqual(['look']);
    expect(await place.datasets()).toEqual(before);
  });

  test('notices a change that keeps size and time', async () => {
    const first = await place.import(folder);
    const file = path.join(folder, 'history_data.csv');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('20260302000000', '20260302000001'));
    const old = new Date('2026-01-01T00:00:00Z');
    await utimes(file, old, old);
    const second = await place.import(folder);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(second.imported).toBe(true);
  });

  test('from a copy elsewhere finds the same data set, and mentions the copy', { tags: ['rare'] }, async () => {
    const first = await place.import(folder);
    const copy = await place.write('copy', { ...FILES, ...contestFolder([...HISTORY, 'broken']) });
    const second = await place.import(copy);
    expect(second).toMatchObject({ imported: false, fingerprint: first.fingerprint, folder: copy });
    expect(await place.datasets()).toEqual([first.fingerprint]);
    expect((await place.issues(second)).filter(({ raw }) => raw === 'broken')).toHaveLength(1);
    expect(await verifySnapshot(await place.open(second))).toEqual([]);
  });

  test('twice at once gives one data set', { tags: ['rare'] }, async () => {
    const answers = await Promise.all([place.import(folder), place.import(folder), place.import(folder)]);
    expect(new Set(answers.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(await place.datasets()).toEqual([answers[0].fingerprint]);
    expect(await verifySnapshot(await place.open(answers[0]))).toEqual([]);
  });

  test.each(
    everyNth(
      [
        [
          'a flipped byte',
          async (file: string) => {
            const bytes = await readFile(file);
            bytes[100]! ^= 1;
            await writeFile(file, bytes);
          },
          'is not what was imported',
        ],
        ['a missing file', (file: string) => rm(file), 'is missing'],
      ],
      2,
    ),
  )('%s in the snapshot is noticed, and repaired by importing again', async (_, damage, problem) => {
    const answer = await place.import(folder);
    const snapshot = await place.open(answer);
    await damage(path.join(snapshot.folder, 'events.parquet'));
    const [found, ...others] = await verifySnapshot(snapshot);
    expect(textOf([found!])).toContain('events.parquet of data set');
    expect(textOf([found!])).toContain(problem);
    expect(others).toEqual([]);
    expect(await place.import(folder)).toMatchObject({ fingerprint: answer.fingerprint, imported: true });
    expect(await verifySnapshot(await place.open(answer))).toEqual([]);
    await damage(path.join(snapshot.folder, 'events.parquet'));
    await appendFile(path.join(folder, 'history_data.csv'), 'broken\n');
    expect(await place.import(folder)).toMatchObject({ fingerprint: answer.fingerprint, imported: true });
    expect(await verifySnapshot(await place.open(answer))).toEqual([]);
  });

  test(
    'a snapshot of an earlier importer is not called damaged, and is imported again beside it',
    { tags: ['rare'] },
    async () => {
      const answer = await place.import(folder);
      const snapshot = await place.open(answer);
      const description = path.join(snapshot.folder, 'dataset.json');
      const { imported: _, ...dataset } = answer;
      await writeFile(description, JSON.stringify({ ...dataset, importerVersion: 1 }));
      const [found, ...others] = await verifySnapshot(await place.open(answer));
      const problem = textOf([found!]);
      expect(problem).toMatch(/imported by an earlier version.*files are as they were written/);
      expect(problem).not.toContain('damaged');
      expect(others).toEqual([]);
      expect((await place.import(folder)).importerVersion).toBe(3);
    },
  );

  test('is not found by a prefix that two fingerprints share', async () => {
    const { imported: _, snapshotFiles: __, ...dataset } = await place.import(folder);
    const { fingerprint } = dataset;
    const twin = fingerprint.slice(0, 60) + (fingerprint.endsWith('0000') ? '1111' : '0000');
    const twinFolder = path.join(place.workspace.datasets, twin);
    await mkdir(twinFolder);
    await writeFile(path.join(twinFolder, 'dataset.json'), JSON.stringify({ ...dataset, fingerprint: twin }));
    await expect(openSnapshot(place.workspace, fingerprint.slice(0, 8))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('2 data sets begin with'),
    });
  });
});

test('a submission without profiles is ignored', async () => {
  const answer = await place.import(
    await place.write('nobody', { ...FILES, 'sample_submission.csv': ['profile_id,predicted_list'] }),
  );
  expect(answer.submissionProfiles).toBe(null);
  expect(await loadSubmissionProfiles(await place.open(answer))).toBe(null);
});

describe('opening', () => {
  test('by the fingerprint or its prefix', async () => {
    const { fingerprint } = await place.import(folder);
    for (const name of [fingerprint, fingerprint.slice(0, 8), fingerprint.slice(0, 4)])
      expect((await openSnapshot(place.workspace, name)).dataset.fingerprint).toBe(fingerprint);
  });

  test('with an unknown fingerprint lists the data sets that exist', async () => {
    const { fingerprint } = await place.import(folder);
    await expect(openSnapshot(place.workspace, 'zzzz')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(`${fingerprint.slice(0, 12)} (data)`),
    });
    await rm(place.workspace.datasets, { recursive: true });
    await expect(openSnapshot(place.workspace, 'abcd')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Import a folder first'),
    });
  });

  test('a data set with a damaged dataset.json hides no other, and is named when asked for', async () => {
    const { fingerprint } = await place.import(folder);
    const other = await place.import(await place.write('other', contestFolder([historyRow({})])));
    await writeFile(path.join(place.workspace.datasets, fingerprint, 'dataset.json'), '{');
    expect((await listDatasets(place.workspace)).map((dataset) => dataset.fingerprint)).toEqual([other.fingerprint]);
    await expect(openSnapshot(place.workspace, fingerprint)).rejects.toMatchObject({ code: 'bad-data' });
    expect((await place.import(folder)).fingerprint).toBe(fingerprint);
    expect(await listDatasets(place.workspace)).toHaveLength(2);
  });
});
