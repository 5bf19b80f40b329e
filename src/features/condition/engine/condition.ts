/** Measures what the attributes of profiles are worth to the model of a run, and keeps it with the run. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { Progress } from '../../../shared/contract/progress';
import type { RunRecord } from '../../../shared/contract/run';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { toShelfwiseError } from '../../../shared/errors';
import { ATTRIBUTE_VARIANTS } from '../../../shared/values/attribute-variants';
import { listDatasets, openSnapshot } from '../../../engine/data/snapshot';
import { computingEnvironment } from '../../../engine/machine/environment/computing';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { findRun, listRuns } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { estimateRun } from '../../../engine/training/train/estimate';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { FOLDS, KNOWN } from '../../../engine/training/fit/cold';
import { inNobodysWay } from '../../../engine/training/units/in-nobodys-way';
import { type Condition, CONDITION_WORK, type MeasuredCondition, type NoCondition } from '../contract/condition';
import { changeCondition, type KeptCondition, readCondition, type Trial } from './condition-file';
import { heldOutRecipe } from './try-variant';
import { knownRow, worthOf } from './worth';

/** Profiles that are held out, if the data has so many: enough that a difference of a few hundredths is no chance. */
const HELD_OUT = 300;

type Asked = Pick<Trial, 'variant' | 'fold'>;

/** Of small data, whose profiles are few and whose trainings are short, more parts are held out, one after the other. */
function trialsOf({ profiles }: Pick<Dataset, 'profiles'>): Asked[] {
  const folds = Math.min(FOLDS, Math.ceil((FOLDS * HELD_OUT) / Math.max(1, profiles)));
  return Array.from({ length: folds }, (_, fold) => ATTRIBUTE_VARIANTS.map((variant) => ({ variant, fold }))).flat();
}

/** @throws ShelfwiseError `not-found` for an unknown run, `newer-version` */
export async function conditionOf(workspace: Workspace, wanted: string): Promise<Condition> {
  const { record, folder } = await findRun(workspace, wanted);
  return told(workspace, record, await readCondition(folder));
}

/** Of the runs of a data set, those that were measured. */
export async function conditionsOf(workspace: Workspace, data: string): Promise<Condition[]> {
  const runs = (await listRuns(workspace)).filter(({ dataset }) => dataset.fingerprint === data);
  const all = await Promise.all(
    runs.map(async (record) => {
      // A damaged record of one run says nothing of the others.
      const kept = await readCondition(runFolder(workspace, record.runId)).catch(() => null);
      return kept?.measured == null ? [] : [await told(workspace, record, kept)];
    }),
  );
  return all.flat();
}

/** The record of a run that has its figures, without what measuring would take. */
async function told(workspace: Workspace, record: RunRecord, kept: KeptCondition): Promise<Condition> {
  const { name } = withMarks(record, await readMarks(workspace));
  const { measured } = kept;
  const whose = { runId: record.runId, name };
  if (measured !== null)
    return { ...whose, reason: null, measured: { ...measured, worth: worthOf(measured.rows) }, left: null };
  const dataset = await datasetOf(workspace, record);
  const reason = reasonOf(record, dataset);
  if (reason !== null) return { ...whose, reason, measured: null, left: null };
  const trainings = missing(trialsOf(dataset!), kept).length;
  const [runs, datasets] = await Promise.all([listRuns(workspace), listDatasets(workspace)]);
  const { low, high } = estimateRun(dataset!, heldOutRecipe(record.recipe), runs, datasets).seconds;
  return {
    ...whose,
    reason: null,
    measured: null,
    left: { trainings, seconds: { low: trainings * low, high: trainings * high } },
  };
}

function reasonOf(record: RunRecord, dataset: Dataset | null): NoCondition | null {
  if (record.status !== 'finished') return 'unfinished';
  const { recipe } = record;
  if (recipe.model !== 'dae' || recipe['structure.condition'] === 'none') return 'not-read';
  if (dataset === null) return 'no-data';
  // Of an attribute that is missing for every profile, the data has no category.
  if (dataset.profileAttributes.every(({ kind, categories }) => kind !== 'numeric' && categories.length === 0))
    return 'no-attributes';
  return dataset.profiles < FEWEST_IN_GROUP ? 'too-few' : null;
}

async function datasetOf(workspace: Workspace, { dataset }: RunRecord): Promise<Dataset | null> {
  try {
    return (await openSnapshot(workspace, dataset.fingerprint)).dataset;
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'not-found') return null;
    throw thrown;
  }
}

const missing = (asked: readonly Asked[], { trials }: Pick<KeptCondition, 'trials'>): Asked[] =>
  asked.filter((one) => !trials.some((trial) => isSame(one, trial)));

const isSame = (one: Asked, other: Asked): boolean => one.variant === other.variant && one.fold === other.fold;

/**
 * Each training is kept as soon as it is judged, and not done again: the same request goes on.
 * @throws ShelfwiseError `stopped` on abort, `bad-data` where too few profiles have enough titles; as training does
 */
export async function measureCondition(
  { workspace, launcher }: TrainingHost,
  { runId: wanted }: { readonly runId: string },
  { onProgress, signal }: { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<Condition> {
  const { record, folder } = await findRun(workspace, wanted);
  const { runId } = record;
  const kept = await readCondition(folder);
  const dataset = await datasetOf(workspace, record);
  if (kept.measured !== null || reasonOf(record, dataset) !== null) return told(workspace, record, kept);
  const asked = trialsOf(dataset!);
  const left = missing(asked, kept);
  for (const [index, { variant, fold }] of left.entries()) {
    const before = asked.length - left.length + index;
    const waits = (): void => onProgress({ phase: 'waits', detail: '', done: before, total: asked.length });
    const scores = await inNobodysWay(workspace, { runId: null, onProgress: waits, signal }, (stop) =>
      launcher.ask(CONDITION_WORK, {
        workspaceFolder: workspace.folder,
        request: { runId, variant, fold },
        environment: computingEnvironment(),
        onProgress: ({ phase, detail, done }) =>
          onProgress({ phase, detail, done: before + done, total: asked.length }),
        signal: stop,
      }),
    );
    const trial: Trial = { variant, fold, scores };
    await changeCondition(folder, ({ trials, measured }) => ({
      measured,
      trials: [...trials.filter((other) => !isSame(other, trial)), trial],
    }));
  }
  const found = await changeCondition(folder, ({ trials, measured }) => ({
    trials: [],
    measured: measured ?? measuredBy(asked, trials),
  }));
  return told(workspace, record, found);
}

function measuredBy(asked: readonly Asked[], trials: readonly Trial[]): MeasuredCondition {
  const folds = [...new Set(asked.map(({ fold }) => fold))];
  const scoresOf = (variant: Trial['variant'], at: number): number[] =>
    folds.flatMap((fold) => trials.find((trial) => isSame(trial, { variant, fold }))!.scores[at]!);
  return {
    profiles: scoresOf('with', 0).length,
    trainings: asked.length,
    measuredAt: new Date().toISOString(),
    rows: KNOWN.map((known, at) =>
      knownRow(known, {
        with: scoresOf('with', at),
        without: scoresOf('without', at),
        shuffled: scoresOf('shuffled', at),
      }),
    ),
  };
}
