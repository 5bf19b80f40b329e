import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../model/random';
import { requestStop } from '../machine/trainers/lock';
import { currentRecord, reopenRun } from '../runs/store';
import { readEpochs } from '../runs/epochs';
import { watchRun } from '../runs/watch/watch-run';
import type { RunRecord } from '../../shared/contract/run';
import { finalValue } from '../../shared/values/final-value';
import { flipByte } from '../../../tests/support/finished-run';
import { importDistinctive, launch, startRun, trainedRun, verified } from '../../../tests/support/trained-run';
import { everyNth } from '../../../tests/support/tried';

/** Long enough for several checkpoints in each of its three stages. */
const LONG = {
  'structure.width': 32,
  'stopping.rule': 'validation',
  'stopping.split': 'random',
  'stopping.epochs': 140,
  'stopping.patience': 140,
};

const SHORTER = { ...LONG, 'stopping.epochs': 70 };

const outcome = ({ weightsSha256, listsSha256, metrics, stages }: RunRecord): object => ({
  weightsSha256,
  listsSha256,
  metrics,
  stages: stages.map((stage) => ({ ...stage, seconds: 0 })),
});

/** Uninterrupted runs, each trained once for the tests that compare with it; their folders are read at once. */
const unbrokenRuns = new Map<object, Promise<{ record: RunRecord; epochs: string[] }>>();
const unbrokenRun = (knobs: Record<string, unknown>): Promise<{ record: RunRecord; epochs: string[] }> => {
  if (!unbrokenRuns.has(knobs))
    unbrokenRuns.set(
      knobs,
      trainedRun(knobs).then(async ({ record, folder }) => ({ record, epochs: await epochsOf(folder) })),
    );
  return unbrokenRuns.get(knobs)!;
};

const epochsOf = async (folder: string): Promise<string[]> =>
  (await readEpochs(folder)).map(({ stage, epoch, weightsSha256 }) => `${stage} ${epoch} ${weightsSha256}`);

