/** Which titles of exported lists were watched later: counted by hand, over data that grows, and refused if it cannot be known. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../engine';
import { addFolder } from '../../../engine/import/import-folder';
import { rememberForgotten, sourceOfDataset } from '../../../engine/data/privacy/forgotten';
import { openWorkspace } from '../../../engine/storage/workspace';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Outcome, OutcomeRequest, Outcomes } from '../contract/outcome';
import { finalValue } from '../../../shared/values/final-value';
import { contestFolder, historyRow, makePlace, type Place, PROFILE_HEADER } from '../../../../tests/support/importing';
import { finishedRun } from '../../../../tests/support/finished-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

const ALBUMS = Array.from({ length: 40 }, (_, index) => String(101 + index));
const at = (month: number, minute: number): string =>
  `20260${month}01${String(12 + Math.floor(minute / 60))}${String(minute % 60).padStart(2, '0')}00`;

/** Profile 9 watched all of 101 to 140, so that the run has all these titles. */
const FIRST = [
  ...ALBUMS.map((item, minute) => historyRow({ profile: '9', item, time: at(3, minute) })),
  historyRow({ profile: '1', item: '101', time: at(3, 50) }),
  historyRow({ profile: '1', item: '130', time: at(3, 51) }),
  historyRow({ profile: '2', item: '140', time: at(3, 52) }),
  historyRow({ profile: '3', item: '101', time: at(3, 53) }),
  historyRow({ profile: '3', item: '130', time: at(3, 54) }),
  historyRow({ profile: '5', item: '101', time: at(3, 55) }),
];
const SECOND = [
  historyRow({ profile: '1', item: '105', time: at(4, 1) }),
  historyRow({ profile: '1', item: '105', time: at(4, 2) }),
  historyRow({ profile: '1', item: '110', time: at(4, 3) }),
  // Before the last viewing of the previous month.
  historyRow({ profile: '1', item: '139', time: at(3, 30) }),
  historyRow({ profile: '1', item: '101', time: at(4, 4) }),
  historyRow({ profile: '2', item: '101', time: at(4, 5) }),
  historyRow({ profile: '2', item: '200', time: at(4, 6) }),
  historyRow({ profile: '4', item: '104', time: at(4, 7) }),
  historyRow({ profile: '5', item: '101', time: at(4, 8) }),
  historyRow({ profile: '77', item: '105', time: at(4, 59) }),
];
const THIRD = [historyRow({ profile: '2', item: '103', time: at(5, 1) })];
const PROFILES = {
  'profile_data.csv': [
    PROFILE_HEADER,
    ...['1,M,3', '2,F,5', '3,M,3', '4,F,3', '5,M,5', '9,F,5'].map((row) => `${row},P01,,,K01,,`),
  ],
};

let place: Place;
let client: EngineClient;
let [first, second, third] = [null, null, null] as unknown as [Dataset, Dataset, Dataset];
let runs: string[];

beforeAll(async () => {
  place = await makePlace();
  ({ client } = await createEngine({ workspaceFolder: place.workspace.folder, launcher: trainersHere }));
  first = await place.import(await place.write('march', { ...contestFolder(FIRST), ...PROFILES }));
  // Row r of the lists begins at title r: profile 1 has 101 to 125, 2 has 102 to 126, 4 has 104 to 128.
  runs = [await listsOn(first, ['1', '2', '3', '4', '5', '9'], ALBUMS)];
  second = await grown(first, 'april', SECOND);
  runs.push(await listsOn(second, ['1', '2', '3', '4', '5', '9', '77'], [...ALBUMS, '200']));
  third = await grown(second, 'may', THIRD);
}, 60_000);
afterAll(() => place.remove());

async function grown(base: Dataset, name: string, rows: readonly string[]): Promise<Dataset> {
  const { 'history_data.csv': history } = contestFolder(rows);
  const folder = await place.write(name, { 'history_data.csv': history });
  const snapshot = await place.open({ ...base, imported: true });
  return (await addFolder({ workspace: place.workspace, snapshot, folder })).dataset;
}

/** An exported run with hand-made lists. */
async function listsOn(dataset: Dataset, profiles: string[], items: string[]): Promise<string> {
  const { record } = await finishedRun({ workspace: place.workspace, dataset, profiles, items });
  await exported(record.runId, 'submission');
  return record.runId;
}

const exported = (runId: string, format: 'submission' | 'csv') =>
  client.runs.export({ runId, format, out: path.join(place.folder, `${runId}.${format}`) });

