/** Fits a model in memory, for the leaderboard and for sweeps: like a run, but without a folder, and sharing what fits have in common. */
import { encodeConditions } from '../../data/conditions';
import type { FitModel } from '../../model/evaluate/measure-models';
import type { Kernels } from '../../model/kernels/kernels';
import { RandomStreams } from '../../model/random';
import { fit } from './fit';
import type { BetweenSteps } from './fit-input';
import { storeInMemory } from './fit-store';
import { sharedFits } from './shared-fits';
import { steeredRecommender } from './steered-recommender';

/** @param betweenSteps awaited between two steps; may throw to break off */
export function createFitModel(kernels: Kernels, betweenSteps: BetweenSteps): FitModel {
  const sharing = sharedFits();
  return async (recipe, train, seed) => {
    const before = sharing.spared;
    const conditions = encodeConditions(train.profiles);
    const input = { kernels, recipe, random: new RandomStreams(seed), conditions, train, all: null, sharing };
    const { measured, brokenOff } = await fit(input, storeInMemory(), betweenSteps);
    if (brokenOff !== null) throw brokenOff;
    const { tensors, epoch: epochs, mixture } = measured!;
    return {
      recommender: await steeredRecommender(
        { ...input, owner: { seed, profiles: train.profiles.ids } },
        { tensors, histories: train.histories },
      ),
      conditions: conditions.values,
      conditionWidth: conditions.width,
      epochs,
      mixture,
      spared: sharing.spared - before,
    };
  };
}
