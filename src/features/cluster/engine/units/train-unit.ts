/**
 * Trains a recipe with a seed on a data set. What finds the run again is its ID, which follows from those three, so that it is the same in
 * every workspace and two programs cannot make it twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset } from '../../../../shared/contract/dataset';
import type { Epoch, Metrics, RunRecord } from '../../../../shared/contract/run';
import type { Progress } from '../../../../shared/contract/progress';
import type { TrainUnit, UnitAnswer, Until } from '../../../../shared/contract/unit';
import { ifThere, ShelfwiseError, toShelfwiseError } from '../../../../shared/errors';
import { canonicalRecipe } from '../../../../shared/recipe/schema';
import { say } from '../../../../shared/words/sentence';
import { sha256 } from '../../../../engine/storage/read-files';
import { runFolder, type Workspace } from '../../../../engine/storage/workspace';
import { runIdOfUnit } from '../../../../engine/runs/record';
import { currentRecord, errorOf } from '../../../../engine/runs/store';
import { readEpochs } from '../../../../engine/runs/epochs';
import { resumeRun, startRun, type TrainingHost } from '../../../../engine/training/train/start-run';
import { repeatRun } from '../../../verify/engine/repeat';
import { answerOf, problemOf, stopped } from './answers';
import { followOther, followOwn } from './follow';
import type { UnitOptions } from './options';

/** Milliseconds until a run that another program is beginning is looked at again. */
const PAUSE = 100;

export async function* trainUnit(
  host: TrainingHost,
  unit: TrainUnit,
  { signal, environment }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const { openSnapshot } = await import('../../../../engine/data/snapshot');
  const { dataset } = await openSnapshot(host.workspace, unit.data);
  const runId = runIdOfUnit(dataset.fingerprint, unit.recipe, unit.seed);
  const folder = runFolder(host.workspace, runId);
  const asUnit = { runId, job: { until: unit.until }, environment };
  for (let began = false, followed = false; ;) {
    const record = await recordOf(folder);
    if (record !== null) {
      refuseOther(record, unit, dataset);
      if (record.status === 'running') {
        // It paused as it was asked to, and somebody else goes on with it already: it is not theirs to stop.
        if (followed && signal?.aborted) return answerOf('train', record, { state: 'stopped', problem: stopped() });
        followed = true;
        try {
          yield* began ? followOwn(folder, signal) : followOther(folder, signal);
        } catch (thrown) {
          if (!signal?.aborted) throw thrown;
          return answerOf('train', record, { state: 'stopped', problem: stopped() });
        }
        continue;
      }
      const reached = await reachedBy(record, folder, unit.until);
      if (reached === 'beyond')
        return yield* judgedAgain(host, { folder, record, dataset, until: unit.until!, signal });
      if (reached !== null) return answerOf('train', record, { state: 'done', ...reached });
      if (began || record.reason?.code === 'diverged') return await ended(host, record);
    }
    if (signal?.aborted) return answerOfNone(runId, unit);
    try {
      if (record === null) {
        const { recipe, seed, name, parent } = unit;
        const given = { ...(name && { name }), ...(parent && { parent }) };
        await startRun(host, { data: dataset.fingerprint, recipe, seed, ...given }, asUnit);
      } else await resumeRun(host, record, asUnit);
      began = true;
    } catch (thrown) {
      // Another program was quicker: its run is followed.
      if (toShelfwiseError(thrown).code !== 'busy') throw thrown;
      await sleep(PAUSE);
    }
  }
}

/**
 * What the run of a unit says to it already, without training anything.
 * @param unit with the whole fingerprint of its data set
 * @returns null where it has to be begun or to go on
 * @throws ShelfwiseError `usage` where the run of that ID is not this unit's
 */
export async function trainedAlready(workspace: Workspace, unit: TrainUnit): Promise<UnitAnswer | null> {
  const folder = runFolder(workspace, runIdOfUnit(unit.data, unit.recipe, unit.seed));
  const record = await recordOf(folder);
  if (record === null || record.status === 'running') return null;
  refuseOther(record, unit, { fingerprint: unit.data });
  if (record.reason?.code === 'diverged') return diverged(record);
  const reached = await reachedBy(record, folder, unit.until);
  return reached === null || reached === 'beyond' ? null : answerOf('train', record, { state: 'done', ...reached });
}

/** @returns null where nobody has begun the run */
export const recordOf = (folder: string): Promise<RunRecord | null> => ifThere(() => currentRecord(folder));

