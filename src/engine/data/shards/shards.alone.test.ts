/**
 * Events sorted on disk: they give the same results as events in memory, to the last bit. Their files are checked, rebuilt, and deleted with the
 * data.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { firstEvents } from '../events';
import { heldEvents } from '../held-events';
import { isOnDisk, wholeRows } from '../histories';
import { loadInteractions } from '../selected-events';
import { selectTrainingData } from '../selection';
import { SHARDS, SHARDS_NAME, shardsFolder, shardsName } from './header';
import { releaseMarks } from './in-use';
import { openShards } from './open-shards';
import { shardedEvents } from './sharded-events';
import type { Snapshot } from '../snapshot-tables';
import type { EventSource, Histories } from '../tables';
import { MEMORY } from '../../machine/environment/memory';
import { createRun, findRun } from '../../runs/store';
import { filesBelow } from '../../storage/disk';
import { sha256 } from '../../storage/read-files';
import { temporaryBeside } from '../../storage/temporary';
import { datasetFolder, runFolder } from '../../storage/workspace';
import { trainRun } from '../../training/train/train-run';
import { collect } from '../../../features/trash/engine/collect';
import type { RunRecord } from '../../../shared/contract/run';
import { leaderboardRecipe } from '../../../shared/recipe/presets';
import { completeRecipe } from '../../../shared/recipe/schema';
import type { Recipe } from '../../../shared/recipe/table';
import { launcher } from '../../../../tests/support/trained-run';
import { makePlace, type Place } from '../../../../tests/support/importing';
import { NO_SMALL_DISK, smallDisk } from '../../../../tests/support/small-disk';
import { forgetIn, importedFolder, PEOPLE } from '../../../../tests/support/forgetting';
import { everyNth } from '../../../../tests/support/tried';

const SAMPLE = path.join(import.meta.dirname, '../../../../resources/sample');
/** All kinds of events with all kinds of weights. */
const ALL = completeRecipe({ 'data.completion': 0.7, 'data.purchase': 2, 'data.search': 1, 'data.trailers': 0.5 });
/** Megabytes: too few for the events of the sample, and too few for its pairs. */
const [FEW, TOO_FEW] = ['1.2', '0.1'];

let place: Place;
let snapshot: Snapshot;
beforeAll(async () => {
  place = await makePlace();
  snapshot = await place.open(await place.import(SAMPLE));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await fs.rm(shardsFolder(snapshot), { recursive: true, force: true });
});
afterAll(() => place.remove());

/** Compared as a hash: an assertion that compares numbers one by one takes seconds. */
const hashed = (numbers: ArrayBufferView): string =>
  sha256(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));

/** The files of the only selection. */
async function filesOf(): Promise<string[]> {
  const [name] = await fs.readdir(shardsFolder(snapshot));
  const folder = path.join(shardsFolder(snapshot), name!);
  return (await fs.readdir(folder)).map((file) => path.join(folder, file));
}

