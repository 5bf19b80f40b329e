/** The one way to fit a model, shared by a run, a row of the leaderboard and a sweep. */
import { ShelfwiseError } from '../../shared/errors';
import { COMPANION_SLOTS, companionIn } from '../../shared/recipe/companions';
import { baselineOf } from '../model/baselines/baselines';
import { baselineOfRecipe } from '../model/models';
import { fitAutoencoder } from './fit-autoencoder';
import { fitBaseline } from './fit-baseline';
import type { BetweenSteps, FitInput, FittedRun } from './fit-input';
import type { FitStore } from './fit-store';

/** @throws ShelfwiseError `too-large` before anything is computed; others for anything but a stop or a divergence, which end in a FittedRun */
export async function fit(input: FitInput, store: FitStore, betweenSteps: BetweenSteps): Promise<FittedRun> {
  refuseTooLarge(input);
  const baseline = baselineOfRecipe(input.recipe);
  return baseline === null ? fitAutoencoder(input, store, betweenSteps) : fitBaseline(baseline, input, betweenSteps);
}

/** The model and its companions have to be possible on all the data that they are to be fitted on. */
function refuseTooLarge({ recipe, train, all, kernels }: FitInput): void {
  for (const name of [recipe.model, ...COMPANION_SLOTS.map((slot) => companionIn(recipe, slot))])
    for (const data of [train, all]) {
      if (name === null || name === 'dae' || data === null) continue;
      const refusal = baselineOf(name, recipe.version).refusal?.(data.histories, kernels) ?? null;
      if (refusal !== null) throw new ShelfwiseError('too-large', refusal);
    }
}
