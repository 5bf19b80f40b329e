import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finishedRun, handMadeDataset, temporaryWorkspace } from '../../../tests/support/finished-run';
import { presetRecipe } from '../../shared/recipe/presets';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { runFolder } from '../storage/workspace';
import { heartbeatFile, readHeartbeat } from '../machine/trainers/heartbeat';
import { acquireRunLock } from '../machine/trainers/lock';
import { readEpochs } from './epochs';
import { crashReason, createRun, currentRecord, errorOf, findRun, listAllRuns, listRuns, reopenRun } from './store';
import { readRecord, runIdOfUnit, writeRecord } from './record';

const recipe = presetRecipe('popularity');
const dataset = handMadeDataset();

describe('the store of runs', () => {
  test('gives the run of a unit the ID that 1.0 gave it, on every computer', () => {
    expect(runIdOfUnit('f'.repeat(64), DEFAULT_RECIPE, 7)).toBe('rm2ra36y54');
  });

  test('does not take a kill for want of memory for a fault of the program', () => {
    const killed = errorOf({ error: null, code: null, signal: 'SIGKILL', output: '' });
    expect(killed).toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/SIGKILL.*memory.*close/) as string,
    });
    expect(crashReason('rabc', killed)).toMatchObject({
      error: 'too-large',
      message: expect.stringContaining('resume rabc') as string,
    });
    expect(errorOf({ error: null, code: null, signal: 'SIGSEGV', output: '' }).code).toBe('internal');
  });

  test('calls a new run running, and crashed once no program will start it', async () => {
    const workspace = await temporaryWorkspace();
    const { runId } = await createRun(workspace, { dataset, recipe, seed: 7 });
    const folder = runFolder(workspace, runId);
    expect((await currentRecord(folder)).status).toBe('running');
    await rm(heartbeatFile(folder, 1));
    const crashed = await currentRecord(folder);
    expect(crashed).toMatchObject({ status: 'crashed', reason: { code: 'crash' } });
    expect(crashed.reason!.message).toContain(`resume ${runId}`);
    expect((await readRecord(folder)).status).toBe('running');
  });

  test('resumes an ended run as soon as its trainer releases it', async () => {
    const { folder, record } = await finishedRun();
    await writeRecord(folder, { ...record, status: 'stopped', reason: { code: 'user', message: 'stopped' } });
    const lock = await acquireRunLock(folder);
    setTimeout(() => void lock.release(), 300);
    expect((await reopenRun(folder)).status).toBe('running');
  });

  test('reads back what was written, field by field', async () => {
    const { folder, record } = await finishedRun();
    expect(await readRecord(folder)).toEqual(record);
    expect(Object.keys(record.files!)).toEqual([
      'recipe.json',
      'epochs.jsonl',
      'model.safetensors',
      'vocabulary.json',
      'lists.safetensors',
    ]);
  });

  test('finds a run by its ID and by any unique beginning; otherwise names the existing runs', async () => {
    const { workspace, record } = await finishedRun();
    const { runId } = record;
    expect((await findRun(workspace, runId)).record.runId).toBe(runId);
    expect((await findRun(workspace, runId.slice(0, 4))).record.runId).toBe(runId);
    await expect(findRun(workspace, 'r')).rejects.toMatchObject({ code: 'not-found' });
    await expect(findRun(workspace, '../..')).rejects.toThrow(runId);
    await mkdir(runFolder(workspace, 'rtwin00001'));
    await mkdir(runFolder(workspace, 'rtwin00002'));
    for (const twin of ['rtwin00001', 'rtwin00002'])
      await writeRecord(runFolder(workspace, twin), { ...record, runId: twin });
    await expect(findRun(workspace, 'rtwin')).rejects.toMatchObject({ code: 'usage' });
  });

  test('lists runs newest first, without half-made folders, and names damaged ones', async () => {
    const { workspace, record } = await finishedRun();
    await mkdir(runFolder(workspace, 'rhalfmade1'));
    await mkdir(runFolder(workspace, 'rdamaged12'));
    await writeFile(path.join(runFolder(workspace, 'rdamaged12'), 'run.json'), '{"formatVersion": 1}');
    const later = await createRun(workspace, { dataset, recipe, seed: 2 });
    expect((await listRuns(workspace)).map(({ runId }) => runId)).toEqual([later.runId, record.runId]);
    const { damaged } = await listAllRuns(workspace);
    expect(damaged.map(({ runId }) => runId)).toEqual(['rdamaged12']);
    expect(damaged[0]!.message).toContain('run.json of the model rdamaged12 is damaged');
  });

  test('reopens a stopped run once, but neither a finished one nor one at work', async () => {
    const { workspace, folder, record } = await finishedRun();
    await expect(reopenRun(folder)).rejects.toMatchObject({ code: 'usage' });
    await writeRecord(folder, { ...record, status: 'stopped', reason: { code: 'user', message: 'stopped' } });
    expect(await reopenRun(folder)).toMatchObject({ status: 'running', reason: null });
    expect((await findRun(workspace, record.runId)).record).toMatchObject({ status: 'running' });
    await expect(reopenRun(folder)).rejects.toMatchObject({ code: 'busy' });
    const lock = await acquireRunLock(folder);
    await expect(reopenRun(folder)).rejects.toMatchObject({ code: 'busy' });
    await lock.release();
  });

  test('skips a torn last line of the epochs', async () => {
    const { folder } = await finishedRun();
    const file = path.join(folder, 'epochs.jsonl');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, `${whole}{"stage":"final","epoch":2,"lo`);
    expect(await readEpochs(folder)).toHaveLength(1);
  });

  test('calls a run running while its trainer writes, though its clock is a day off, and crashed when its parent was killed', async () => {
    const workspace = await temporaryWorkspace();
    const { runId } = await createRun(workspace, { dataset, recipe, seed: 7 });
    const folder = runFolder(workspace, runId);
    const announced = (await readHeartbeat(folder))!;
    const leave = (changes: object): Promise<void> =>
      writeFile(heartbeatFile(folder, announced.generation), JSON.stringify({ ...announced, ...changes }));
    const yesterday = Date.now() - 24 * 60 * 60 * 1000;
    const beat = (count: number): Promise<void> =>
      leave({ starting: false, host: 'elsewhere', at: new Date(yesterday + count).toISOString() });
    await beat(0);
    let beats = 0;
    let last = Promise.resolve();
    const timer = setInterval(() => (last = beat(++beats)), 50);
    expect((await listRuns(workspace))[0]).toMatchObject({ runId, status: 'running' });
    clearInterval(timer);
    await last;
    await leave({ starting: true, pid: 2 ** 30 });
    expect((await listRuns(workspace))[0]).toMatchObject({ runId, status: 'crashed' });
  });
});
