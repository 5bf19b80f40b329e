/** Sweeps and repeated seeds on a small data set: autoencoders in real trainers, baselines in this process. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { sharedOf } from './seeds';
import { runSweep } from './sweep';
import { HERE, type WorkMany } from '../../../engine/training/units/work-many';
import { readEpochs } from '../../../engine/runs/epochs';
import { readRecord } from '../../../engine/runs/record';
import { runFolder } from '../../../engine/storage/workspace';
import { runIdOfUnit } from '../../../engine/runs/record';
import type { RepeatedSeeds } from '../contract/seeds';
import type { Sweep, SweepProgress, SweepRequest } from '../contract/sweep';
import type { TrainUnit } from '../../train/contract/unit';
import { finalValue } from '../../../shared/values/final-value';
import { completeRecipe } from '../../../shared/recipe/schema';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { importDistinctive, launcher, SMALL_RECIPE, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { triedOf } from '../../../../tests/support/tried';

const SEED = 5;
const KNOBS = {
  'stopping.rule': 'validation',
  'stopping.split': 'random',
  'stopping.epochs': 9,
  'stopping.patience': 9,
};

async function opened(knobs: object) {
  const imported = await importDistinctive();
  const recipe = completeRecipe({ ...SMALL_RECIPE, ...knobs });
  const trainers = recipe.model === 'als' ? trainersHere : launcher;
  const { client } = await createEngine({ workspaceFolder: imported.workspace.folder, launcher: trainers });
  const data = imported.dataset.fingerprint;
  const sweep = async (
    asked: Pick<SweepRequest, 'knobs' | 'budget' | 'method'>,
    onProgress: (progress: SweepProgress) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<Sweep> => {
    const request = { data, recipe, seed: SEED, ...asked };
    return finalValue(await client.units.sweep(request, signal ? { signal } : {}), onProgress);
  };
  const recordOf = (runId: string) => readRecord(runFolder(imported.workspace, runId));
  return { ...imported, client, recipe, data, sweep, recordOf };
}

describe('a sweep', { timeout: 120_000 }, () => {
  const FACTORS = { 'als.factors': [2, 4, 8], 'als.passes': { from: 1, to: 9, scale: 'linear' as const } };

  test('uses the hold-out for its winner alone, resumes where it was, and can be extended', async () => {
    const { client, sweep, recordOf, recipe, workspace } = await opened({ model: 'als', 'stopping.split': 'random' });
    const stop = new AbortController();
    const part = await sweep(
      { knobs: FACTORS, budget: 4, method: 'random' },
      (progress) => {
        if (progress.trials.some(({ state }) => state === 'done')) stop.abort();
      },
      stop.signal,
    );
    expect(part.ended).toBe('stopped');
    expect(part.best).toMatchObject({ metrics: null });
    expect(await client.units.trials({ sweepId: part.sweepId })).toEqual(part);
    for (const { runId, state } of part.trials)
      if (state === 'done') expect((await recordOf(runId)).metrics).toBe(null);

    const whole = await sweep({ knobs: FACTORS, budget: 4, method: 'random' });
    expect(whole).toMatchObject({ ended: 'done', sweepId: part.sweepId });
    expect(whole.trials.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    const scores = whole.trials.map(({ validation }) => validation!.score);
    const best = whole.trials[scores.indexOf(Math.max(...scores))]!;
    expect(whole.best).toMatchObject({ runId: best.runId, settings: best.settings, validation: best.validation });
    for (const { runId, settings } of whole.trials) {
      const record = await recordOf(runId);
      expect(record.recipe).toEqual({ ...recipe, ...settings });
      expect(record.metrics === null).toBe(runId !== best.runId);
      expect(record.status).toBe(runId === best.runId ? 'finished' : 'stopped');
    }
    const alone = await trainedRun({ ...best.settings, model: 'als', 'stopping.split': 'random' });
    expect(whole.best!.listsSha256).toBe(alone.record.listsSha256);
    const shown = (await client.runs.list()).filter(({ marks }) => !marks.archived);
    expect(shown.map(({ runId }) => runId)).toEqual([best.runId]);

    const before = await Promise.all(
      whole.trials.map(({ runId }) => fs.stat(path.join(runFolder(workspace, runId), 'run.json'))),
    );
    const more = await sweep({ knobs: FACTORS, budget: 6, method: 'random' });
    expect(more.sweepId).toBe(whole.sweepId);
    expect(more.trials.slice(0, 4)).toEqual(whole.trials);
    expect(more.trials).toHaveLength(6);
    const after = await Promise.all(
      whole.trials.map(({ runId }) => fs.stat(path.join(runFolder(workspace, runId), 'run.json'))),
    );
    expect(after.map(({ mtimeMs }) => mtimeMs)).toEqual(before.map(({ mtimeMs }) => mtimeMs));
    expect(await client.units.sweeps()).toMatchObject([{ sweepId: whole.sweepId, budget: 6, knobs: FACTORS }]);
    expect(await client.units.trials({ sweepId: whole.sweepId })).toEqual(more);
    await expect(client.units.trials({ sweepId: 'none' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('has the score of a trial that was trained to its end before', async () => {
    const { client, sweep, data, recipe } = await opened({ model: 'als', 'stopping.split': 'random' });
    const unit: TrainUnit = { kind: 'train', data, recipe: { ...recipe, 'als.factors': 2 }, seed: SEED };
    await finalValue(await client.units.work({ unit }));
    const whole = await sweep({ knobs: { 'als.factors': [2, 4] }, budget: 4, method: 'grid' });
    expect(whole).toMatchObject({ ended: 'done', trials: [{ state: 'done' }, { state: 'done' }] });
    expect(await client.units.trials({ sweepId: whole.sweepId })).toEqual(whole);
  });

  test(
    'by halving gives the better third more epochs, and its winner has the bits of a run in one go',
    { tags: ['rare'] },
    async () => {
      const { sweep, workspace, recordOf, client } = await opened(KNOBS);
      const knobs = { 'optimiser.rate': { from: 0.0001, to: 0.05, scale: 'logarithmic' as const } };
      const stop = new AbortController();
      const part = await sweep(
        { knobs, budget: 4, method: 'halving' },
        ({ trials: now }) => now.some(({ validation }) => validation !== null) && stop.abort(),
        stop.signal,
      );
      expect(part).toMatchObject({ best: null, ended: 'stopped' });
      expect(await client.units.trials({ sweepId: part.sweepId })).toEqual(part);

      const told: SweepProgress[] = [];
      const answer = await sweep({ knobs, budget: 4, method: 'halving' }, (progress) => told.push(progress));
      const { trials, best, ended } = answer;
      expect(await client.units.trials({ sweepId: answer.sweepId })).toEqual(answer);
      expect(ended).toBe('done');
      const goneOn = trials.filter(({ state }) => state === 'done');
      expect(goneOn).toHaveLength(1);
      for (const { runId, state, epochs, validation } of trials) {
        const own = await readEpochs(runFolder(workspace, runId));
        const chosen = own.filter(({ stage }) => stage === 'choose').slice(0, 3);
        const bestOfRung = Math.max(...chosen.map(({ validation: of }) => of!.score));
        if (state === 'let-go') {
          expect(own).toHaveLength(3);
          expect([epochs, validation!.score]).toEqual([3, bestOfRung]);
          expect((await recordOf(runId)).metrics).toBe(null);
          expect(await fs.readdir(runFolder(workspace, runId))).not.toContain('checkpoint.safetensors');
        }
      }
      const alone = await trainedRun({ ...KNOBS, ...best!.settings });
      expect([best!.weightsSha256, best!.listsSha256]).toEqual([alone.record.weightsSha256, alone.record.listsSha256]);
      expect(best!.metrics).toEqual(alone.record.metrics);
      expect(told.map(({ fraction }) => fraction)).toEqual(told.map(({ fraction }) => fraction).sort((a, b) => a - b));
      const again = await sweep({ knobs, budget: 4, method: 'halving' });
      expect(again.trials).toEqual(trials);
      expect(again.best).toEqual(best);
    },
  );

  test('is refused before training if its grid is larger than its budget', async () => {
    const { sweep, workspace } = await opened({ model: 'als' });
    await expect(sweep({ knobs: { 'als.factors': [2, 4, 8] }, budget: 2, method: 'grid' })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('3 settings'),
    });
    expect(await fs.readdir(workspace.runs)).toEqual([]);
  });

  test('of the command line prints trials and the best of them', { tags: ['rare'] }, async () => {
    const { workspace, data, source } = await opened({});
    const file = path.join(source, '..', 'knobs.json');
    await fs.writeFile(file, JSON.stringify({ 'als.factors': [2, 4] }));
    const words = [
      'sweep',
      '--data',
      data,
      '--recipe',
      'als',
      '--set',
      'stopping.split=random',
      '--knobs',
      file,
      '--method',
      'grid',
      '--budget',
      '2',
      '--workspace',
      workspace.folder,
      '--json',
    ];
    const line = await commandLineHere();
    const { status, json } = await line.run(words);
    expect(status).toBe(0);
    const { trials, best } = json() as Sweep;
    expect(trials.map(({ settings }) => settings)).toEqual([{ 'als.factors': 2 }, { 'als.factors': 4 }]);
    expect(trials.map(({ runId }) => runId)).toContain(best!.runId);
    await fs.writeFile(file, JSON.stringify({ 'als.factor': [2] }));
    const refused = await line.run(words);
    await line.remove();
    expect([refused.status, refused.json().error.message]).toEqual([2, expect.stringContaining('als.factor')]);
  });

  test('that is stopped while a cluster may be training its winner asks for it, so that it is stopped there', async () => {
    const { data, recipe, workspace } = await opened({ model: 'als', 'stopping.split': 'random' });
    const request: SweepRequest = { data, recipe, seed: SEED, knobs: FACTORS, budget: 2, method: 'random' };
    const sweepWith = async (ends: AbortController): Promise<number> => {
      let wholeRuns = 0;
      const work: WorkMany = async (host, units, many) => {
        if (units.every((unit) => 'until' in unit)) return HERE.work(host, units, { ...many, signal: undefined });
        wholeRuns += units.length;
        ends.abort();
        return units.map(() => null);
      };
      const host = { workspace, launcher: trainersHere, trainers: new Map() };
      const { best } = await runSweep(host, request, {
        workers: { ...HERE, work },
        signal: ends.signal,
        onProgress: () => undefined,
      });
      expect(best).toMatchObject({ metrics: null });
      return wholeRuns;
    };
    const ends = new AbortController();
    expect(await sweepWith(ends)).toBe(1);
    // Resumed by the next program, and stopped before it looks.
    expect(await sweepWith(ends)).toBe(1);
  });
});

describe('a trial that is stopped alone', { timeout: 60_000 }, () => {
  test.each(triedOf<'grid' | 'halving'>(['halving'], ['grid']))(
    'is left out by %s, and the others continue to a winner',
    { tags: ['rare'] },
    async (method) => {
      const { data, recipe, workspace } = await opened({ model: 'dae', ...KNOBS, 'stopping.epochs': 4 });
      const knobs = { 'optimiser.rate': [0.001, 0.002, 0.004, 0.008] };
      const request: SweepRequest = { data, recipe, seed: SEED, knobs, budget: 4, method };
      const begun: number[] = [];
      // On a cluster, one is stopped after its first rung or before its score.
      const work: WorkMany = async (host, units, many) => {
        begun.push(units.length);
        const isFirst = begun.length === 1;
        const answers = await HERE.work(host, isFirst ? units.slice(1) : units, {
          ...many,
          onProgress: (index, progress) => many.onProgress?.(isFirst ? index + 1 : index, progress),
          onAnswer: (index, answer) => many.onAnswer?.(isFirst ? index + 1 : index, answer),
        });
        if (!isFirst) return answers;
        const [one] = units as TrainUnit[];
        const stopped = { ...answers[0]!, runId: runIdOfUnit(data, one!.recipe, SEED), state: 'stopped' as const };
        many.onAnswer?.(0, stopped);
        return [stopped, ...answers];
      };
      const host = { workspace, launcher, trainers: new Map() };
      const ends = new AbortController();
      const sweep = await runSweep(host, request, {
        workers: { ...HERE, work },
        signal: ends.signal,
        onProgress: () => undefined,
      });
      // The sweep has not ended: asking again continues with the trial that was left out.
      expect(sweep.ended).toBe('stopped');
      expect(sweep.best).toMatchObject({ metrics: { recall: expect.any(Number) } });
      const [left, ...others] = sweep.trials;
      expect(left).toMatchObject({ state: 'waiting', validation: null });
      expect(others.every(({ state }) => state === 'done' || state === 'let-go')).toBe(true);
      expect(sweep.best!.runId).not.toBe(left!.runId);
      const again = await runSweep(host, request, { signal: ends.signal, onProgress: () => undefined });
      expect(again.ended).toBe('done');
    },
  );
});

describe('several seeds', { timeout: 60_000 }, () => {
  test('give one answer with mean, deviation and what all lists share; again, nothing is trained', async () => {
    const { client, recipe, data, recordOf } = await opened({
      model: 'als',
      'als.factors': 4,
      'stopping.split': 'random',
    });
    const seeds = async (): Promise<RepeatedSeeds> =>
      finalValue(await client.units.seeds({ data, recipe, seed: 3, seeds: 3 }));
    const answer = await seeds();
    expect(answer.runs.map(({ seed }) => seed)).toEqual([3, 4, 5]);
    const scores = await Promise.all(answer.runs.map(async ({ runId }) => (await recordOf(runId)).metrics!.score));
    const mean = (scores[0]! + scores[1]! + scores[2]!) / 3;
    const squares = scores.reduce((sum, score) => sum + (score - mean) * (score - mean), 0);
    expect(answer.metrics!.score.mean).toBeCloseTo(mean, 12);
    expect(answer.metrics!.score.deviation).toBeCloseTo(Math.sqrt(squares / 2), 12);
    expect(answer.lists.profiles.reduce((sum, one) => sum + one, 0)).toBe(24);
    const created = async () => Promise.all(answer.runs.map(async ({ runId }) => (await recordOf(runId)).finishedAt));
    const before = await created();
    expect(await seeds()).toEqual(answer);
    expect(await created()).toEqual(before);
  });

  test('share the titles in the list of each, at any rank; the row of the unknown profile is left out', () => {
    const lists = (items: number[]) => ({
      count: 3,
      items: Int32Array.from(items),
      scores: new Float32Array(items.length),
    });
    const shared = sharedOf([
      lists([1, 2, 3, 4, 5, -1, 0, 0, 0]),
      lists([3, 1, 7, 5, 4, -1, 9, 9, 9]),
      lists([8, 3, 1, 4, 5, 6, 0, 0, 0]),
    ]);
    expect(shared).toEqual({ places: 3, shared: { mean: 2, fewest: 2, most: 2 }, profiles: [0, 0, 2, 0] });
  });
});
