import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createEngine } from '../../features/engine';
import { programFolder } from '../machine/environment/program';
import { collect } from '../../features/trash/engine/collect';
import { readHeartbeat } from '../machine/trainers/heartbeat';
import { requestStop } from '../machine/trainers/lock';
import { currentRecord, listRuns, reopenRun } from './store';
import { readRecord } from './record';
import { moveToTrash } from '../../features/trash/engine/trash';
import { watchRun } from './watch/watch-run';
import { runFolder } from '../storage/workspace';
import { completeRecipe } from '../../shared/recipe/schema';
import { finalValue } from '../../shared/values/final-value';
import {
  importDistinctive,
  launch,
  launcher,
  SMALL_RECIPE,
  startRun,
  trainedRun,
} from '../../../tests/support/trained-run';

/** Long enough to be caught training. */
const LONG = { 'stopping.epochs': 10000 };

/** Waits until the trainer itself has a heartbeat, during an epoch. */
async function atWork(folder: string): Promise<{ pid: number }> {
  for (;;) {
    const heartbeat = await readHeartbeat(folder);
    if (heartbeat !== null && !heartbeat.starting && heartbeat.stage !== null) return heartbeat;
    await sleep(50);
  }
}

afterEach(() => vi.unstubAllEnvs());

describe('a trainer that could not record why it ended', () => {
  test('reports it to its parent process, with advice', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher });
    const { runId } = await client.runs.start({
      data: dataset.fingerprint,
      recipe: completeRecipe({ ...SMALL_RECIPE, ...LONG }),
      seed: 1,
    });
    const { pid } = await atWork(runFolder(workspace, runId));
    process.kill(pid, 'SIGKILL');
    const record = await finalValue(await client.runs.watch({ runId }));
    expect(record).toMatchObject({ status: 'crashed', reason: { code: 'crash', error: 'too-large' } });
    expect(record.reason?.message).toMatch(/killed from outside \(SIGKILL\).*memory.*resume/);
    expect(await client.runs.get({ runId })).toEqual(record);
  });

  test('or has recorded it, with the code of its error', async () => {
    // Without a driver, whatever the computer has.
    vi.stubEnv('VK_DRIVER_FILES', '/nonexistent.json');
    vi.stubEnv('VK_ICD_FILENAMES', '/nonexistent.json');
    const { workspace, dataset } = await importDistinctive();
    const { folder, trainer } = await startRun(workspace, dataset, { 'numeric.device': 'gpu' });
    const record = await finalValue(watchRun(folder));
    expect(record).toMatchObject({ status: 'crashed', reason: { code: 'crash', error: 'usage' } });
    expect(record.reason?.message).toContain('WebGPU');
    expect((await trainer.ended).error).toMatchObject({ code: 'usage' });
    expect(await readRecord(folder)).toEqual(record);
  });
});

describe('two programs in one workspace', () => {
  test('a second trainer on a run in training ends at once with "busy", and the first continues', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { folder, trainer } = await startRun(workspace, dataset, LONG);
    const { pid } = await atWork(folder);
    const second = await launch(workspace, folder).ended;
    expect(second.code).not.toBe(0);
    expect(second.output).toContain('is being trained at this moment');
    expect(await readHeartbeat(folder)).toMatchObject({ pid });
    await requestStop(folder);
    expect((await finalValue(watchRun(folder))).status).toBe('stopped');
    expect((await trainer.ended).signal).toBe(null);
  });

  test(
    'the command line sees our run in training, and cannot delete it, resume it or delete its data',
    { tags: ['rare'] },
    async () => {
      const { workspace, dataset } = await importDistinctive();
      const { folder, runId } = await startRun(workspace, dataset, LONG);
      await atWork(folder);
      const cli = path.join(programFolder(), 'out', 'main', 'cli.js');
      const { stdout } = await promisify(execFile)(process.execPath, [
        cli,
        'runs',
        '--json',
        '--workspace',
        workspace.folder,
      ]);
      expect(JSON.parse(stdout)).toMatchObject({ runs: [{ runId, status: 'running' }] });
      await expect(moveToTrash(workspace, runId)).rejects.toMatchObject({ code: 'busy' });
      await expect(moveToTrash(workspace, dataset.fingerprint)).rejects.toMatchObject({ code: 'busy' });
      await expect(reopenRun(folder)).rejects.toMatchObject({ code: 'busy' });
      expect(await collect(workspace)).toEqual({ removed: [], bytes: 0, leftAlone: [] });
      await requestStop(folder);
      await finalValue(watchRun(folder));
    },
  );

  test('two runs on one data set train side by side', { tags: ['rare'] }, async () => {
    const { workspace, dataset } = await importDistinctive();
    const started = await Promise.all([startRun(workspace, dataset), startRun(workspace, dataset)]);
    const records = await Promise.all(started.map(({ folder }) => finalValue(watchRun(folder))));
    expect(records.map(({ status }) => status)).toEqual(['finished', 'finished']);
    expect(records[0]!.weightsSha256).toBe(records[1]!.weightsSha256);
    expect((await listRuns(workspace)).length).toBe(2);
  });
});

describe('a trainer that is killed', () => {
  test('leaves a run that counts as crashed at once, says how to resume, and resumes to the bits of an uninterrupted one', async () => {
    const { record: unbroken } = await trainedRun({ 'stopping.epochs': 100 });
    const { workspace, dataset } = await importDistinctive();
    const { folder, runId, trainer } = await startRun(workspace, dataset, { 'stopping.epochs': 100 });
    const { pid } = await atWork(folder);
    process.kill(pid, 'SIGKILL');
    await trainer.ended;
    const crashed = await currentRecord(folder);
    expect(crashed).toMatchObject({ runId, status: 'crashed', reason: { code: 'crash' } });
    expect(crashed.reason!.message).toContain(`resume ${runId}`);
    await reopenRun(folder);
    launch(workspace, folder);
    const { status, weightsSha256, listsSha256 } = await finalValue(watchRun(folder));
    expect({ status, weightsSha256, listsSha256 }).toEqual({
      status: 'finished',
      weightsSha256: unbroken.weightsSha256,
      listsSha256: unbroken.listsSha256,
    });
    // The record is sealed before the trainer releases the run.
    await expect
      .poll(async () => (await fs.readdir(folder)).filter((name) => name.startsWith('heartbeat')))
      .toEqual([]);
  });
});