/** @throws ShelfwiseError `usage` where the run of that ID is not this unit's */
function refuseOther(
  record: RunRecord,
  { recipe, seed }: TrainUnit,
  { fingerprint }: Pick<Dataset, 'fingerprint'>,
): void {
  // The record names the device that was used.
  const device = record.deviceChoice?.asked ?? record.recipe['numeric.device'];
  const asked = canonicalRecipe({ ...record.recipe, 'numeric.device': device });
  if (record.dataset.fingerprint === fingerprint && record.seed === seed && asked === canonicalRecipe(recipe)) return;
  throw new ShelfwiseError('usage', say('unit.other-run', { run: record.runId }));
}

/**
 * What a run that has ended says to a unit that asks for so much of it.
 * @returns null where it has to go on, beyond where it passed the point without having been asked to look at it
 */
export async function reachedBy(
  record: RunRecord,
  folder: string,
  until: Until | undefined,
): Promise<{ validation?: Metrics | null } | 'beyond' | null> {
  if (record.status === 'finished' && (until === undefined || until === 'model')) return {};
  if (until === undefined) return null;
  if (until === 'model') return hasWholeModel(record) ? {} : null;
  const epochs = await readEpochs(folder);
  const isBeyond = record.status === 'finished' || epochs.some(({ stage }) => stage !== 'choose');
  if (until === 'validation') return record.validation !== undefined ? {} : isBeyond ? 'beyond' : null;
  const chosen = epochs.filter(({ stage, epoch }) => stage === 'choose' && epoch <= until.epoch);
  const isThrough = isBeyond || record.stages.some(({ stage }) => stage === 'choose');
  return chosen.length >= until.epoch || (isThrough && chosen.length > 0) ? { validation: bestOf(chosen) } : null;
}

/** Whether the model in the folder is that of the last stage, at its end: a run that was stopped may have one of an earlier moment. */
function hasWholeModel({ recipe, stages, weightsSha256 }: RunRecord): boolean {
  const last = stages.at(-1);
  return last?.stage === (recipe['stopping.refit'] ? 'final' : 'measure') && last.weightsSha256 === weightsSha256;
}

/** The figures of the epoch that choosing would keep. */
function bestOf(epochs: readonly Epoch[]): Metrics | null {
  const judged = epochs.flatMap(({ validation }) => validation ?? []);
  return judged.length === 0 ? null : judged.reduce((best, next) => (next.score > best.score ? next : best));
}

/** Of a run that went past its validation score when nobody asked for it: chosen once more beside it, which leaves the run as it is. */
async function* judgedAgain(
  { workspace, launcher }: TrainingHost,
  of: { folder: string; record: RunRecord; dataset: Dataset; until: Until; signal: AbortSignal | undefined },
): AsyncGenerator<Progress, UnitAnswer> {
  const { record } = of;
  try {
    const again = yield* repeatRun({ workspace, launcher, ...of });
    return answerOf('train', record, { state: 'done', validation: again.record.validation ?? null });
  } catch (thrown) {
    if (!of.signal?.aborted) throw thrown;
    return answerOf('train', record, { state: 'stopped', problem: stopped() });
  }
}

/** Of a run that has ended short of what was asked. */
async function ended({ trainers }: TrainingHost, record: RunRecord): Promise<UnitAnswer> {
  const { status, reason } = record;
  if (status === 'stopped' && reason?.code === 'user')
    return answerOf('train', record, { state: 'stopped', problem: stopped() });
  if (status === 'stopped') return diverged(record);
  const end = reason?.error === undefined ? await trainers.get(record.runId) : undefined;
  const error =
    end === undefined
      ? new ShelfwiseError(reason?.error ?? 'internal', reason?.said ?? reason?.message ?? '')
      : errorOf(end);
  return answerOf('train', record, { state: 'failed', problem: problemOf(error) });
}

function diverged(record: RunRecord): UnitAnswer {
  const error = new ShelfwiseError('diverged', record.reason?.said ?? record.reason?.message ?? '');
  return answerOf('train', record, { state: 'failed', problem: problemOf(error) });
}

/** Of one that was stopped before it began. */
const answerOfNone = (runId: string, { recipe }: TrainUnit): UnitAnswer => ({
  state: 'stopped',
  kind: 'train',
  runId,
  hashes: { recipeSha256: sha256(canonicalRecipe(recipe)), weightsSha256: null, listsSha256: null },
  validation: null,
  metrics: null,
  verification: null,
  file: null,
  problem: stopped(),
});
