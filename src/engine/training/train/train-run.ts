/** What a trainer process does: one run, from its record to its model, lists and hashes. */
import { isDeepStrictEqual } from 'node:util';
import type { Gpu } from '../../../shared/contract/device';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { openGpu, type OpenGpu } from '../../machine/gpu/webgpu/open-gpu';
import { acquireRunLock } from '../../machine/trainers/lock';
import type { UnitJob } from '../../machine/trainers/trainer-launcher';
import { removeParts } from '../../runs/list-parts';
import { crashReason } from '../../runs/store';
import { readRecord, sealRecord } from '../../runs/record';
import { openWorkspace } from '../../storage/workspace';
import { removeCheckpoint } from '../fit/checkpoint';
import { waitsForData } from '../../runs/opened';
import { completeOpened } from './complete-opened';
import { completeRecord } from './complete-record';
import { isPaused, pauseRecord } from './pause-record';
import { fit } from '../fit/fit';
import { storeInFolder } from '../fit/fit-store';
import { timed } from '../fit/timed-parts';
import { createGuard } from './guard';
import { removeBestModel } from '../fit/best-model';
import { fitInputOf, openRunContext } from './run-context';

/**
 * Trains the run in `runFolder`, from its beginning or its last checkpoint. Its record says how it ended: finished, stopped, or crashed with the
 * reason. A run that came without its data, and has it now, gets its lists instead.
 * @param unit how far to train, if the run is a unit's
 * @param stop a stop request to this process, besides the one in the folder
 * @throws ShelfwiseError `busy` if another trainer works on it; whatever made it crash, once that is in the record
 */
export async function trainRun(
  workspaceFolder: string,
  runFolder: string,
  unit?: UnitJob,
  stop?: AbortSignal,
): Promise<RunRecord> {
  const lock = await acquireRunLock(runFolder);
  let gpu: OpenGpu | null = null;
  try {
    const record = await readRecord(runFolder);
    if (record.status !== 'running' && (await waitsForData(runFolder))) {
      await completeOpened(await openWorkspace(workspaceFolder), runFolder, record);
      return record;
    }
    if (record.status !== 'running')
      throw new ShelfwiseError(
        'usage',
        say('run.not-waiting', { run: record.runId, status: say(`status.${record.status}`) }),
      );
    const started = performance.now();
    const secondsSoFar = (): number => record.seconds + (performance.now() - started) / 1000;
    try {
      const workspace = await openWorkspace(workspaceFolder);
      const open = (gpu = await gpuOf(record));
      const context = await timed('reading', () => openRunContext(workspace, runFolder, record, open));
      // Up to the model, a fit is the same as one to the end.
      const input = { ...fitInputOf(context), until: unit?.until === 'model' ? undefined : unit?.until };
      const fitted = await fit(input, storeInFolder(runFolder), createGuard(runFolder, lock, stop));
      const completed = await (isPaused(fitted, unit)
        ? pauseRecord(context, fitted)
        : completeRecord(context, fitted, unit?.until));
      // Checked again: while the lists are made, another trainer may have replaced a frozen one.
      await lock.assertOurs();
      const sealed = await sealRecord(runFolder, {
        ...completed,
        seconds: secondsSoFar(),
        peakMemory: Math.max(record.peakMemory ?? 0, process.resourceUsage().maxRSS * 1024),
      });
      if (sealed.status === 'finished')
        await Promise.all([removeCheckpoint(runFolder), removeBestModel(runFolder), removeParts(runFolder)]);
      return sealed;
    } catch (thrown) {
      const error = toShelfwiseError(thrown);
      // If the record cannot be written either (a full disk), only the error tells the process that started this trainer.
      if (!lock.lost.aborted)
        await recordCrash(runFolder, { ...record, seconds: secondsSoFar() }, error).catch(() => undefined);
      throw error;
    }
  } finally {
    gpu?.close();
    await lock.release();
  }
}

/** The GPU of a run must be the one that it began on, so that no part of its bits comes from another. */
async function gpuOf(record: RunRecord): Promise<OpenGpu | null> {
  const { deviceChoice } = record;
  if (record.recipe['numeric.device'] !== 'gpu') return null;
  const open = await openGpu();
  const [began, now] = [deviceChoice?.gpu, open.gpu];
  if (began === undefined || isDeepStrictEqual(began, now)) return open;
  open.close();
  const toldAs = ({ name, driver, libraries }: Gpu): string => `${name}, ${driver}, webgpu ${libraries['webgpu']}`;
  throw new ShelfwiseError('usage', say('gpu.another', { began: toldAs(began), now: toldAs(now) }));
}

async function recordCrash(runFolder: string, record: RunRecord, error: ShelfwiseError): Promise<void> {
  await sealRecord(runFolder, {
    ...record,
    status: 'crashed',
    reason: crashReason(record.runId, error),
    finishedAt: new Date().toISOString(),
  });
}
