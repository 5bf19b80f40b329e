/**
 * What is mixed into the autoencoder's scores beside itself: a trend part, which says the same to everyone, and a companion model.
 * How much of each is a matter of the data at hand, so it is chosen on the validation part (or fixed by the recipe).
 */
import type { Metrics, Mixture } from '../../shared/contract';
import type { Recipe } from '../../shared/recipe/table';
import type { Conditions } from '../data/conditions';
import type { TrainingData } from '../data/tables';
import { chooseTrend, trendBesideModel } from './trend-strength';
import { TREND } from '../model/dae/structure';
import type { Kernels } from '../model/kernels/kernels';
import { baselineOf } from '../model/baselines/baselines';
import { COMPANION_PREFIX, COMPANION_SHARE } from '../model/dae/autoencoder';
import { restoreRecommender } from '../model/models';
import type { RandomStreams } from '../model/random';
import type { NamedTensors } from '../model/recommender';
import { validate, type Validation } from './validation';

const COMPANION_SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

export const NOTHING_MIXED: Mixture = { trend: 0, companion: 0 };

/** The weights that the recipe fixes; those that validation chooses are still 0. */
export function fixedMixture(recipe: Recipe): Mixture {
  if (recipe['mixture.weights'] === 'validation') return NOTHING_MIXED;
  return {
    trend: recipe['mixture.trend'] ? recipe['mixture.trendStrength'] : 0,
    companion: recipe['mixture.companion'] === 'none' ? 0 : recipe['mixture.companionShare'],
  };
}

/** The weights with a trend part of this strength; unchanged without one. */
export function withTrend(weights: NamedTensors, strength: number, data: TrainingData, recipe: Recipe): NamedTensors {
  if (strength === 0 || data.interactions.time === null) return weights;
  const scores = trendBesideModel(data, recipe).map((score) => score * strength);
  return { ...weights, [TREND]: { shape: [1, scores.length], values: scores } };
}

/** The whole model: weights, trend part, and a companion that is fitted on the same data. */
export function mixed(
  weights: NamedTensors,
  mixture: Mixture,
  { data, recipe, random, kernels }: { data: TrainingData; recipe: Recipe; random: RandomStreams; kernels: Kernels },
): NamedTensors {
  const own = withTrend(weights, mixture.trend, data, recipe);
  const name = recipe['mixture.companion'];
  if (name === 'none' || mixture.companion === 0) return own;
  const companion = baselineOf(name, recipe.version).fit(data, recipe, random, kernels);
  const theirs = Object.entries(companion.tensors()).map(([key, tensor]) => [`${COMPANION_PREFIX}${key}`, tensor]);
  companion.dispose();
  return { ...own, ...Object.fromEntries(theirs), ...shareTensor(mixture.companion) };
}

const shareTensor = (share: number): NamedTensors => ({
  [COMPANION_SHARE]: { shape: [1], values: Float32Array.of(share) },
});

export interface ChoosingInput {
  readonly kernels: Kernels;
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly conditions: Conditions;
  readonly validation: Validation;
}

/**
 * The strength that does well on windows in time, and the share of the companion with the best score on the validation part.
 * @param weights of the epoch that was chosen
 * @param train what the validation part was cut from
 */
export function chooseMixture(weights: NamedTensors, train: TrainingData, input: ChoosingInput): Mixture {
  const { recipe, validation, random } = input;
  if (recipe['mixture.weights'] === 'fixed') return fixedMixture(recipe);
  const trend = recipe['mixture.trend'] && recipe['stopping.split'] === 'time' ? chooseTrend(train, recipe, random) : 0;
  if (recipe['mixture.companion'] === 'none') return { trend, companion: 0 };
  const whole = mixed(weights, { trend: 0, companion: 1 }, { ...input, data: validation.fit });
  const scores = COMPANION_SHARES.map((share) => validateTensors({ ...whole, ...shareTensor(share) }, input).score);
  return { trend, companion: COMPANION_SHARES[scores.indexOf(Math.max(...scores))]! };
}

/** How the model does on the validation part. */
export function validateTensors(
  tensors: NamedTensors,
  { kernels, recipe, conditions, validation }: ChoosingInput,
): Metrics {
  const sizes = { items: validation.fit.items.ids.length, conditions: conditions.width };
  const recommender = restoreRecommender(recipe, tensors, kernels, sizes);
  try {
    return validate(recommender, validation, conditions);
  } finally {
    recommender.dispose();
  }
}
