import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { handMadeDataset, temporaryWorkspace } from '../../../../tests/support/finished-run';
import type { Epoch, RunProgress, RunRecord } from '../../../shared/contract/run';
import { presetRecipe } from '../../../shared/recipe/presets';
import { runFolder } from '../../storage/workspace';
import { appendEpoch } from '../epochs';
import { acquireRunLock } from '../../machine/trainers/lock';
import { createRun, currentRecord } from '../store';
import { sealRecord } from '../record';
import { watchRun } from './watch-run';

const epoch = (number: number): Epoch => ({
  stage: 'choose',
  epoch: number,
  loss: 1,
  validation: null,
  seconds: 1,
  weightsSha256: `${number}`,
});

async function startedRun(): Promise<{ folder: string; record: RunRecord }> {
  const workspace = await temporaryWorkspace();
  const record = await createRun(workspace, { dataset: handMadeDataset(), recipe: presetRecipe('quick'), seed: 1 });
  return { folder: runFolder(workspace, record.runId), record };
}

async function collected(
  watch: AsyncGenerator<RunProgress, RunRecord>,
): Promise<{ seen: RunProgress[]; end: RunRecord }> {
  const seen: RunProgress[] = [];
  for (;;) {
    const { done, value } = await watch.next();
    if (done) return { seen, end: value };
    seen.push(value);
  }
}

describe('watching a run', () => {
  test('sees every epoch in order and ends with the record', async () => {
    const { folder, record } = await startedRun();
    const lock = await acquireRunLock(folder);
    const watching = collected(watchRun(folder));
    for (let number = 1; number <= 5; number++) await appendEpoch(folder, epoch(number));
    await sealRecord(folder, { ...record, status: 'finished' });
    await lock.release();
    const { seen, end } = await watching;
    const numbers = seen.map((progress) => progress.epoch?.epoch ?? 0);
    expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
    expect(numbers.at(-1)).toBe(5);
    expect(end.status).toBe('finished');
    expect(seen.at(-1)).toMatchObject({ status: 'finished', fraction: 1 });
  });

  test('from the middle shows the last epoch, not all earlier ones', async () => {
    const { folder, record } = await startedRun();
    for (let number = 1; number <= 3; number++) await appendEpoch(folder, epoch(number));
    await sealRecord(folder, { ...record, status: 'finished' });
    const { seen } = await collected(watchRun(folder));
    expect(seen.map((progress) => progress.epoch?.epoch)).toEqual([3]);
  });

  test('changes nothing when it is left: the run goes on', async () => {
    const { folder } = await startedRun();
    const lock = await acquireRunLock(folder);
    const leaving = new AbortController();
    const watch = watchRun(folder, leaving.signal);
    expect((await watch.next()).done).toBe(false);
    const next = watch.next();
    leaving.abort();
    await expect(next).rejects.toMatchObject({ code: 'stopped' });
    for await (const progress of watchRun(folder)) {
      expect(progress.status).toBe('running');
      break;
    }
    expect((await currentRecord(folder)).status).toBe('running');
    await lock.release();
  });

  test('ends with "crashed" and what to do if the trainer vanished', async () => {
    const { folder, record } = await startedRun();
    const lock = await acquireRunLock(folder);
    await lock.release();
    const { end } = await collected(watchRun(folder));
    expect(end).toMatchObject({ status: 'crashed', reason: { code: 'crash' } });
    expect(end.reason!.message).toContain(`resume ${record.runId}`);
  });

  test('says so if the run is deleted meanwhile', async () => {
    const { folder } = await startedRun();
    const watch = watchRun(folder);
    await watch.next();
    await rm(folder, { recursive: true });
    await expect(watch.next()).rejects.toMatchObject({ code: 'not-found' });
  });
});
