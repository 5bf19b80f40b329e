/** Trains a run a second time, in a folder of its own inside the run's, which is removed at the end. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { DeviceChoice } from '../../../shared/contract/device';
import type { Progress } from '../../../shared/contract/progress';
import type { Epoch, RunProgress, RunRecord } from '../../../shared/contract/run';
import type { Until } from '../../../shared/contract/unit';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import type { Recipe } from '../../../shared/recipe/table';
import { say } from '../../../shared/words/sentence';
import { removeFolder } from '../../storage/files';
import { trainerEnvironment } from '../../machine/devices/trainer-environment';
import { resolveDevice } from '../../machine/devices/resolve';
import type { Workspace } from '../../storage/workspace';
import { announcedStart, withdrawStart } from '../../machine/trainers/lock';
import { repeatFolder } from '../../runs/repeat-folder';
import { createRun, errorOf } from '../../runs/store';
import { readEpochs } from '../../runs/epochs';
import type { Trainer, TrainerLauncher } from '../../machine/trainers/trainer-launcher';
import { watchRun } from '../../runs/watch/watch-run';

interface RepeatOptions {
  workspace: Workspace;
  launcher: TrainerLauncher;
  signal?: AbortSignal | undefined;
  /** Folder and record of the run to repeat. */
  folder: string;
  record: RunRecord;
  dataset: Dataset;
  /** How far; to the end where absent. */
  until?: Until | undefined;
}

/**
 * @returns record and epochs of the second training
 * @throws ShelfwiseError `stopped` on abort, `internal` if the trainer failed, with its output
 */
export async function* repeatRun(
  options: RepeatOptions,
): AsyncGenerator<Progress, { record: RunRecord; epochs: readonly Epoch[] }> {
  const { workspace, launcher, record, dataset, signal, until } = options;
  const { seed } = record;
  const recipe = record.recipe;
  const deviceChoice = await deviceAgain(recipe, record.environment, launcher);
  const folder = repeatFolder(options.folder);
  let trainer: Trainer | null = null;
  try {
    const name = `${record.name}, repeated`;
    await createRun(workspace, { dataset, recipe, seed, name, folder, deviceChoice });
    const announced = await announcedStart(folder);
    trainer = launcher.launch({
      workspaceFolder: workspace.folder,
      runFolder: folder,
      environment: trainerEnvironment(deviceChoice.used),
      ...(until && { unit: { until } }),
    });
    // Otherwise the loop would wait for a trainer that ends before it has the lock.
    void trainer.ended.then(() => withdrawStart(folder, announced));
    const repeated = yield* followed(folder, signal);
    if (repeated.status === 'crashed') throw await failure(trainer);
    return { record: repeated, epochs: await readEpochs(folder) };
  } finally {
    trainer?.kill();
    await trainer?.ended;
    await removeFolder(folder);
  }
}

/** On the device of the record. Without the GPU that a run was trained on, nothing could be said about its bits. */
async function deviceAgain(
  recipe: Recipe,
  environment: RunRecord['environment'],
  launcher: TrainerLauncher,
): Promise<DeviceChoice> {
  try {
    return await resolveDevice(recipe, launcher);
  } catch (thrown) {
    const { code, message, said = [message] } = toShelfwiseError(thrown);
    const gpu = environment?.gpu;
    const where = gpu ? [say('verify.was-on-gpu', { name: gpu.name, driver: gpu.driver })] : [];
    throw new ShelfwiseError(code, [say('verify.not-again'), ...where, ...said], { cause: thrown });
  }
}

async function* followed(folder: string, signal: AbortSignal | undefined): AsyncGenerator<Progress, RunRecord> {
  const watch = watchRun(folder, signal);
  try {
    for (;;) {
      const { done, value } = await watch.next();
      if (done === true) return value;
      yield progressOf(value);
    }
  } catch (thrown) {
    if (!signal?.aborted) throw thrown;
    throw new ShelfwiseError('stopped', say('verify.stopped'), { cause: thrown });
  }
}

function progressOf({ stage, fraction, epoch }: RunProgress): Progress {
  const detail = stage === null ? 'starting' : epoch === null ? stage : `${stage}, epoch ${epoch.epoch}`;
  return { phase: 'train', detail, done: fraction, total: 1 };
}

async function failure(trainer: Trainer): Promise<ShelfwiseError> {
  // Not the reason in its record, which would advise resuming a run that is about to be removed.
  const { code, message } = errorOf(await trainer.ended);
  return new ShelfwiseError(code, say('verify.failed', { cause: message }));
}
