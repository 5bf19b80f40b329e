/** A unit has the same result wherever and however often it runs. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../engine';
import { programInfo } from '../../../../engine/machine/environment/program';
import { stripRun } from '../../../forget/engine/strip-run';
import { rowsOfPart, writePart } from '../../../../engine/runs/list-parts';
import { runIdOfUnit } from '../../../../engine/runs/record';
import { listRuns } from '../../../../engine/runs/store';
import { readEpochs } from '../../../../engine/runs/epochs';
import { readRecord, writeRecord } from '../../../../engine/runs/record';
import { runFolder } from '../../../../engine/storage/workspace';
import { sha256OfFile } from '../../../../engine/storage/read-files';
import { readHeartbeat } from '../../../../engine/machine/trainers/heartbeat';
import { isProcessGone } from '../../../../engine/storage/processes';
import type { Metrics, RunRecord } from '../../../../shared/contract/run';
import type { Unit } from '../../../work-schemas';
import type { UnitAnswer } from '../../../../shared/contract/unit';
import { finalValue } from '../../../../shared/values/final-value';
import { completeRecipe } from '../../../../shared/recipe/schema';
import { shelfwise } from '../../../../../tests/support/command-line';
import { flipByte, temporaryFolder } from '../../../../../tests/support/finished-run';
import { importDistinctive, launcher, SMALL_RECIPE, trainedRun } from '../../../../../tests/support/trained-run';
import { trainersHere } from '../../../../../tests/support/trainers-here';

/** Enough epochs to pause between, and some extras mixed in. */
const KNOBS = {
  'structure.width': 16,
  'stopping.rule': 'validation',
  'stopping.split': 'random',
  'stopping.epochs': 12,
  'stopping.patience': 12,
  'mixture.companion': 'als',
  'mixture.weights': 'validation',
  'als.factors': 4,
};
/** Trained in one go, for the tests that compare with it. */
let wholeRun: Promise<{ record: RunRecord }> | null = null;
const whole = async (): Promise<RunRecord> => (await (wholeRun ??= trainedRun(KNOBS))).record;
/** Long enough to be killed in between. */
const SLOW = { ...KNOBS, 'stopping.epochs': 150, 'stopping.patience': 150 };
const LONG = { ...KNOBS, 'stopping.epochs': 2000, 'stopping.patience': 1000 };

const recipeOf = (knobs: object) => completeRecipe({ ...SMALL_RECIPE, ...knobs });

async function workspaceWithUnits(profiles?: number, trainers = launcher) {
  const imported = await importDistinctive(undefined, profiles);
  const { client } = await createEngine({ workspaceFolder: imported.workspace.folder, launcher: trainers });
  const train = (knobs: object, more: object = {}): Unit & { kind: 'train' } => ({
    kind: 'train',
    data: imported.dataset.fingerprint,
    recipe: recipeOf(knobs),
    seed: 5,
    ...more,
  });
  const work = async (unit: Unit, signal?: AbortSignal) =>
    finalValue(await client.units.work({ unit }, signal ? { signal } : {}));
  return { ...imported, client, train, work };
}

/** Validation metrics of KNOBS, from the first test. */
let judgedBefore: Metrics | null = null;

