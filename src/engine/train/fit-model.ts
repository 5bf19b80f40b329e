/** Fits a model in memory, for the leaderboard: the same stages as a run, without its folder. */
import { encodeConditions } from '../data/conditions';
import type { FitModel, FittedModel } from '../evaluate/leaderboard';
import type { Kernels } from '../model/kernels/kernels';
import { baselineOf } from '../model/models';
import { RandomStreams } from '../model/random';
import { restoreRecommender } from '../model/restore';
import { trainStage, type StageHooks } from './train-stage';
import { cutValidation } from './validation';

/** @param betweenSteps is awaited between two steps; it may throw to break off */
export function createFitModel(kernels: Kernels, betweenSteps: () => Promise<void>): FitModel {
  return async (recipe, data, seed): Promise<FittedModel> => {
    const conditions = encodeConditions(data.profiles);
    const random = new RandomStreams(seed);
    const fitted = { conditions: conditions.values, conditionWidth: conditions.width };
    const baseline = baselineOf(recipe.model);
    if (baseline !== null) return { ...fitted, recommender: baseline.fit(data, recipe, random), epochs: 0 };

    const hooks: StageHooks = { onEpoch: async () => undefined, betweenSteps };
    const shared = { kernels, recipe, random, conditions };
    const shape = { profiles: data.profiles.ids.length, items: data.items.ids.length };
    const validation =
      recipe['stopping.rule'] === 'validation' ? cutValidation(data.interactions, shape, recipe, random) : null;
    let epochs = recipe['stopping.epochs'];
    if (validation !== null) {
      const choosing = { ...shared, stage: 'choose' as const, histories: validation.fitHistories, epochs, validation };
      ({ epochs } = await trainStage(choosing, hooks));
    }
    const measuring = { ...shared, stage: 'measure' as const, histories: data.histories, epochs, validation: null };
    const { weights } = await trainStage(measuring, hooks);
    return { ...fitted, recommender: restoreRecommender(recipe, weights, kernels), epochs };
  };
}
