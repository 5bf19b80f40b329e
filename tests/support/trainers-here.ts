/**
 * A launcher that trains and answers in the test's own process, which saves the start of a trainer: half a second to a second
 * of a processor. For tests whose subject is not the process: it cannot be killed, and a record lacks the settings of a
 * trainer's environment.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { TRAINER_WORK } from '../../src/features/trainer-work';
import type { TrainerEnd, TrainerLauncher } from '../../src/engine/machine/trainers/trainer-launcher';
import { trainRun } from '../../src/engine/training/train/train-run';
import type { RunRecord } from '../../src/shared/contract/run';
import { exitStatusOf, toShelfwiseError } from '../../src/shared/errors';
import { throwIfStopped } from '../../src/shared/values/throw-if-stopped';

const statusOf = (runFolder: string): string =>
  (JSON.parse(readFileSync(path.join(runFolder, 'run.json'), 'utf8')) as RunRecord).status;

const endedBy = (work: Promise<unknown>): Promise<TrainerEnd> =>
  work.then(
    () => ({ code: 0, signal: null, output: '', error: null }),
    (thrown: unknown) => {
      const error = toShelfwiseError(thrown);
      return { code: exitStatusOf(error.code), signal: null, output: '', error };
    },
  );

export const trainersHere: TrainerLauncher = {
  launch({ workspaceFolder, runFolder, unit }) {
    return {
      ended: endedBy(trainRun(workspaceFolder, runFolder, unit)),
      kill() {
        // A verification kills its trainer once the record is sealed: it ends by itself then.
        if (statusOf(runFolder) === 'running') throw new Error('A run in the process of the test cannot be killed.');
      },
    };
  },
  async ask(work, { workspaceFolder = '', request, onProgress, signal }) {
    const { answer } = TRAINER_WORK.find(({ kind }) => kind === work.kind)!;
    const given: unknown = JSON.parse(JSON.stringify(request));
    const answered = await answer(workspaceFolder, given, onProgress);
    throwIfStopped(signal);
    return work.answer.parse(JSON.parse(JSON.stringify(answered))) as never;
  },
};
