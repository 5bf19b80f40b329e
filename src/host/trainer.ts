/**
 * A trainer: a fresh process that trains one run (`trainer run WORKSPACE FOLDER [UNIT]`), compares models (`trainer compare WORKSPACE
 * REQUEST`), measures a device (`trainer measure REQUEST`) makes a map (`trainer map WORKSPACE
 * REQUEST`) or a part of the lists of a run (`trainer lists WORKSPACE REQUEST`). Its numeric settings are in its environment before TensorFlow is loaded.
 */
import { exitStatusOf, ShelfwiseError, toShelfwiseError, wireErrorOf } from '../shared/errors';
import { say } from '../shared/words/sentence';
import { leaderboardRequestSchema } from '../shared/contract/leaderboard';
import { listsRequestSchema } from '../shared/contract/unit';
import { makeMapSchema } from '../shared/contract/make-map';
import { measureRequestSchema } from '../shared/contract/device';
import { makeMap } from '../features/map/engine/make-map';
import { requestStop } from '../engine/machine/trainers/lock';
import { compareModels } from '../features/leaderboard/engine/compare-models';
import { makeOrJoinParts } from '../engine/training/train/list-part';
import { measureDevice } from '../features/settings/engine/measure-device';
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

async function compare(workspaceFolder: string, request: string): Promise<void> {
  const parsed = leaderboardRequestSchema.parse(JSON.parse(request));
  const tried = await compareModels(workspaceFolder, parsed, (progress) => send({ kind: 'progress', progress }));
  send({ kind: 'tried', tried });
}

async function measure(request: string): Promise<void> {
  const parsed = measureRequestSchema.parse(JSON.parse(request));
  const measurement = await measureDevice(parsed, (progress) => send({ kind: 'progress', progress }));
  send({ kind: 'measurement', measurement });
}

async function map(workspaceFolder: string, request: string): Promise<void> {
  const parsed = makeMapSchema.parse(JSON.parse(request));
  const made = await makeMap(workspaceFolder, parsed, (progress) => send({ kind: 'progress', progress }));
  send({ kind: 'map', map: made });
}

async function lists(workspaceFolder: string, request: string): Promise<void> {
  const parsed = listsRequestSchema.parse(JSON.parse(request));
  const made = await makeOrJoinParts(workspaceFolder, parsed, (progress) => send({ kind: 'progress', progress }));
  send({ kind: 'lists', lists: made });
}

async function main([kind, workspaceFolder = '', subject = '', unit = '']: string[]): Promise<void> {
  switch (kind) {
    case 'run':
      return run(workspaceFolder, subject, unit);
    case 'compare':
      return compare(workspaceFolder, subject);
    case 'measure':
      return measure(workspaceFolder);
    case 'map':
      return map(workspaceFolder, subject);
    case 'lists':
      return lists(workspaceFolder, subject);
    default:
      throw new ShelfwiseError('usage', say('trainer.by-hand'));
  }
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
