/** Fits a model in memory, for the leaderboard: the same stages as a run, without its folder. */
import { encodeConditions } from '../data/conditions';
import type { FitModel, FittedModel } from '../evaluate/leaderboard';
import type { Kernels } from '../model/kernels/kernels';
import { baselineOf } from '../model/models';
import { RandomStreams } from '../model/random';
import { restoreRecommender } from '../model/restore';
import type { NamedTensors } from '../model/recommender';
import { chooseMixture, fixedMixture, mixed } from './mixture';
import { trainStage, type StageHooks } from './train-stage';
import { cutValidation } from './validation';

/** @param betweenSteps is awaited between two steps; it may throw to break off */
export function createFitModel(kernels: Kernels, betweenSteps: () => Promise<void>): FitModel {
  return async (recipe, data, seed): Promise<FittedModel> => {
    const conditions = encodeConditions(data.profiles);
    const random = new RandomStreams(seed);
    const fitted = { conditions: conditions.values, conditionWidth: conditions.width };
    const baseline = baselineOf(recipe.model, recipe.version);
    if (baseline !== null)
      return { ...fitted, recommender: baseline.fit(data, recipe, random, kernels), epochs: 0, mixture: null };

    const hooks: StageHooks = { onEpoch: async () => undefined, betweenSteps };
    const shared = { kernels, recipe, random, conditions };
    const validation = recipe['stopping.rule'] === 'validation' ? cutValidation(data, recipe, random) : null;
    let epochs = recipe['stopping.epochs'];
    let mixture = fixedMixture(recipe);
    if (validation !== null) {
      let best: NamedTensors = {};
      const keepBest: StageHooks = {
        ...hooks,
        onEpoch: async (_report, _position, isBest, training) => {
          if (isBest) best = training.weights();
        },
      };
      const choosing = { ...shared, stage: 'choose' as const, histories: validation.fit.histories, epochs, validation };
      ({ epochs } = await trainStage(choosing, keepBest));
      mixture = chooseMixture(best, data, { ...shared, validation });
    }
    const measuring = { ...shared, stage: 'measure' as const, histories: data.histories, epochs, validation: null };
    const { weights } = await trainStage(measuring, hooks);
    const tensors = mixed(weights, mixture, { ...shared, data });
    const sizes = { items: data.items.ids.length, conditions: conditions.width };
    return { ...fitted, recommender: restoreRecommender(recipe, tensors, kernels, sizes), epochs, mixture };
  };
}
