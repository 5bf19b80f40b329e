/** All that a run works on, read from its record and snapshot: the same record and snapshot give the same context. */
import type { Gpu } from '../../../shared/contract/device';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import type { Recipe } from '../../../shared/recipe/table';
import { say } from '../../../shared/words/sentence';
import { encodeConditions, type Conditions } from '../../data/conditions';
import { selectTrainingData, trainingPart } from '../../data/selection';
import { openSnapshot, REPAIR, verifyFiles } from '../../data/snapshot';
import type { Snapshot } from '../../data/snapshot-tables';
import type { TrainingData } from '../../data/tables';
import { splitForTest, type Split } from '../../model/evaluate/split';
import type { OpenGpu } from '../../machine/gpu/webgpu/open-gpu';
import { loadBackendFor, type Backend } from '../../model/backend';
import type { Accelerator } from '../../model/dae/dae-training';
import { webGpuAccelerator } from '../../model/dae/webgpu/webgpu-training';
import { RandomStreams } from '../../model/random';
import type { Workspace } from '../../storage/workspace';
import type { FitInput } from '../fit/fit-input';
import { NOT_SHARED } from '../fit/shared-fits';

export interface RunContext {
  readonly folder: string;
  readonly record: RunRecord;
  readonly recipe: Recipe;
  /** `gpu` is set if a GPU trains the autoencoder. */
  readonly backend: Backend & { readonly gpu?: Gpu };
  /** Trains the autoencoder instead of the backend's kernels, and makes lists beside them; null if the kernels do both. */
  readonly accelerator: Accelerator | null;
  readonly random: RandomStreams;
  readonly data: TrainingData;
  readonly conditions: Conditions;
  /** The hold-out that the metrics are measured on. */
  readonly split: Split;
  /** The data without the hold-out. */
  readonly train: TrainingData;
}

/** @param gpu trains the autoencoder; null: the backend does */
export async function openRunContext(
  workspace: Workspace,
  folder: string,
  record: RunRecord,
  gpu: OpenGpu | null = null,
): Promise<RunContext> {
  const recipe = record.recipe;
  const backend = await loadBackendFor(recipe);
  const snapshot = await openSnapshot(workspace, record.dataset.fingerprint);
  await refuseDamaged(snapshot);
  const data = await selectTrainingData(snapshot, recipe);
  const random = new RandomStreams(record.seed);
  const split = await splitForTest(data, recipe, record.seed);
  return {
    folder,
    record,
    recipe,
    backend: gpu === null ? backend : { ...backend, gpu: gpu.gpu },
    accelerator: gpu && webGpuAccelerator(gpu),
    random,
    data,
    conditions: encodeConditions(data.profiles),
    split,
    train: await trainingPart(data, split.train, recipe['data.counting']),
  };
}

export const fitInputOf = ({
  backend,
  accelerator,
  recipe,
  random,
  conditions,
  train,
  data,
}: RunContext): FitInput => ({
  kernels: backend.kernels,
  accelerator,
  recipe,
  random,
  conditions,
  train,
  all: data,
  sharing: NOT_SHARED,
});

/** A model trained on damaged files would carry the fingerprint of intact ones. Hashing the files costs less than reading them. */
async function refuseDamaged(snapshot: Snapshot): Promise<void> {
  const problems = await verifyFiles(snapshot);
  if (problems.length > 0) throw new ShelfwiseError('bad-data', [...problems, REPAIR, say('snapshot.then-resume')]);
}
