/** A run that one program resumes while another still waits for the end of its earlier trainer. */
import { expect, test } from 'vitest';
import { finishedRun } from '../../../../tests/support/finished-run';
import type { TrainerEnd, TrainerLauncher } from '../../machine/trainers/trainer-launcher';
import { acquireRunLock, announcedStart } from '../../machine/trainers/lock';
import { currentRecord } from '../../runs/store';
import { writeRecord } from '../../runs/record';
import type { Workspace } from '../../storage/workspace';
import { resumeRun, type TrainingHost } from './start-run';

/** A program whose trainers end when the test says so, without having done anything. */
function program(workspace: Workspace): { host: TrainingHost; end: (code: number) => void } {
  let resolve: (end: TrainerEnd) => void = () => undefined;
  const promise = new Promise<TrainerEnd>((resolved) => (resolve = resolved));
  const launcher: TrainerLauncher = {
    launch: () => ({ ended: promise, kill: () => undefined }),
    ask: () => Promise.reject(new Error('Nothing is asked.')),
  };
  return {
    host: { workspace, launcher, trainers: new Map() },
    end: (code) => resolve({ code, signal: null, output: '', error: null }),
  };
}

test('stays announced when the earlier trainer, of another program, is found to have ended', async () => {
  const { workspace, folder, record } = await finishedRun();
  const stopped = { ...record, status: 'stopped' as const, reason: { code: 'user' as const, message: 'stopped' } };
  await writeRecord(folder, stopped);
  const [window, commandLine] = [program(workspace), program(workspace)];
  await resumeRun(window.host, stopped);
  // Its trainer records that it failed; that its process is gone takes a moment to be heard.
  await (await acquireRunLock(folder)).release();
  await writeRecord(folder, { ...stopped, status: 'crashed', reason: { code: 'crash', message: 'bad data' } });

  await resumeRun(commandLine.host, stopped);
  const announced = await announcedStart(folder);
  expect(announced).not.toBeNull();
  window.end(3);
  await window.host.trainers.get(record.runId);
  expect(await announcedStart(folder)).toBe(announced);
  expect((await currentRecord(folder)).status).toBe('running');

  // A trainer of its own that ends without the lock shows as crashed at once.
  commandLine.end(1);
  await commandLine.host.trainers.get(record.runId);
  expect((await currentRecord(folder)).status).toBe('crashed');
});
