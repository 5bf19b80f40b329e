import * as path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/finished-run';
import type { TrainerEnd, TrainerLauncher } from '../engine/machine/trainers/trainer-launcher';
import { stopRequested } from '../engine/machine/trainers/lock';
import { trackTrainers } from './tracked-trainers';

test('if a stop cannot be requested, as on a full disk, the trainer is killed; the others stop in order', async () => {
  const ended: string[] = [];
  const ends = new Map<string, (end: TrainerEnd) => void>();
  const launcher = {
    launch: ({ runFolder }: { runFolder: string }) => ({
      ended: new Promise<TrainerEnd>((resolve) => ends.set(runFolder, resolve)),
      kill() {
        ended.push(runFolder);
        ends.get(runFolder)!({ code: null, signal: 'SIGKILL', output: '', error: null });
      },
    }),
  } as unknown as TrainerLauncher;
  const trainers = trackTrainers(launcher);
  const fine = await temporaryFolder();
  const full = path.join(fine, 'is', 'not', 'there');
  for (const runFolder of [full, fine]) trainers.launcher.launch({ workspaceFolder: fine, runFolder, environment: {} });
  const stopping = trainers.stop();
  await expect.poll(() => stopRequested(fine)).toBe(true);
  ends.get(fine)!({ code: 0, signal: null, output: '', error: null });
  await stopping;
  expect(ended).toEqual([full]);
});
