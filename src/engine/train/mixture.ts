/**
 * What is mixed into the autoencoder's scores beside itself: a trend part, which says the same to everyone, and a companion model.
 * How much of each is a matter of the data at hand, so it is chosen on the validation part (or fixed by the recipe).
 */
import type { Metrics, Mixture } from '../../shared/contract';
import type { Recipe } from '../../shared/recipe/table';
import type { Conditions } from '../data/conditions';
import { trendScores } from '../model/baselines/trend';
import { TREND } from '../model/dae/structure';
import type { Kernels } from '../model/kernels/kernels';
import { baselineOf } from '../model/models';
import type { RandomStreams } from '../model/random';
import { COMPANION_PREFIX, COMPANION_SHARE, restoreRecommender } from '../model/restore';
import type { NamedTensors, TrainingData } from '../model/recommender';
import { validate, type Validation } from './validation';

/** What is tried on the validation part; where two do equally well, the earlier. */
const TREND_STRENGTHS = [0, 1, 0.5, 0.75, 1.25, 1.5];
const COMPANION_SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

export const NOTHING_MIXED: Mixture = { trend: 0, companion: 0 };

/** What the recipe fixes; what it leaves to validation is nothing so far. */
export function fixedMixture(recipe: Recipe): Mixture {
  if (recipe['mixture.weights'] === 'validation') return NOTHING_MIXED;
  return {
    trend: recipe['mixture.trend'] ? recipe['mixture.trendStrength'] : 0,
    companion: recipe['mixture.companion'] === 'none' ? 0 : recipe['mixture.companionShare'],
  };
}

/**
 * The strengths of the trend part that each epoch is judged with while the epochs are chosen: an autoencoder that only has to tell
 * what the trend does not may need fewer epochs. A part held out at random has no trend to find.
 */
export function strengthsWhileChoosing(recipe: Recipe, validation: Validation): readonly number[] {
  if (recipe['mixture.weights'] === 'fixed') return [fixedMixture(recipe).trend];
  return recipe['mixture.trend'] && validation.protocol === 'time' ? [0, 1] : [0];
}

/** The weights with the trend part of this strength; the very same without one. */
export function withTrend(weights: NamedTensors, strength: number, data: TrainingData, recipe: Recipe): NamedTensors {
  if (strength === 0 || data.interactions.time === null) return weights;
  const scores = trendScores(data, recipe['trend.days']).map((score) => score * strength);
  return { ...weights, [TREND]: { shape: [1, scores.length], values: scores } };
}

/** The whole model: weights, trend part, and a companion that is fitted on the same data. */
export function mixed(
  weights: NamedTensors,
  mixture: Mixture,
  { data, recipe, random }: { data: TrainingData; recipe: Recipe; random: RandomStreams },
): NamedTensors {
  const own = withTrend(weights, mixture.trend, data, recipe);
  const name = recipe['mixture.companion'];
  if (name === 'none' || mixture.companion === 0) return own;
  const companion = baselineOf(name)!.fit(data, recipe, random);
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

/** The mixture with the best validation score: first the strength of the trend part, then the share of the companion. */
export function chooseMixture(weights: NamedTensors, input: ChoosingInput): Mixture {
  const { recipe, validation } = input;
  if (recipe['mixture.weights'] === 'fixed') return fixedMixture(recipe);
  const isTrendTried = strengthsWhileChoosing(recipe, validation).length > 1;
  const trend = best(isTrendTried ? TREND_STRENGTHS : [0], (strength) =>
    judge(withTrend(weights, strength, validation.fit, recipe), input),
  );
  if (recipe['mixture.companion'] === 'none') return { trend, companion: 0 };
  const whole = mixed(weights, { trend, companion: 1 }, { data: validation.fit, recipe, random: input.random });
  const companion = best(COMPANION_SHARES, (share) => judge({ ...whole, ...shareTensor(share) }, input));
  return { trend, companion };
}

/** How the model does on the validation part. */
export function judge(tensors: NamedTensors, { kernels, recipe, conditions, validation }: ChoosingInput): Metrics {
  const recommender = restoreRecommender(recipe, tensors, kernels);
  try {
    return validate(recommender, validation, conditions);
  } finally {
    recommender.dispose();
  }
}

function best(candidates: readonly number[], metricsOf: (candidate: number) => Metrics): number {
  const scores = candidates.map((candidate) => metricsOf(candidate).score);
  return candidates[scores.indexOf(Math.max(...scores))]!;
}
