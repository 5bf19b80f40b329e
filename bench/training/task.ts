/**
 * What every contender of bench/training trains: the same histories, profile features, initial weights and (optionally)
 * batches.
 */
import { encodeConditions, type Conditions } from '../../src/engine/data/conditions';
import { wholeRows } from '../../src/engine/data/histories';
import type { SparseRows } from '../../src/engine/data/tables';
import type { TrainingInput } from '../../src/engine/model/dae/dae-training';
import type { Kernels } from '../../src/engine/model/kernels/kernels';
import { RandomStreams } from '../../src/engine/model/random';
import { completeRecipe } from '../../src/shared/recipe/schema';
import type { Recipe } from '../../src/shared/recipe/table';
import { trainingDataOf } from '../support/folders';
import { TASK } from './knobs';

/** Columns kept of the encoded profile, padded with zeros. */
const FEATURES = 64;
export const STAGE = 'final';

/** @param folder of data, as `folderOf` takes it */
export async function trainingTask(
  folder: string,
  kernels: Kernels,
  knobs: Partial<Recipe>,
): Promise<TrainingInput & { histories: SparseRows }> {
  const data = await trainingDataOf(folder);
  return {
    kernels,
    recipe: completeRecipe({ ...TASK, ...knobs }),
    random: new RandomStreams(1),
    stage: STAGE,
    histories: wholeRows(data.histories),
    conditions: cut(encodeConditions(data.profiles)),
  };
}

function cut({ width, names, values }: Conditions): Conditions {
  const rows = values.length / width;
  const kept = new Float32Array(rows * FEATURES);
  for (let row = 0; row < rows; row++)
    kept.set(values.subarray(row * width, row * width + Math.min(width, FEATURES)), row * FEATURES);
  return { width: FEATURES, names: names.slice(0, FEATURES), values: kept };
}

export const profilesWithHistory = ({ offsets, rows }: SparseRows): Int32Array =>
  Int32Array.from({ length: rows }, (_, row) => row).filter((row) => offsets[row + 1]! > offsets[row]!);