describe('events on disk', () => {
  /** Some of the events, and everything that can be read from them. */
  async function answersOf(events: EventSource, shape: { profiles: number; items: number }): Promise<object> {
    const rows = (histories: Histories): object => {
      const { offsets, indices, values } = wholeRows(histories);
      return [offsets, indices, values].map(hashed);
    };
    const binary = await events.histories(shape, 'binary');
    const latest: (number | null)[] = [];
    await events.eachLatest(binary, (item, time) => latest.push(item, time));
    return {
      count: events.count,
      hasTimes: events.hasTimes,
      now: await events.now(),
      latest: [latest.length, hashed(Float64Array.from(latest, (one) => one ?? NaN))],
      binary: rows(binary),
      sum: rows(await events.histories(shape, 'sum')),
      logarithm: rows(await events.histories(shape, 'logarithm')),
      after: rows(await events.watchedAfter(Math.floor(events.count / 2), shape)),
    };
  }

  test('give what events in memory give, for any subset and subsets of subsets', async () => {
    const { shards } = await openShards(snapshot, ALL, 20_000);
    expect((await filesOf()).filter((file) => file.includes('shard-')).length).toBeGreaterThan(10);
    const hold = async () => {
      const events = await loadInteractions(snapshot, ALL);
      events.item.forEach((item, event) => (events.item[event] = shards.columnOf[item]!));
      return events;
    };
    const [held, sorted] = [heldEvents(await hold()), shardedEvents(shards, hold)];
    const shape = { profiles: snapshot.dataset.profiles, items: shards.columns };
    const isOdd = (profile: number, item: number): boolean => (profile + item) % 3 === 1;
    const isEarly = (profile: number): boolean => profile % 5 === 0;
    const first = (events: EventSource, share: number): EventSource =>
      events.part(firstEvents(Math.round(events.count * share)));
    const without = async (events: EventSource, isOut: typeof isOdd): Promise<EventSource> =>
      events.part(await events.without(isOut));
    const parts: ((events: EventSource) => EventSource | Promise<EventSource>)[] = [
      (events) => events,
      (events) => first(events, 0.6),
      (events) => first(first(events, 0.8), 0.75),
      (events) => without(events, isOdd),
      async (events) => without(await without(events, isOdd), isEarly),
      (events) => without(first(events, 0.8), isOdd),
      async (events) => first(await without(events, isOdd), 0.5),
      (events) => first(events, 0),
    ];
    for (const part of parts)
      expect(await answersOf(await part(sorted), shape)).toEqual(await answersOf(await part(held), shape));
    const [bySorted, byHeld] = [await (await parts[6]!(sorted)).hold(), await (await parts[6]!(held)).hold()];
    expect(hashed(bySorted.kept!.bits)).toBe(hashed(byHeld.kept!.bits));
  });

  test('give rows one at a time, in any order, and many at once', async () => {
    vi.stubEnv(MEMORY, FEW);
    const { histories } = await selectTrainingData(snapshot, ALL);
    vi.unstubAllEnvs();
    const { histories: held } = await selectTrainingData(snapshot, ALL);
    expect([isOnDisk(histories), isOnDisk(held)]).toEqual([true, false]);
    const { offsets } = held;
    const last = held.rows - 1;
    for (const [from, to] of [
      [offsets[last]!, offsets[last + 1]!],
      [offsets[3]!, offsets[4]!],
      [offsets[3]! + 1, offsets[9]! - 1],
      [5, 5],
      [0, offsets[last + 1]!],
    ] as const)
      expect(hashed(histories.indices.subarray(from, to))).toBe(hashed(held.indices.subarray(from, to)));
  });
});

/** The fields that must be equal in two runs. */
const outcome = ({
  status,
  reason,
  weightsSha256,
  listsSha256,
  metrics,
  slices,
  stages,
  mixture,
}: RunRecord): object => ({
  status,
  reason,
  weightsSha256,
  listsSha256,
  metrics,
  slices,
  mixture,
  stages: stages.map((stage) => ({ ...stage, seconds: 0 })),
});

async function trained(model: string, knobs: Partial<Recipe>, memory?: string): Promise<RunRecord> {
  if (memory !== undefined) vi.stubEnv(MEMORY, memory);
  const recipe = completeRecipe(knobs, leaderboardRecipe(model));
  const { runId } = await createRun(place.workspace, { dataset: snapshot.dataset, recipe, seed: 1 });
  const record = await trainRun(place.workspace.folder, runFolder(place.workspace, runId));
  vi.unstubAllEnvs();
  return record;
}

const isSorted = (): Promise<boolean> =>
  fs.access(shardsFolder(snapshot)).then(
    () => true,
    () => false,
  );

