/** Runs compared: how they were made, their scores, and which lists changed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../engine';
import { pairedDifference } from '../../../engine/model/evaluate/bootstrap';
import { RandomStreams } from '../../../engine/model/random';
import { MEASURED_MODEL_FILE } from '../../../engine/runs/measured-model-file';
import { readTestProfiles } from '../../../engine/runs/test-profiles-file';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import { openWorkspace, runFolder } from '../../../engine/storage/workspace';
import { importFolder } from '../../../engine/import/import-folder';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';
import type { ScoreAgain } from '../contract/run-comparison';
import { completeRecipe } from '../../../shared/recipe/schema';
import { finalValue } from '../../../shared/values/final-value';
import {
  importDistinctive,
  SMALL_RECIPE,
  startRun,
  writeDistinctiveFolder,
} from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { finishedRun } from '../../../../tests/support/finished-run';

let kept: string;
let engine: Engine;
let one: { folder: string; record: RunRecord };
let two: typeof one;
let popular: typeof one;

beforeAll(async () => {
  // Not a temporary folder of the support code, which is removed after the first test.
  kept = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-compare-runs-'));
  const { workspace, dataset } = await importDistinctive(await openWorkspace(kept));
  engine = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  const train = async (knobs: Record<string, unknown>) => {
    const { folder, trainer } = await startRun(workspace, dataset, { 'stopping.split': 'random', ...knobs });
    const record = await finalValue(watchRun(folder));
    await trainer.ended;
    return { folder, record };
  };
  one = await train({});
  two = await train({ 'structure.width': 16 });
  popular = await train({ model: 'popularity' });
}, 120_000);

afterAll(() => rm(kept, { recursive: true, force: true }));

const compare = (...runs: { record: RunRecord }[]) =>
  engine.client.runs.compare({ runIds: runs.map(({ record }) => record.runId) });

describe('runs on the same data and hold-out', () => {
  test('differ in exactly what their recipes differ in', async () => {
    const { recipe, data, environment, comparable } = await compare(one, two, popular);
    expect({ data, environment, comparable }).toEqual({ data: [], environment: [], comparable: 'yes' });
    expect(recipe).toEqual([
      { name: 'model', values: ['dae', 'dae', 'popularity'] },
      { name: 'structure.width', values: [8, 16, 8] },
    ]);
  });

  test('have the interval of a paired bootstrap over their hold-out profiles, the same each time', async () => {
    const { metrics } = await compare(one, popular);
    const [left, right] = [
      (await readTestProfiles(popular.folder, null))!,
      (await readTestProfiles(one.folder, null))!,
    ];
    const expected = pairedDifference(left.score, right.score, new RandomStreams(0).stream('delivery/compared'));
    expect(metrics.map(({ metric }) => metric)).toEqual(['score', 'recall', 'ndcg']);
    expect(metrics[0]).toEqual({ runId: popular.record.runId, metric: 'score', ...expected });
    expect(expected.mean).toBeCloseTo(popular.record.metrics!.score - one.record.metrics!.score, 6);
    expect((await compare(one, popular)).metrics).toEqual(metrics);
  });

  test('show which groups gain and lose, paired over the profiles of each', async () => {
    const { slices } = await compare(one, popular);
    const group = slices.find(({ label }) => label === 'sex M')!;
    const [mine, theirs] = [
      (await readTestProfiles(one.folder, null))!,
      (await readTestProfiles(popular.folder, null))!,
    ];
    // Every other profile has that sex, in the order of the IDs.
    const rows = Array.from(mine.profile.keys()).filter((place) => mine.profile[place]! % 2 === 1);
    const of = (scores: Float32Array): number[] => rows.map((place) => scores[place]!);
    const stream = new RandomStreams(0).stream('delivery/compared');
    const expected = pairedDifference(of(theirs.score), of(mine.score), stream);
    expect(group.differences).toEqual([{ runId: popular.record.runId, ...expected }]);
    expect(expected.profiles).toBe(rows.length);
    expect(slices.every(({ differences }) => differences.length === 1)).toBe(true);
    expect(slices.map(({ group: name }) => name)).toContain('titles');
  });

  test('differ in the rules under which they were approved', async () => {
    expect((await compare(one, two)).rules).toEqual([]);
    await engine.client.review.approve({ runId: two.record.runId, by: 'Kim', reason: 'fine' });
    expect((await compare(one, two)).rules).toEqual([{ name: 'approvedRules', values: [null, 'as-made'] }]);
  });
});

test('figures of another hold-out, or of other data, are not comparable', { tags: ['rare'] }, async () => {
  const { workspace } = engine.context;
  const { dataset } = one.record;
  const snapshot = (await engine.client.datasets.list()).find(
    ({ fingerprint }) => fingerprint === dataset.fingerprint,
  )!;
  const recipe = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', 'stopping.split': 'random' });
  const { runId } = await engine.client.runs.start({ data: snapshot.fingerprint, recipe, seed: 6 });
  const iterator = await engine.client.runs.watch({ runId });
  const record = await finalValue(iterator as AsyncGenerator<unknown, RunRecord>);
  expect(await compare(popular, { record })).toMatchObject({
    comparable: 'other-test',
    metrics: [],
    recipe: [{ name: 'seed' }],
  });
  const foreign = await finishedRun({ workspace });
  const answer = await compare(one, foreign);
  expect(answer).toMatchObject({ comparable: 'other-data', metrics: [], slices: [] });
  expect(answer.data.map(({ name }) => name)).toContain('fingerprint');
  expect(answer.environment.length).toBeGreaterThan(0);
});

describe('runs of other data', () => {
  /** The same viewings up to a day of March, and the titles from a given one on. */
  const dataUntil = async (day: number, firstItem = 0): Promise<Dataset> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-until-'));
    await writeDistinctiveFolder(folder);
    const history = path.join(folder, 'history_data.csv');
    const [head, ...lines] = (await readFile(history, 'utf8')).trim().split('\n');
    const left = lines.filter((line) => {
      const [, , time, , item] = line.split(',');
      return Number(time!.slice(6, 8)) <= day && Number(item) >= firstItem;
    });
    await writeFile(history, `${[head, ...left].join('\n')}\n`);
    const dataset = await importFolder({ workspace: engine.context.workspace, folder });
    await rm(folder, { recursive: true });
    return dataset;
  };
  const trainOn = async (dataset: Dataset, knobs: object = {}) => {
    const recipe = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', ...knobs });
    const { runId } = await engine.client.runs.start({ data: dataset.fingerprint, recipe, seed: 5 });
    const iterator = await engine.client.runs.watch({ runId });
    return { record: await finalValue(iterator as AsyncGenerator<unknown, RunRecord>) };
  };
  const again = async (...runs: { record: RunRecord }[]): Promise<ScoreAgain> => {
    const iterator = await engine.client.runs.scoreAgain({ runIds: runs.map(({ record }) => record.runId) });
    return finalValue(iterator as AsyncGenerator<unknown, ScoreAgain>);
  };
  /** A run is scored by the model of its lists, made of all its data, where it has not kept the one that it was measured with. */
  const withoutMeasured = async (run: { record: RunRecord }) => {
    await rm(path.join(runFolder(engine.context.workspace, run.record.runId), MEASURED_MODEL_FILE));
    return run;
  };
  let newer: { record: RunRecord };

  beforeAll(async () => {
    // The last three of the eight days are the hold-out.
    newer = await trainOn(one.record.dataset as Dataset, { 'stopping.share': 3 / 8 });
  });

  test('are scored again on the later data, which they had not learned from', async () => {
    // Data that ends where the hold-out begins: the same events, so the same list, and no difference at all.
    const older = await withoutMeasured(await trainOn(await dataUntil(14)));
    const { on, runs } = await again(older, newer);
    expect(on).toBe(newer.record.runId);
    expect(runs).toMatchObject([{ runId: older.record.runId, reason: null, learned: 0, asMeasured: false }]);
    const [{ metrics, targets, unknown }] = runs as [ScoreAgain['runs'][number]];
    expect(targets + unknown).toBe(newer.record.split!.testTargets);
    expect(metrics[0]).toMatchObject({ metric: 'score', mean: 0, low: 0, high: 0, isCertain: false });
    expect(metrics[0]!.before).toBeGreaterThan(0);
  });

  test(
    'are scored again on as much of the histories as their lists were made from',
    { tags: ['thorough', 'rare'] },
    async () => {
      const hides = { model: 'item-knn', 'scoring.hidden': 0.5 };
      const tested = await trainOn(one.record.dataset as Dataset, { ...hides, 'stopping.share': 3 / 8 });
      const older = await withoutMeasured(await trainOn(await dataUntil(14), hides));
      const [{ metrics }] = (await again(older, tested)).runs as [ScoreAgain['runs'][number]];
      expect(metrics[0]!.before).toBeGreaterThan(0);
      expect(metrics[0]).toMatchObject({ metric: 'score', mean: 0, low: 0, high: 0 });
    },
  );

  test('count only titles that both know, in the same number of places', { tags: ['rare'] }, async () => {
    const older = await trainOn(await dataUntil(14, 7110), { model: 'dae' });
    const { runs } = await again(newer, older);
    const [{ titles, targets, unknown, places, metrics }] = runs as [ScoreAgain['runs'][number]];
    expect(titles).toBeLessThanOrEqual(50);
    expect(titles).toBeGreaterThan(40);
    expect(unknown).toBeGreaterThan(0);
    expect(targets + unknown).toBe(newer.record.split!.testTargets);
    expect(places).toBeLessThan(25);
    expect(metrics[0]!.profiles).toBeLessThanOrEqual(24);
    expect(metrics[0]!.mean).toBeCloseTo(metrics[0]!.after - metrics[0]!.before, 9);
    expect((await again(newer, older)).runs).toEqual(runs);
  });

  test('are not scored if nothing is left that they had not learned', { tags: ['rare'] }, async () => {
    const grown = await withoutMeasured(await trainOn(await dataUntil(31, 7101)));
    const { on, runs } = await again(newer, grown);
    expect(on).toBe(newer.record.runId);
    expect(runs).toMatchObject([{ reason: 'learned', metrics: [] }]);
    await expect(again(newer, popular)).rejects.toMatchObject({ code: 'usage' });
    const foreign = await finishedRun({ workspace: engine.context.workspace });
    expect((await again(newer, foreign)).runs).toMatchObject([{ reason: 'not-here' }]);
  });
});

test('a run is not compared with itself, and not with a missing one', async () => {
  await expect(compare(one, one)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('twice') });
  await expect(engine.client.runs.compare({ runIds: [one.record.runId, 'rnothing00'] })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the estimated time of a run is that of an earlier run of its recipe', async () => {
  const { record } = two;
  const estimate = (knobs: object) =>
    engine.client.runs.estimate({
      data: record.dataset.fingerprint,
      recipe: { ...record.recipe, ...knobs } as RunRecord['recipe'],
    });
  const same = await estimate({});
  expect(same).toMatchObject({ from: 'same', runs: 1, memory: record.peakMemory });
  expect(same.seconds.low).toBeLessThan(record.seconds);
  expect(same.seconds.high).toBeGreaterThan(record.seconds);
  const [more, most] = [await estimate({ 'stopping.epochs': 40 }), await estimate({ 'stopping.epochs': 400 })];
  expect([more.from, more.runs]).toEqual(['runs', 2]);
  expect(most.seconds.high).toBeGreaterThan(more.seconds.high);
  // Earlier runs also tell the speed of this computer.
  expect((await estimate({ model: 'ease' })).from).toBe('runs');
});
