/**
 * Trains a recipe with a seed on a data set. The ID of the run follows from those three, so that it is the same in every workspace and two programs
 * cannot make the run twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';
import type { Progress } from '../../../shared/contract/progress';
import type { TrainUnit } from '../contract/unit';
import type { UnitAnswer, Until } from '../../../shared/contract/unit';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { canonicalRecipe } from '../../../shared/recipe/stored';
import { say } from '../../../shared/words/sentence';
import { sha256 } from '../../../engine/storage/read-files';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { runIdOfUnit } from '../../../engine/runs/record';
import { currentRecord, errorOf } from '../../../engine/runs/store';
import { reachedBy, recordOf } from '../../../engine/runs/reached';
import { broughtRun, isVerifiedHere, trustIn } from '../../../engine/runs/trained-here';
import { largestRun } from '../../../engine/training/train/run-memory';
import { resumeRun, startRun, type TrainingHost } from '../../../engine/training/train/start-run';
import { repeatRun } from '../../../engine/training/train/repeat-run';
import { answerOf, answerOfNone, problemOf, stopped } from '../../../engine/training/units/answers';
import { followOther, followOwn } from './follow-run';
import type { Brought, UnitKind, UnitOptions } from '../../../engine/training/units/unit-kind';
import { openBundle } from '../../bundles/engine/public';
import { verifyRun } from '../../verify/engine/public';
import { whyNotAsked } from './asked-run';

/** @param unit with the whole fingerprint of its data set */
const runIdOf = ({ data, recipe, seed }: TrainUnit): string => runIdOfUnit(data, recipe, seed);

/** Milliseconds between two looks at a run that another program is starting. */
const PAUSE = 100;