describe('a unit that trains', { timeout: 180_000 }, () => {
  test('ends by rungs and its validation score with the bits of a run in one go', { tags: ['rare'] }, async () => {
    const { weightsSha256, listsSha256, metrics, files } = await whole();
    const { workspace, dataset, train, work } = await workspaceWithUnits();

    const rung = await work(train(KNOBS, { until: { epoch: 4 } }));
    const folder = runFolder(workspace, rung.runId);
    const epochs = await readEpochs(folder);
    expect(epochs.map(({ stage, epoch }) => `${stage} ${epoch}`)).toEqual([1, 2, 3, 4].map((at) => `choose ${at}`));
    expect(rung).toMatchObject({ state: 'done', hashes: { weightsSha256: null }, metrics: null, problem: null });
    expect(rung.validation!.score).toBe(Math.max(...epochs.map(({ validation }) => validation!.score)));
    expect(await readRecord(folder)).toMatchObject({ status: 'stopped', reason: { code: 'user' }, metrics: null });

    const judged = await work(train(KNOBS, { until: 'validation' }));
    expect(judged).toMatchObject({ state: 'done', runId: rung.runId, metrics: null });
    expect(judged.validation!.profiles).toBeGreaterThan(0);
    expect((await readRecord(folder)).files?.['lists.safetensors']).toBeUndefined();
    expect(await work(train(KNOBS, { until: { epoch: 4 } }))).toEqual(rung);

    const done = await work(train(KNOBS));
    expect(done).toMatchObject({ state: 'done', runId: rung.runId, hashes: { weightsSha256, listsSha256 }, metrics });
    expect(done.validation).toEqual(judged.validation);
    judgedBefore = judged.validation;
    expect({ ...(await readRecord(folder)).files, 'epochs.jsonl': '' }).toEqual({ ...files, 'epochs.jsonl': '' });
    expect(rung.runId).toBe(runIdOfUnit(dataset.fingerprint, recipeOf(KNOBS), 5));

    const before = await fs.stat(path.join(folder, 'run.json'));
    expect(await work(train(KNOBS))).toEqual(done);
    expect((await fs.stat(path.join(folder, 'run.json'))).mtimeMs).toBe(before.mtimeMs);
    expect(await listRuns(workspace)).toHaveLength(1);
  });

  test(
    'that is asked for its validation score only later chooses its model once more, with the same score',
    { tags: ['rare'] },
    async () => {
      const { workspace, train, work } = await workspaceWithUnits();
      const done = await work(train(KNOBS));
      expect(done.validation).toBe(null);
      const judged = await work(train(KNOBS, { until: 'validation' }));
      expect(judged).toMatchObject({ state: 'done', hashes: done.hashes });
      expect(judged.validation).toEqual(judgedBefore);
      expect(await fs.readdir(runFolder(workspace, done.runId))).not.toContainEqual(expect.stringMatching(/^repeat-/));
    },
  );

  test(
    'of a model without epochs is scored on the validation part first, then trained to its bits',
    { tags: ['rare'] },
    async () => {
      const knobs = { model: 'als', 'als.factors': 4, 'stopping.split': 'random' };
      const { record: unbroken } = await trainedRun(knobs);
      const { train, work } = await workspaceWithUnits();
      const judged = await work(train(knobs, { until: 'validation' }));
      expect(judged).toMatchObject({ state: 'done', metrics: null });
      expect(judged.validation!.score).toBeGreaterThan(0);
      const done = await work(train(knobs));
      expect(done.hashes.listsSha256).toBe(unbroken.listsSha256);
      expect(done.validation).toEqual(judged.validation);
    },
  );

  test('pauses without lists or scores when stopped; asked again, it continues', { tags: ['rare'] }, async () => {
    const { workspace, train, work } = await workspaceWithUnits();
    const stop = new AbortController();
    const unit = train({ ...LONG, 'structure.width': 17 });
    const folder = runFolder(workspace, runIdOfUnit(unit.data, unit.recipe, unit.seed));
    const working = work(unit, stop.signal);
    await untilEpochs(folder, 5);
    stop.abort();
    expect(await working).toMatchObject({ state: 'stopped', hashes: { weightsSha256: null }, metrics: null });
    expect(await readRecord(folder)).toMatchObject({ status: 'stopped', metrics: null, listsSha256: null });
    const reached = (await readEpochs(folder)).length;
    const on = await work({ ...unit, until: { epoch: reached + 5 } });
    expect(on).toMatchObject({ state: 'done' });
  });

  test('that diverges has failed, and is not tried again', { tags: ['rare'] }, async () => {
    const { workspace, train, work } = await workspaceWithUnits();
    const knobs = { 'optimiser.rate': 1000, 'optimiser.kind': 'adamw', 'optimiser.decay': 10, 'optimiser.batch': 2 };
    const unit = train({ ...KNOBS, ...knobs, 'structure.activation': 'linear' }, { until: 'validation' });
    const failed = await work(unit);
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'diverged' }, validation: null });
    const before = await readRecord(runFolder(workspace, failed.runId));
    expect(await work(unit)).toEqual(failed);
    expect(await readRecord(runFolder(workspace, failed.runId))).toEqual(before);
  });

  test('that is asked for twice at once is trained once, and both get the result', { tags: ['rare'] }, async () => {
    const { workspace, train, work } = await workspaceWithUnits();
    const second = await createEngine({ workspaceFolder: workspace.folder, launcher });
    const unit = train(KNOBS);
    const answers = await Promise.all([
      work(unit),
      second.client.units.work({ unit }).then((iterator) => finalValue(iterator)),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.state).toBe('done');
    const epochs = await readEpochs(runFolder(workspace, answers[0]!.runId));
    expect(new Set(epochs.map(({ stage, epoch }) => `${stage} ${epoch}`)).size).toBe(epochs.length);
  });

  test('is refused by another build than its own', { tags: ['rare'] }, async () => {
    const { train, work } = await workspaceWithUnits();
    const done = await work(train({ model: 'popularity' }, { build: (await programInfo()).buildSha256 }));
    expect(done.state).toBe('done');
    const other = train({ model: 'popularity' }, { build: 'a'.repeat(64) });
    await expect(work(other)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('aaaa') });
  });

  test("refuses another unit's run", async () => {
    const { workspace, train, work } = await workspaceWithUnits(undefined, trainersHere);
    const done = await work(train({ model: 'popularity' }));
    const folder = runFolder(workspace, done.runId);
    const record = await readRecord(folder);
    await writeRecord(folder, { ...record, seed: 6 });
    await expect(work(train({ model: 'popularity' }))).rejects.toMatchObject({ code: 'usage' });
  });
});

