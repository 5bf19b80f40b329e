/** The one way to fit a model, shared by a run, a row of the leaderboard and a sweep. */
import { baselineOfRecipe } from '../model/models';
import { fitAutoencoder } from './fit-autoencoder';
import { fitBaseline } from './fit-baseline';
import type { BetweenSteps, FitInput, FittedRun } from './fit-input';
import type { FitStore } from './fit-store';

/** @throws ShelfwiseError for anything but a stop or a divergence, which end in a FittedRun */
export async function fit(input: FitInput, store: FitStore, betweenSteps: BetweenSteps): Promise<FittedRun> {
  const baseline = baselineOfRecipe(input.recipe);
  return baseline === null ? fitAutoencoder(input, store, betweenSteps) : fitBaseline(baseline, input, betweenSteps);
}