describe('a run of events on disk', () => {
  const SHORT = { 'structure.width': 16, 'stopping.epochs': 2 } as const;
  test.each<[string, Partial<Recipe>]>(
    everyNth(
      [
        ['dae-quick', { ...SHORT, 'stopping.split': 'random', 'data.counting': 'logarithm', 'data.purchase': 2 }],
        ['dae-balanced', { ...SHORT, 'stopping.split': 'time' }],
        ['ease', { 'stopping.split': 'time' }],
        ['recent', { 'stopping.split': 'random' }],
      ],
      4,
    ),
  )('%s %o has the weights, lists and metrics of one in memory', async (model, knobs) => {
    const held = await trained(model, knobs);
    expect(await isSorted()).toBe(false);
    expect(held.status).toBe('finished');
    const sorted = await trained(model, knobs, FEW);
    expect(await isSorted()).toBe(true);
    expect(outcome(sorted)).toEqual(outcome(held));
  });

  test.each(['als', 'dae-balanced'])('%s is refused before any computation if the pairs do not fit', async (model) => {
    await expect(trained(model, SHORT, TOO_FEW)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/pairs of child and title in memory/),
    });
  });

  test('dae-original needs only part of them', { tags: ['rare'] }, async () => {
    const [held, sorted] = [await trained('dae-original', SHORT), await trained('dae-original', SHORT, TOO_FEW)];
    expect(outcome(sorted)).toEqual(outcome(held));
  });
});

describe('the shards on disk', () => {
  const sortedAgain = async (): Promise<string | undefined> => {
    vi.stubEnv(MEMORY, FEW);
    return (await selectTrainingData(snapshot, ALL)).note?.id;
  };

  test('are reused as they are, and rebuilt if any file is damaged or missing', async () => {
    expect(await sortedAgain()).toBeUndefined();
    const files = await filesOf();
    const before = await Promise.all(files.map((file) => fs.readFile(file)));
    const hashes = before.map(hashed);
    expect(files.map((file) => path.basename(file))).toEqual([
      'header.json',
      'order.i32',
      'profiles.i32',
      'shard-0000.i32',
      'times.i32',
      'titles.i32',
    ]);
    expect(await sortedAgain()).toBeUndefined();
    for (const [number, file] of files.entries()) {
      const bytes = Buffer.from(before[number]!);
      bytes[bytes.length >> 1]! ^= 1;
      await fs.writeFile(file, bytes);
      expect(await sortedAgain(), file).toBe('shards.made-again');
      if (number === 0) {
        await fs.rm(file);
        expect(await sortedAgain(), file).toBe('shards.made-again');
      }
      expect((await Promise.all(files.map((one) => fs.readFile(one)))).map(hashed)).toEqual(hashes);
    }
  });

  test('are no part of the data set: it stays the same, and the leftovers of a killed program are removed', async () => {
    const left = temporaryBeside(path.join(shardsFolder(snapshot), '.new')).replace(/-\d+\.part$/, '-999999999.part');
    await fs.mkdir(left, { recursive: true });
    await fs.writeFile(path.join(left, 'spill-0'), 'half');
    expect((await collect(place.workspace)).removed).toEqual([expect.stringContaining('/shards/.new.')]);
    await fs.mkdir(left, { recursive: true });
    expect(await sortedAgain()).toBeUndefined();
    const [name, mark, ...others] = await fs.readdir(shardsFolder(snapshot));
    expect([name, mark, others]).toEqual([
      expect.stringMatching(/^v1-[0-9a-f]{16}$/),
      // The mark that this program reads them.
      expect.stringMatching(new RegExp(`^${name}\\.[0-9a-f]{12}-[0-9a-f]{8}-${process.pid}\\.part$`)),
      [],
    ]);
    expect((await place.import(SAMPLE)).fingerprint).toBe(snapshot.dataset.fingerprint);
  });
});