const outcomes = async (request: OutcomeRequest): Promise<Outcome[]> =>
  (await finalValue(await client.runs.outcomes(request))).outcomes;

async function only(request: OutcomeRequest): Promise<Outcome> {
  const found = await outcomes(request);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const gain = (...ranks: number[]): number => ranks.reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0);

describe('an export, once the next month is there', () => {
  it('is scored by what its profiles watched for the first time', async () => {
    const outcome = await only({ runId: runs[0]! });
    expect(outcome).toMatchObject({
      runId: runs[0],
      compared: true,
      problem: null,
      data: { fingerprint: first.fingerprint },
      newer: { fingerprint: second.fingerprint },
      profiles: { exported: 6, judged: 3, withoutNew: 3, unknown: 0, forgotten: 0 },
      // Profile 1: 105, 110 and 139; profile 2: 101 and 200; profile 4: 104.
      viewings: { all: 6, listed: 3, popular: 4, ofNewTitles: 1, late: 1 },
      period: { from: '2026-04-01T12:01:00.000Z', to: '2026-04-01T12:07:00.000Z' },
    });
    const { recall, ndcg, hits, groups } = outcome.judged!;
    expect(recall.mean).toBeCloseTo((2 / 3 + 0 + 1) / 3, 12);
    // The popular list is 101, 130, 140, 102, 103, ... without what a profile watched.
    expect(recall.popular).toBeCloseTo((2 / 3 + 1 / 2 + 1) / 3, 12);
    expect(recall.difference.mean).toBeCloseTo(-1 / 6, 12);
    expect(recall.difference.isCertain).toBe(false);
    expect(recall.interval!.low).toBeLessThan(recall.mean);
    expect(recall.interval!.high).toBeGreaterThan(recall.mean);
    expect(ndcg.mean).toBeCloseTo((gain(5, 10) / gain(1, 2, 3) + 0 + 1) / 3, 12);
    expect(ndcg.popular).toBeCloseTo((gain(5, 10) / gain(1, 2, 3) + gain(1) / gain(1, 2) + gain(6)) / 3, 12);
    expect([hits.mean, hits.popular]).toEqual([2 / 3, 1]);
    const shown = groups.map(({ label, profiles, recall: { mean } }) => [label, profiles, mean]);
    expect(shown).toEqual([
      ['no watched titles', 1, 1],
      ['1 to 4 watched titles', 2, 1 / 3],
      ['sex F', 2, 1 / 2],
      ['sex M', 1, 2 / 3],
      ['age 3', 2, (2 / 3 + 1) / 2],
      ['age 5', 1, 0],
    ]);
    expect(groups[0]!.recall.interval).toBeNull();
    // Pooled: hits over all that was watched, each title once per profile, not the mean over profiles.
    expect(groups.map(({ viewings }) => Object.values(viewings))).toEqual([
      [1, 1, 1],
      [5, 2, 3],
      [3, 1, 2],
      [3, 2, 2],
      [4, 3, 3],
      [2, 0, 1],
    ]);
  });

  it('is scored for some of its profiles as in the group of all, and nothing of that is stored', async () => {
    const ofGirls = { runId: runs[0]!, of: { attributes: { sex: ['F'] } } };
    const { profiles, judged, viewings } = await only(ofGirls);
    expect(profiles).toMatchObject({ judged: 2, unknown: 0, forgotten: 0 });
    expect(profiles!.exported).toBe(2 + profiles!.withoutNew);
    expect(judged!.recall.mean).toBe(1 / 2);
    expect(judged!.groups.map(({ label }) => label)).not.toContain('sex M');
    expect(viewings).toMatchObject({ all: 3, listed: 1 });
    expect((await only({ runId: runs[0]! })).profiles).toMatchObject({ exported: 6, judged: 3 });
    await expect(outcomes({ of: ofGirls.of })).rejects.toMatchObject({ code: 'usage' });
  });

  it('is scored by the first data with more viewings, so that later data does not change it, or by the data that is named', async () => {
    const all = await outcomes({});
    expect(all.map(({ runId, newer }) => [runId, newer!.fingerprint])).toEqual([
      [runs[0], second.fingerprint],
      [runs[1], third.fingerprint],
    ]);
    // In the lists of the second run, profile 2 has 102 to 126: 103 is in it.
    expect(all[1]).toMatchObject({
      profiles: { exported: 7, judged: 1, withoutNew: 6 },
      viewings: { all: 1, listed: 1, ofNewTitles: 0, late: 0 },
      judged: { recall: { mean: 1, interval: null } },
    });
    const later = await only({ runId: runs[0]!, data: third.fingerprint });
    expect(later.viewings).toMatchObject({ all: 7, listed: 4, ofNewTitles: 1, late: 1 });
    expect(later.judged!.recall.mean).toBeCloseTo((2 / 3 + 1 / 3 + 1) / 3, 12);
  });

  it('has the same figures in a data set imported as a whole, in any order of rows', { tags: ['rare'] }, async () => {
    const apart = await openWorkspace(path.join(place.folder, 'apart'));
    const engine = await createEngine({ workspaceFolder: apart.folder, launcher: trainersHere });
    await fs.cp(path.join(place.workspace.runs, runs[0]!), path.join(apart.runs, runs[0]!), { recursive: true });
    await place.import(path.join(place.folder, 'march'), { workspace: apart });
    const rows = [...SECOND, ...FIRST.toReversed()];
    const whole = await place.write('whole', { ...contestFolder(rows), ...PROFILES });
    expect((await place.import(whole, { workspace: apart })).fingerprint).toBe(second.fingerprint);
    const { outcomes: found } = await finalValue(await engine.client.runs.outcomes({ runId: runs[0]! }));
    expect(found).toEqual([await only({ runId: runs[0]! })].map((one) => ({ ...one, newer: found[0]!.newer })));
    expect(found[0]!.newer!.fingerprint).toBe(second.fingerprint);
  });

  it('counts once, however often its lists were exported', async () => {
    await exported(runs[0]!, 'csv');
    const { exports } = await only({ runId: runs[0]! });
    expect(exports.map(({ format }) => format)).toEqual(['submission', 'csv']);
    const { sha256 } = exports[1]!;
    expect((await only({ sha256: sha256.slice(0, 12) })).exports).toEqual([exports[1]]);
    await expect(outcomes({ sha256: '0'.repeat(20) })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('an export is scored once: the result is kept with the run, until newer data or another version would change it', async () => {
  const runId = await listsOn(first, ['1', '2', '3', '4', '5', '9'], ALBUMS);
  const folder = path.join(place.workspace.runs, runId);
  const [lists, kept] = [path.join(folder, 'lists.safetensors'), path.join(folder, 'outcomes.json')];
  const outcome = await only({ runId });
  const bytes = await fs.readFile(lists);
  await fs.rm(lists);
  expect(await only({ runId })).toEqual(outcome);
  const missing = { judged: null, problem: { reason: 'not-rebuilt' } };
  expect(await only({ runId, data: third.fingerprint })).toMatchObject(missing);
  const text = await fs.readFile(kept, 'utf8');
  for (const damaged of [
    '{"entries":[{}]}',
    'no JSON',
    text.replaceAll('"figuresVersion": 2', '"figuresVersion": 1'),
  ]) {
    await fs.writeFile(kept, damaged);
    expect(await only({ runId })).toMatchObject(missing);
  }
  await fs.writeFile(lists, bytes);
  expect(await only({ runId })).toEqual(outcome);
  expect(JSON.parse(await fs.readFile(kept, 'utf8'))).toMatchObject({ formatVersion: 1 });
  const newer = text.replace('"formatVersion": 1', '"formatVersion": 2');
  expect(newer).not.toBe(text);
  await fs.writeFile(kept, newer);
  expect(await only({ runId })).toEqual(outcome);
  expect(await fs.readFile(kept, 'utf8')).toBe(newer);
  await fs.rm(folder, { recursive: true });
});

describe('why an export is not scored', () => {
  const problemOf = async (request: OutcomeRequest) => {
    const { problem, judged } = await only(request);
    expect(judged).toBeNull();
    return problem;
  };

  it('there is no newer data', async () => {
    const runId = await listsOn(third, ['1', '2', '3', '4', '5', '9', '77'], [...ALBUMS, '200']);
    expect(await problemOf({ runId })).toMatchObject({ reason: 'no-newer-data', code: 'not-found' });
  });

  it('the data that is named is the same, or lacks the data of the lists', { tags: ['rare'] }, async () => {
    const [runId] = runs as [string];
    expect(await problemOf({ runId, data: first.fingerprint })).toMatchObject({
      reason: 'other-data',
      message: expect.stringContaining('itself'),
    });
    const other = await place.import(
      await place.write('other', { ...contestFolder([...FIRST.slice(0, -2), ...SECOND]), ...PROFILES }),
    );
    expect(await problemOf({ runId, data: other.fingerprint })).toMatchObject({
      reason: 'other-data',
      code: 'usage',
      message: expect.stringContaining('1 of 46 titles'),
    });
    // It has more viewings than the first, and is skipped.
    expect((await only({ runId })).newer!.fingerprint).toBe(second.fingerprint);
  });

  it('the exports of its run cannot be read; others are scored all the same', async () => {
    const runId = await listsOn(first, ['1', '2', '3', '4', '5', '9'], ALBUMS);
    await fs.writeFile(path.join(place.workspace.runs, runId, 'exports.json'), 'no JSON');
    const { outcomes: found, unreadable }: Outcomes = await finalValue(await client.runs.outcomes({}));
    expect(unreadable).toMatchObject([{ runId, code: 'bad-data' }]);
    expect(found.filter(({ judged }) => judged !== null).map((one) => one.runId)).toEqual(runs);
    await expect(outcomes({ runId })).rejects.toMatchObject({ code: 'bad-data' });
    await fs.rm(path.join(place.workspace.runs, runId), { recursive: true });
  });

  it('no profile watched anything new', { tags: ['rare'] }, async () => {
    const again = await place.import(
      await place.write('again', {
        ...contestFolder([...FIRST, historyRow({ profile: '5', item: '101', time: at(5, 30) })]),
        ...PROFILES,
      }),
    );
    expect(await problemOf({ runId: runs[0]!, data: again.fingerprint })).toMatchObject({
      reason: 'nothing-watched',
      message: expect.stringContaining('none of the 6'),
    });
  });

  it('its lists are not the exported ones', async () => {
    const runId = await listsOn(first, ['1', '2', '3', '4', '5', '9'], ALBUMS);
    const file = path.join(place.workspace.runs, runId, 'exports.json');
    const [{ seal: _, ...record }] = JSON.parse(await fs.readFile(file, 'utf8'));
    const change = (changes: object) => fs.writeFile(file, JSON.stringify([{ ...record, ...changes }]));
    await change({ listsSha256: undefined });
    expect(await only({ runId })).toMatchObject({ compared: true, problem: null });
    await change({ listsSha256: '0'.repeat(64) });
    expect(await problemOf({ runId })).toMatchObject({ reason: 'not-rebuilt', code: 'different' });
    await change({ listsSha256: undefined, sha256: '0'.repeat(64) });
    expect(await problemOf({ runId })).toMatchObject({
      reason: 'not-rebuilt',
      message: expect.stringContaining('does not come out again'),
    });
    expect(await fs.readdir(path.dirname(file))).not.toContainEqual(expect.stringContaining('exported-again'));
    await change({ rulesSha256: 'a'.repeat(64), rulesDate: '2026-04-01' });
    expect(await problemOf({ runId })).toMatchObject({ reason: 'not-rebuilt', code: 'not-found' });
  });
});

it('a forgotten profile is accounted for, and the others are scored', async () => {
  await rememberForgotten(place.workspace, '1', [await sourceOfDataset(first)], []);
  const folder = path.join(place.folder, 'march');
  const history = path.join(folder, 'history_data.csv');
  await fs.appendFile(history, SECOND.map((row) => `${row}\n`).join(''));
  const later = await place.import(folder);
  expect(await only({ runId: runs[0]!, data: later.fingerprint })).toMatchObject({
    problem: null,
    profiles: { exported: 6, judged: 2, withoutNew: 3, unknown: 0, forgotten: 1 },
    judged: { recall: { mean: 1 / 2 } },
  });
});

it(
  'an export is scored again once there is a file to compare, beside one whose pseudonyms were translated',
  { tags: ['rare'] },
  async () => {
    const runId = await listsOn(first, ['1', '2', '3', '4', '5', '9'], ALBUMS);
    const folder = path.join(place.workspace.runs, runId);
    const file = path.join(folder, 'exports.json');
    const [{ listsSha256: _, seal: __, ...untranslated }] = JSON.parse(await fs.readFile(file, 'utf8')) as [
      Record<string, unknown>,
    ];
    const translated = { ...untranslated, translated: true, path: `${String(untranslated['path'])}.translated` };
    await fs.writeFile(file, JSON.stringify([translated]));
    expect(await only({ runId })).toMatchObject({ compared: false, problem: null });
    await fs.writeFile(file, JSON.stringify([translated, untranslated]));
    expect(await only({ runId })).toMatchObject({ compared: true, problem: null });
    await fs.rm(folder, { recursive: true });
  },
);
