/** Trains a run's recipe without a part of the profiles, with its attributes, without them or with shuffled ones, in a trainer process, and judges it by that part. */
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError } from '../../../shared/errors';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import type { Recipe } from '../../../shared/recipe/table';
import { say } from '../../../shared/words/sentence';
import { rowsWithEntries } from '../../../engine/data/histories';
import { selectTrainingData } from '../../../engine/data/selection';
import { openSnapshot } from '../../../engine/data/snapshot';
import { loadBackendFor } from '../../../engine/model/backend';
import { profilesAs } from '../../../engine/model/evaluate/attribute-variants';
import { splitForTest } from '../../../engine/model/evaluate/split';
import { findRun } from '../../../engine/runs/store';
import { openWorkspace } from '../../../engine/storage/workspace';
import { coldScores, foldsOf } from '../../../engine/training/fit/cold';
import { createFitModel } from '../../../engine/training/fit/fit-model';
import type { TrialRequest } from '../contract/condition';

/**
 * Profiles are held out from all times, so that what was watched lately says nothing about them; and a processor trains, so that the figures are the same
 * on every computer.
 */
export const heldOutRecipe = (recipe: Recipe): Recipe => ({
  ...recipe,
  'stopping.split': 'random',
  'stopping.refit': false,
  'numeric.device': 'cpu',
});

/** @throws ShelfwiseError `bad-data` if too few profiles have enough titles */
export async function tryVariant(
  workspaceFolder: string,
  { runId, variant, fold }: TrialRequest,
  onProgress: (progress: Progress) => void,
): Promise<number[][]> {
  const workspace = await openWorkspace(workspaceFolder);
  const { record } = await findRun(workspace, runId);
  const recipe = heldOutRecipe(record.recipe);
  const { kernels } = await loadBackendFor(recipe);
  const snapshot = await openSnapshot(workspace, record.dataset.fingerprint);
  const data = await selectTrainingData(snapshot, recipe);
  const split = await splitForTest(data, recipe, record.seed);
  if (rowsWithEntries(split.targets).length < FEWEST_IN_GROUP)
    throw new ShelfwiseError('bad-data', say('condition.too-few', { fewest: FEWEST_IN_GROUP }));
  const folds = foldsOf(data.profiles.ids.length);
  const fit = createFitModel(kernels, async (stage, fraction) => {
    onProgress({ phase: 'condition', detail: '', done: (fraction + (stage === 'choose' ? 0 : 1)) / 2, total: 1 });
    await setImmediate();
  });
  const scores = await coldScores({
    data: { ...data, profiles: profilesAs(variant, data.profiles, record.seed) },
    events: data.events,
    split,
    isCold: (profile) => folds[profile] === fold,
    recipe,
    seed: record.seed,
    fit,
  });
  return scores.map((own) => Array.from(own));
}