describe('several selections and several programs', () => {
  const foldersThere = async (): Promise<string[]> =>
    (await fs.readdir(shardsFolder(snapshot))).filter((name) => SHARDS_NAME.test(name)).toSorted();

  test(
    'the shards of the last used selections are kept, and those that a program is reading',
    { tags: ['rare'] },
    async () => {
      const [a, b, c, d, e] = [0.1, 0.2, 0.3, 0.4, 0.5].map((share) => completeRecipe({ 'data.trailers': share }));
      const named = (...recipes: (Recipe | undefined)[]): string[] => recipes.map((one) => shardsName(one!)).toSorted();
      /** By a program that has ended since. */
      const used = async (recipe: Recipe | undefined): Promise<void> => {
        await openShards(snapshot, recipe!);
        releaseMarks();
      };
      for (const recipe of [a, b, c, a, d]) await used(recipe);
      expect(await foldersThere()).toEqual(named(a, c, d));
      // The parent process reads the oldest shards.
      const mark = temporaryBeside(path.join(shardsFolder(snapshot), shardsName(c!)));
      await fs.writeFile(mark.replace(/-\d+\.part$/, `-${process.ppid}.part`), '');
      await used(e);
      await used(b);
      expect(await foldersThere()).toEqual(named(b, c, d, e));
    },
  );

  test(
    'two programs that start at once, with missing or damaged shards, read the same',
    { tags: ['rare'] },
    async () => {
      const both = (): Promise<string[]> =>
        Promise.all([1, 2].map(async () => hashed((await openShards(snapshot, ALL)).shards.entries.of(3).slice())));
      const [one, other] = await both();
      expect(other).toBe(one);
      const [folder] = await foldersThere();
      const file = path.join(shardsFolder(snapshot), folder!, 'shard-0000.i32');
      const bytes = await fs.readFile(file);
      await fs.writeFile(file, bytes.subarray(4));
      expect(await both()).toEqual([one, one]);
      expect(hashed(await fs.readFile(file))).toBe(hashed(bytes));
      expect((await fs.readdir(shardsFolder(snapshot))).filter((name) => /\.(new|old|claim)/.test(name))).toEqual([]);
    },
  );

  test('two trainers at once, each in its own process, give the run of one in memory', { tags: ['rare'] }, async () => {
    const knobs = { 'structure.width': 16, 'stopping.epochs': 1 } as const;
    const held = await trained('dae-quick', knobs);
    const recipe = completeRecipe(knobs, leaderboardRecipe('dae-quick'));
    const make = { dataset: snapshot.dataset, recipe, seed: 1 };
    const made = [await createRun(place.workspace, make), await createRun(place.workspace, make)];
    const environment = { [MEMORY]: FEW };
    await Promise.all(
      made.map(({ runId }) => {
        const folder = runFolder(place.workspace, runId);
        return launcher.launch({ workspaceFolder: place.workspace.folder, runFolder: folder, environment }).ended;
      }),
    );
    for (const { runId } of made)
      expect(outcome((await findRun(place.workspace, runId)).record)).toEqual(outcome(held));
    // Built once; the marks of both readers are gone.
    expect(await fs.readdir(shardsFolder(snapshot))).toEqual(await foldersThere());
  });
});

test.skipIf(NO_SMALL_DISK !== null)(
  'a full disk leaves nothing incomplete, and with space again the shards are built',
  async () => {
    const disk = await smallDisk();
    const there = { ...snapshot, folder: path.join(disk.folder, 'data') };
    await fs.cp(snapshot.folder, there.folder, { recursive: true });
    for (const bytes of [100_000, 400_000]) {
      await disk.leave(bytes);
      await expect(openShards(there, ALL)).rejects.toMatchObject({ code: 'no-space' });
      expect(await fs.readdir(shardsFolder(there))).toEqual([]);
    }
    await disk.clear();
    expect(await openShards(there, ALL)).toMatchObject({ wereDamaged: false });
    await disk.remove();
  },
);

test('forgetting a profile deletes the shards with the data set', async () => {
  const person = PEOPLE.letters;
  const { engine, workspace, dataset } = await importedFolder(person);
  const theirs = { dataset, folder: datasetFolder(workspace, dataset.fingerprint) };
  await openShards(theirs, ALL);
  const sorted = async (): Promise<string[]> =>
    (await filesBelow(workspace.folder)).map((file) => file.path).filter((file) => file.includes(SHARDS));
  expect((await sorted()).length).toBeGreaterThan(4);
  await forgetIn(engine, { data: dataset.fingerprint, profile: person.id });
  expect(await sorted()).toEqual([]);
  await engine.close();
});

test('a memory size that is not a number is refused', async () => {
  vi.stubEnv(MEMORY, 'much');
  await expect(selectTrainingData(snapshot, ALL)).rejects.toMatchObject({ code: 'usage' });
});
