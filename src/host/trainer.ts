/**
 * A trainer: a fresh process that trains one run (`trainer run WORKSPACE FOLDER [UNIT]`) or answers what it is asked (`trainer KIND WORKSPACE
 * REQUEST`, with the kinds of src/features/trainer-work.ts). Its numeric settings are in its environment before TensorFlow is loaded.
 */
import { exitStatusOf, ShelfwiseError, toShelfwiseError, wireErrorOf } from '../shared/errors';
import type { Progress } from '../shared/contract/progress';
import { say } from '../shared/words/sentence';
import { TRAINER_WORK } from '../features/trainer-work';
import { requestStop } from '../engine/machine/trainers/lock';
import { trainRun } from '../engine/training/train/train-run';
import { endWithParent } from './end-with-parent';
import { ENDS_WITH_PARENT } from '../node/child-environment';
import { leaveParent, tellParent } from './parent';
import type { TrainerMessage } from './trainer-messages';
import { unitJobOf } from './trainer-words';

const send = (message: TrainerMessage): void => tellParent(message);

async function run(workspaceFolder: string, runFolder: string, unit: string): Promise<void> {
  const stop = new AbortController();
  process.on('SIGTERM', () => {
    stop.abort();
    // Shows the request in the folder. Fails on a full disk, which must not end a run that is about to keep its best
    // epoch.
    requestStop(runFolder).catch(() => undefined);
  });
  await trainRun(workspaceFolder, runFolder, unitJobOf(unit), stop.signal);
}

async function main([kind, workspaceFolder = '', subject = '', unit = '']: string[]): Promise<void> {
  if (kind === 'run') return run(workspaceFolder, subject, unit);
  const work = TRAINER_WORK.find((row) => row.kind === kind);
  if (work === undefined) throw new ShelfwiseError('usage', say('trainer.by-hand'));
  const onProgress = (progress: Progress): void => send({ kind: 'progress', progress });
  send({ kind: 'answer', answer: await work.answer(workspaceFolder, JSON.parse(subject), onProgress) });
}

// Ctrl-C reaches the whole process group: the parent decides what it means, and asks for an orderly stop.
process.on('SIGINT', () => undefined);
// A parent that ends closes the pipes; that must not end a run that may outlive it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const forkedBy = process.env[ENDS_WITH_PARENT];
if (forkedBy !== undefined) {
  process.on('disconnect', () => process.exit(exitStatusOf('stopped')));
  endWithParent(Number(forkedBy));
}

main(process.argv.slice(2)).then(
  () => leaveParent(),
  (thrown: unknown) => {
    const error = toShelfwiseError(thrown);
    send({ kind: 'error', message: error.message, ...wireErrorOf(error) });
    process.stderr.write(`${error.code === 'internal' ? error.stack : error.message}\n`);
    process.exitCode = exitStatusOf(error.code);
    return leaveParent();
  },
);
