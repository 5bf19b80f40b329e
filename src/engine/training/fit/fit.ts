/** The only way to fit a model, shared by a run, a row of the leaderboard and a sweep. */
import { ShelfwiseError } from '../../../shared/errors';
import { possibleCompanions } from '../../../shared/recipe/companions';
import type { ModelName } from '../../../shared/recipe/models';
import type { Sentence } from '../../../shared/words/sentence';
import { isOnDisk } from '../../data/histories';
import { refuseManyPairs } from '../../data/sizes';
import { baselineOfRecipe } from '../../model/models';
import { fitAutoencoder } from './fit-autoencoder';
import { fitBaseline } from './fit-baseline';
import type { BetweenSteps, FitInput, FittedRun, LeftOut } from './fit-input';
import type { FitStore } from './fit-store';
import { choosesOnWindows } from './mixture';

/**
 * Leaves out companions for which the data is too large.
 * @throws ShelfwiseError `too-large` before any computation, if the model itself is too large; anything but a stop or a divergence, which end in a
 * FittedRun
 */
export async function fit(input: FitInput, store: FitStore, betweenSteps: BetweenSteps): Promise<FittedRun> {
  const baseline = baselineOfRecipe(input.recipe);
  if (baseline !== null) {
    const refusal = refusalOf(input.recipe.model, input);
    if (refusal !== null) throw new ShelfwiseError('too-large', refusal);
    refusePairs(input);
    return fitBaseline(baseline, input, betweenSteps);
  }
  const leftOut = companionsLeftOut(input);
  const companions = possibleCompanions(input.recipe).filter((name) => leftOut.every(({ model }) => model !== name));
  if (companions.length > 0 || choosesOnWindows(input.recipe, input.train)) refusePairs(input);
  return { ...(await fitAutoencoder({ ...input, companions }, store, betweenSteps)), leftOut };
}

/**
 * All models but the autoencoder hold all pairs at once. If the pairs do not fit, the run ends: leaving a companion out because of this computer
 * would give another model on another computer.
 */
function refusePairs({ train, all }: FitInput): void {
  const { histories } = all ?? train;
  if (isOnDisk(histories)) refuseManyPairs(histories.indices.length);
}

function companionsLeftOut(input: FitInput): LeftOut[] {
  return possibleCompanions(input.recipe).flatMap((model) => {
    const why = refusalOf(model, input);
    return why === null ? [] : [{ model, why }];
  });
}

/** A model has to be possible on all the data that it will be fitted on. */
function refusalOf(model: ModelName, { recipe, train, all, kernels }: FitInput): Sentence | null {
  const baseline = baselineOfRecipe({ ...recipe, model });
  for (const data of [train, all]) {
    const refusal = data === null ? null : (baseline?.refusal?.(data.histories, kernels) ?? null);
    if (refusal !== null) return refusal;
  }
  return null;
}