async function* trainUnit(
  host: TrainingHost,
  unit: TrainUnit,
  { signal, environment }: UnitOptions,
): AsyncGenerator<Progress, UnitAnswer> {
  const { openSnapshot } = await import('../../../engine/data/snapshot');
  const { dataset } = await openSnapshot(host.workspace, unit.data);
  const runId = runIdOfUnit(dataset.fingerprint, unit.recipe, unit.seed);
  const folder = runFolder(host.workspace, runId);
  const asUnit = { runId, job: { until: unit.until }, environment };
  for (let began = false, followed = false; ;) {
    const record = await recordOf(folder);
    if (record !== null) {
      refuseOther(record, unit, dataset);
      if (record.status === 'running') {
        // The run paused as requested, and another process has resumed it; that one is not stopped.
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
      const reached = await reachedBy(record, folder, { until: unit.until, askedOf: 'here' });
      if (reached === 'beyond')
        return yield* judgedAgain(host, { folder, record, dataset, until: unit.until!, signal });
      if (reached === 'elsewhere' && record.status === 'finished') {
        // Verifying trains it, which the unit asks for anyway.
        const otherwise = yield* verifiedFirst(host, record, signal);
        if (otherwise !== null) return otherwise;
        continue;
      }
      if (reached !== 'elsewhere') {
        if (reached !== null) return answerOf('train', record, { state: 'done', ...reached });
        if (began || record.reason?.code === 'diverged') return await ended(host, record);
      }
    }
    if (signal?.aborted)
      return answerOfNone(
        'train',
        runId,
        { state: 'stopped', problem: stopped() },
        sha256(canonicalRecipe(unit.recipe)),
      );
    try {
      if (record === null) {
        const { recipe, seed, name, parent } = unit;
        const given = { ...(name && { name }), ...(parent && { parent }) };
        await startRun(host, { data: dataset.fingerprint, recipe, seed, ...given }, asUnit);
      } else await resumeRun(host, record, asUnit);
      began = true;
    } catch (thrown) {
      // Another program was faster: follows its run.
      if (toShelfwiseError(thrown).code !== 'busy') throw thrown;
      await sleep(PAUSE);
    }
  }
}

/**
 * The answer that the unit's run already has, without training.
 * @param unit with the whole fingerprint of its data set
 * @returns null if it has to start or continue
 * @throws ShelfwiseError `usage` if the run with that ID is not this unit's
 */
async function trainedAlready(workspace: Workspace, unit: TrainUnit): Promise<UnitAnswer | null> {
  const folder = runFolder(workspace, runIdOf(unit));
  const record = await recordOf(folder);
  if (record === null || record.status === 'running') return null;
  refuseOther(record, unit, { fingerprint: unit.data });
  const reached = await reachedBy(record, folder, { until: unit.until, askedOf: 'cluster' });
  if (reached === 'elsewhere') {
    if (record.status === 'finished') throw await brought(folder, record);
    return null;
  }
  if (record.reason?.code === 'diverged') return diverged(record);
  return reached === null || reached === 'beyond' ? null : answerOf('train', record, { state: 'done', ...reached });
}

/** The run of the unit came in a bundle: it can neither answer nor be replaced by what a cluster brings, until the user decides. */
async function brought(folder: string, { runId }: RunRecord): Promise<ShelfwiseError> {
  const file = (await broughtRun(folder))?.file ?? '–';
  return new ShelfwiseError('usage', say('unit.brought', { run: runId, file }));
}

/**
 * Verifies a finished run that came from elsewhere.
 * @returns null if it is what training gives here; otherwise the answer of the unit, which tells nothing of that run
 */
async function* verifiedFirst(
  { workspace, launcher }: TrainingHost,
  { runId, recipeSha256 }: RunRecord,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, UnitAnswer | null> {
  const folder = runFolder(workspace, runId);
  try {
    const { cause, said = [cause] } = yield* verifyRun({ workspace, launcher, runId, signal });
    if (await isVerifiedHere(folder, await currentRecord(folder))) return null;
    const file = (await broughtRun(folder))?.file ?? '–';
    const error = new ShelfwiseError('different', say('unit.brought-different', { run: runId, file, cause: said }));
    return answerOfNone('train', runId, { state: 'failed', problem: problemOf(error) }, recipeSha256);
  } catch (thrown) {
    if (!signal?.aborted) throw thrown;
    return answerOfNone('train', runId, { state: 'stopped', problem: stopped() }, recipeSha256);
  }
}

/** @throws ShelfwiseError `usage` if the run with that ID is not this unit's */
function refuseOther(
  record: RunRecord,
  { recipe, seed }: TrainUnit,
  { fingerprint }: Pick<Dataset, 'fingerprint'>,
): void {
  const asked = canonicalRecipe(record.recipe);
  if (record.dataset.fingerprint === fingerprint && record.seed === seed && asked === canonicalRecipe(recipe)) return;
  throw new ShelfwiseError('usage', say('unit.other-run', { run: record.runId }));
}

/** For a run that passed its validation score without measuring it: repeats the choosing beside it, and leaves the run as it is. */
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

/** For a run that ended before it reached the requested point. */
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

/** The run comes home as a bundle. One that is finished here, and was asked for an earlier figure of it, stays as it is. */
async function bringHome(from: Brought, unit: TrainUnit): Promise<UnitAnswer> {
  const { workspace, cluster, answer, refused, signal } = from;
  const { openSnapshot } = await import('../../../engine/data/snapshot');
  const { dataset } = await openSnapshot(workspace, unit.data);
  const file = await from.file(Math.ceil(largestRun(dataset, unit.recipe)));
  const { manifestSha256, cause } = await whyNotAsked(from, unit, file);
  if (cause !== null) throw refused(cause);
  const runId = runIdOf(unit);
  const here = await currentRecord(runFolder(workspace, runId)).catch(() => null);
  if (here?.status === 'finished') {
    const folder = runFolder(workspace, runId);
    if ((await trustIn(folder, here, 'cluster')) === 'none') throw await brought(folder, here);
    return answerOf('train', here, { state: 'done', validation: answer.validation });
  }
  await openBundle({ workspace, file, manifestSha256, cluster, signal });
  const taken = await trainedAlready(workspace, unit);
  if (taken === null) throw refused(say('cluster.not-so-far', { run: runId }));
  return taken;
}

export const TRAIN_UNIT: UnitKind<TrainUnit> = {
  work: trainUnit,
  doneAlready: trainedAlready,
  undone: (unit, of) => answerOfNone('train', runIdOf(unit), of),
  bringHome,
  essence: ({ data, recipe, seed, until }) => [data, canonicalRecipe(recipe), seed, until ?? null],
  recipe: ({ recipe }) => recipe,
  shown: (unit) => ({
    model: unit.recipe.model,
    name: unit.name ?? null,
    seed: unit.seed,
    run: runIdOf(unit),
  }),
};