// Several trainings one after the other take more than a minute on a busy machine.
describe('a run that is interrupted', { timeout: 180_000 }, () => {
  test(
    'by kills at random moments ends with the bits, lists and epochs of an uninterrupted one',
    { tags: ['rare'] },
    async () => {
      const unbroken = await unbrokenRun(LONG);
      const { workspace, dataset } = await importDistinctive();
      let { folder, runId, trainer } = await startRun(workspace, dataset, LONG);
      const moments = new RandomStream(11, 'kill moments');
      let kills = 0;
      for (; kills < 3; kills++) {
        const ended = await Promise.race([trainer.ended, sleep(700 + moments.below(1500))]);
        if (ended !== undefined) break;
        trainer.kill();
        await trainer.ended;
        const record = await currentRecord(folder);
        if (record.status !== 'running') expect(record).toMatchObject({ status: 'crashed', reason: { code: 'crash' } });
        await waitUntilCrashed(folder);
        await reopenRun(folder);
        trainer = launch(workspace, folder);
      }
      const record = await finalValue(watchRun(folder));
      expect(kills, 'the run has to be long enough to be killed').toBeGreaterThan(1);
      expect(record.status, record.reason?.message).toBe('finished');
      expect(outcome(record)).toEqual(outcome(unbroken.record));
      expect(await epochsOf(folder)).toEqual(unbroken.epochs);
      expect((await verified(workspace, runId)).verdict).toBe('identical-bits');
    },
  );

  test(
    'by request keeps its best epoch with metrics and lists, and resumes to the bits of an uninterrupted one',
    { tags: ['rare'] },
    async () => {
      const unbroken = await unbrokenRun(LONG);
      const { workspace, dataset } = await importDistinctive();
      const { folder } = await startRun(workspace, dataset, LONG);
      for await (const { epoch } of watchRun(folder)) if ((epoch?.epoch ?? 0) >= 20) await requestStop(folder);
      const stopped = await currentRecord(folder);
      expect(stopped).toMatchObject({ status: 'stopped', reason: { code: 'user' } });
      expect(stopped.epochs).toBeGreaterThan(0);
      expect(stopped.metrics?.profiles).toBeGreaterThan(0);
      expect(stopped.weightsSha256).toMatch(/^[0-9a-f]{64}$/);
      const best = (await readEpochs(folder)).reduce((left, right) =>
        right.stage === stopped.listsFrom && right.validation!.score > left.validation!.score ? right : left,
      );
      expect(stopped.weightsSha256).toBe(best.weightsSha256);

      await reopenRun(folder);
      launch(workspace, folder);
      const resumed = await finalValue(watchRun(folder));
      expect(resumed.status, resumed.reason?.message).toBe('finished');
      expect(outcome(resumed)).toEqual(outcome(unbroken.record));
    },
  );

  test(
    'with members, a trend part and a companion ends with the bits of an uninterrupted one',
    { tags: ['rare'] },
    async () => {
      const knobs = {
        ...LONG,
        'stopping.split': 'time',
        'stopping.validation': 'random',
        'stopping.epochs': 100,
        'stopping.patience': 100,
        'optimiser.averaging': 0.8,
        'mixture.members': 2,
        'mixture.trend': true,
        'mixture.companion': 'als',
        'als.factors': 4,
      };
      const unbroken = await trainedRun(knobs);
      expect(unbroken.record.mixture).toBeDefined();
      const { workspace, dataset } = await importDistinctive();
      const { folder } = await startRun(workspace, dataset, knobs);
      for await (const _ of watchRun(folder))
        if (existsSync(path.join(folder, 'checkpoint.safetensors'))) await requestStop(folder);
      await reopenRun(folder);
      launch(workspace, folder);
      const resumed = await finalValue(watchRun(folder));
      expect(resumed.status, resumed.reason?.message).toBe('finished');
      expect(outcome(resumed)).toEqual(outcome(unbroken.record));
      expect(resumed.mixture).toEqual(unbroken.record.mixture);
    },
  );

  test.each(['checkpoint.safetensors', 'kept.safetensors'])(
    'and whose %s was damaged starts over, and ends with the bits of an uninterrupted one',
    { tags: ['rare'] },
    async (name) => {
      const unbroken = await unbrokenRun(SHORTER);
      const { workspace, dataset } = await importDistinctive();
      const { folder } = await startRun(workspace, dataset, SHORTER);
      for await (const _ of watchRun(folder))
        if (existsSync(path.join(folder, 'checkpoint.safetensors'))) await requestStop(folder);
      const file = path.join(folder, name);
      await flipByte(file, (await fs.stat(file)).size - 5);
      await reopenRun(folder);
      launch(workspace, folder);
      const resumed = await finalValue(watchRun(folder));
      expect(resumed.status, resumed.reason?.message).toBe('finished');
      expect(outcome(resumed)).toEqual(outcome(unbroken.record));
    },
  );

  test.each(
    everyNth(
      [
        ['within an epoch', 2],
        ['by the last step of an epoch', 64],
      ],
      2,
    ),
  )('by a loss that is not a number, %s, stops with the last good epoch and gives advice', async (_when, batch) => {
    const { workspace, dataset } = await importDistinctive();
    const knobs = {
      'optimiser.rate': 1000,
      'optimiser.kind': 'adamw',
      'optimiser.decay': 10,
      'structure.activation': 'linear',
    };
    const { folder } = await startRun(workspace, dataset, { ...LONG, ...knobs, 'optimiser.batch': batch });
    const record = await finalValue(watchRun(folder));
    expect(record.status, record.reason?.message).toBe('stopped');
    expect(record.reason?.code).toBe('diverged');
    expect(record.reason?.message).toMatch(/no longer a number.*optimiser\.rate/);
    const finished = await readEpochs(folder);
    expect(finished.every(({ loss }) => Number.isFinite(loss))).toBe(true);
    expect(record.epochs > 0).toBe(finished.length > 0);
  });
});

/** A missing heartbeat counts as a crash only after some seconds, in case the computer slept; a killed process of this machine at once. */
async function waitUntilCrashed(folder: string): Promise<void> {
  for (let waited = 0; waited < 40_000; waited += 200) {
    if ((await currentRecord(folder)).status === 'crashed') return;
    await sleep(200);
  }
  throw new Error('the killed run is still taken for running');
}