test('a unit that verifies trains again once, and then knows the result', { timeout: 60_000 }, async () => {
  const { train, work } = await workspaceWithUnits(undefined, trainersHere);
  const { runId } = await work(train({ model: 'popularity' }));
  const first = await work({ kind: 'verify', run: runId });
  expect(first).toMatchObject({ state: 'done', runId, verification: { verdict: 'identical-bits' } });
  expect(await work({ kind: 'verify', run: runId })).toEqual(first);
});

describe('lists in parts', { timeout: 120_000 }, () => {
  /** 131 profiles: three blocks of scoring, the last one short. */
  const MANY = 130;
  const knobs = { model: 'als', 'als.factors': 4, 'stopping.split': 'random' };

  test('are joined to the bytes of one computer, for a run that left them to units and for one that has them', async () => {
    const { workspace, train, work } = await workspaceWithUnits(MANY, trainersHere);
    const left = await work(train(knobs, { until: 'model' }));
    expect(left).toMatchObject({ state: 'done', hashes: { weightsSha256: null, listsSha256: null } });
    const { runId: run } = left;
    const folder = runFolder(workspace, run);
    expect(await work(train(knobs, { until: 'model' }))).toEqual(left);
    expect(await fs.readdir(folder)).not.toContain('lists.safetensors');

    const parts: UnitAnswer[] = [];
    for (const part of [3, 1]) parts.push(await work({ kind: 'lists', run, part, of: 3 }));
    expect(await work({ kind: 'join', run, of: 3 })).toMatchObject({ state: 'failed', problem: { code: 'not-found' } });
    parts.push(await work({ kind: 'lists', run, part: 2, of: 3 }));
    expect(parts.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    await flipByte(path.join(folder, parts[0]!.file!.path), 2000);
    expect(await work({ kind: 'lists', run, part: 3, of: 3 })).toEqual(parts[0]);
    const joined = await work({ kind: 'join', run, of: 3 });

    const elsewhere = await workspaceWithUnits(MANY, trainersHere);
    const atHome = await elsewhere.work(elsewhere.train(knobs));
    const { files, quality, metrics } = await readRecord(runFolder(elsewhere.workspace, run));
    expect(joined).toMatchObject({
      state: 'done',
      hashes: atHome.hashes,
      file: { sha256: files!['lists.safetensors'] },
    });
    expect(await readRecord(folder)).toMatchObject({ status: 'finished', reason: null, files, quality, metrics });
    expect(await fs.readdir(folder)).not.toContain('list-parts');

    await fs.rm(path.join(folder, 'lists.safetensors'));
    await work({ kind: 'lists', run, part: 1, of: 1 });
    expect((await work({ kind: 'join', run, of: 1 })).file).toEqual(joined.file);
    expect(await sha256OfFile(path.join(folder, 'lists.safetensors'))).toBe(joined.file!.sha256);
  });

  test('are deleted when a profile is forgotten', async () => {
    const folder = await temporaryFolder();
    const lists = { count: 1, items: Int32Array.of(0), scores: Float32Array.of(1) };
    await writePart(folder, { part: 1, of: 1 }, lists, 'a'.repeat(64));
    const forgottenAt = new Date().toISOString();
    await stripRun(folder, { formatVersion: 1, forgottenAt, dataset: null, withModel: false }, []);
    expect(await fs.readdir(folder)).not.toContain('list-parts');
  });

  test('are cut at blocks of scoring, with each row once, however many parts there are', () => {
    for (const [rows, of] of [
      [131, 1],
      [131, 4],
      [1, 3],
      [64, 2],
      [6400, 7],
    ] as const) {
      const ranges = Array.from({ length: of }, (_, at) => rowsOfPart(rows, { part: at + 1, of }));
      expect(ranges[0]!.from).toBe(0);
      expect(ranges.at(-1)!.to).toBe(rows);
      for (const [at, { from, to }] of ranges.entries()) {
        expect(from % 64).toBe(0);
        expect(to).toBeGreaterThanOrEqual(from);
        if (at > 0) expect(from).toBe(ranges[at - 1]!.to);
      }
    }
  });
});

describe('shelfwise work', { timeout: 180_000 }, () => {
  const unitFile = async (unit: unknown): Promise<string> => {
    const file = path.join(await temporaryFolder(), 'unit.json');
    await fs.writeFile(file, typeof unit === 'string' ? unit : JSON.stringify(unit));
    return file;
  };

  test(
    'whose parent is killed leaves no trainer; the next one continues to the same bits',
    { tags: ['rare'] },
    async () => {
      const { workspace, train } = await workspaceWithUnits();
      const unit = train(SLOW);
      const folder = runFolder(workspace, runIdOfUnit(unit.data, unit.recipe, unit.seed));
      const words = ['work', await unitFile(unit), '--workspace', workspace.folder, '--json'];
      const cli = path.join(import.meta.dirname, '../../../../../out/main/cli.js');
      // A worker of a scheduler, which starts the command and waits for it.
      const worker = spawn(process.execPath, [
        '-e',
        `const child = require('node:child_process').spawn(process.execPath, ${JSON.stringify([cli, ...words])}, { stdio: 'ignore' }); console.log(child.pid)`,
      ]);
      const command = await firstNumber(worker);
      await untilEpochs(folder, 5);
      const trainer = (await readHeartbeat(folder))!.pid;
      worker.kill('SIGKILL');
      const again = shelfwise(words);
      await untilGone(command);
      await untilGone(trainer);
      const answer = (await again).json();
      const { weightsSha256, listsSha256 } = (await trainedRun(SLOW)).record;
      expect(answer).toMatchObject({ state: 'done', hashes: { weightsSha256, listsSha256 } });
    },
  );

  test('reports in one object why it could not start', async () => {
    const unit = { kind: 'train', data: 'abcd', recipe: 'popularity', seed: 1 };
    const ended = await shelfwise(['work', await unitFile(unit), '--workspace', await temporaryFolder(), '--json']);
    expect(ended.status).toBe(4);
    const error = { code: 'not-found', message: expect.stringContaining('no data set') };
    expect(ended.json()).toEqual({ state: 'failed', kind: null, runId: null, hashes: null, error });
  });
});

async function untilEpochs(folder: string, count: number): Promise<void> {
  while ((await readEpochs(folder)).length < count) await sleep(20);
}

async function untilGone(pid: number): Promise<void> {
  while (!isProcessGone(pid)) await sleep(50);
}

const firstNumber = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => child.stdout!.once('data', (text: Buffer) => resolve(Number(text.toString()))));
