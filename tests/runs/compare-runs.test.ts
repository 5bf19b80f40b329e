/** Runs compared: what made them, what they score, which lists changed. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../src/engine/engine';
import { pairedDifference } from '../../src/engine/evaluate/bootstrap';
import { RandomStreams } from '../../src/engine/model/random';
import { listOf, readListsAndVocabulary } from '../../src/engine/runs/lists-file';
import { readTestProfiles } from '../../src/engine/runs/test-profiles-file';
import { watchRun } from '../../src/engine/watch/watch-run';
import { openWorkspace } from '../../src/engine/storage/workspace';
import type { RunRecord } from '../../src/shared/contract';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { finalValue } from '../../src/shared/final-value';
import { importDistinctive, launcher, SMALL_RECIPE, startRun } from '../support/trained-run';
import { finishedRun } from '../support/finished-run';

let kept: string;
let engine: Engine;
let one: { folder: string; record: RunRecord };
let two: typeof one;
let popular: typeof one;

beforeAll(async () => {
  // Not a temporary one of the support, which is gone after the first test.
  kept = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-compare-runs-'));
  const { workspace, dataset } = await importDistinctive(await openWorkspace(kept));
  engine = await createEngine({ workspaceFolder: workspace.folder, launcher });
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
  test('differ in what their recipes differ in, and in nothing else', async () => {
    const { recipe, data, environment, comparable } = await compare(one, two, popular);
    expect({ data, environment, comparable }).toEqual({ data: [], environment: [], comparable: 'yes' });
    expect(recipe).toEqual([
      { name: 'model', values: ['dae', 'dae', 'popularity'] },
      { name: 'structure.width', values: [8, 16, 8] },
    ]);
  });

  test('have the interval of a paired bootstrap over their test profiles, the same each time', async () => {
    const { metrics } = await compare(one, popular);
    const [left, right] = [
      (await readTestProfiles(popular.folder, null))!,
      (await readTestProfiles(one.folder, null))!,
    ];
    const expected = pairedDifference(left.score, right.score, new RandomStreams(0).stream('compare/score'));
    expect(metrics.map(({ metric }) => metric)).toEqual(['score', 'recall', 'ndcg']);
    expect(metrics[0]).toEqual({ runId: popular.record.runId, metric: 'score', ...expected });
    expect(expected.mean).toBeCloseTo(popular.record.metrics!.score - one.record.metrics!.score, 6);
    expect((await compare(one, popular)).metrics).toEqual(metrics);
  });

  test('name the profiles whose lists changed most', async () => {
    const [changes] = (await compare(one, popular)).lists;
    const [mine, theirs] = [
      (await readListsAndVocabulary(one.folder)).lists,
      (await readListsAndVocabulary(popular.folder)).lists,
    ];
    const shared = Array.from({ length: 24 }, (_, row) => {
      const there = new Set(listOf(theirs, row));
      return listOf(mine, row).filter((column) => there.has(column)).length;
    });
    expect(changes!.profiles).toBe(24);
    expect(changes!.changed).toBe(shared.filter((count) => count < 25).length);
    expect(changes!.meanShared).toBeCloseTo(shared.reduce((sum, count) => sum + count, 0) / 24, 9);
    expect(changes!.most[0]!.shared).toBe(Math.min(...shared));
    expect(changes!.most[0]!.gone).toHaveLength(3);
  });
});

test('the numbers of another hold-out, or of other data, do not compare', async () => {
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
  expect(answer).toMatchObject({ comparable: 'other-data', metrics: [], winners: [], slices: [], lists: [] });
  expect(answer.data.map(({ name }) => name)).toContain('fingerprint');
  expect(answer.environment.length).toBeGreaterThan(0);
});

test('a run is not compared with itself, and not with one that is not there', async () => {
  await expect(compare(one, one)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('twice') });
  await expect(engine.client.runs.compare({ runIds: [one.record.runId, 'rnothing00'] })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('what a run is likely to take is what its recipe took, where it was trained before', async () => {
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
  // They also say how fast this computer is.
  expect((await estimate({ model: 'ease' })).from).toBe('runs');
});
