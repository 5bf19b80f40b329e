/**
 * What is mixed into the autoencoder's scores: a trend part, the same for all profiles, and companion models. What helps
 * depends on the data, so it is chosen on data that is held out of the training part (or fixed by the recipe).
 */
import type { Mixture } from '../../../shared/contract/run';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import { fixedShares, sharesFrom } from '../../../shared/recipe/companions';
import type { Recipe } from '../../../shared/recipe/table';
import type { TrainingData } from '../../data/tables';
import { chooseOnValidation } from './choose-on-validation';
import { chooseOnWindows } from './choose-on-windows';
import { peerTensors } from '../../model/dae/peers';
import { TREND } from '../../model/dae/structure';
import { trendBesideModel } from '../../model/baselines/trend';
import { prefixOf, shareTensorOf } from '../../model/dae/companion';
import type { NamedTensors } from '../../model/recommender';
import { type ChoosingInput, fittedCompanion, type MixingInput } from './fitted-companion';
import { dependenciesOf } from './shared-fits';
import { timed } from './timed-parts';

export const NOTHING_MIXED: Mixture = { trend: 0, shares: {} };

/** The weights that the recipe fixes; nothing where they are to be chosen. */
export function fixedMixture({ recipe, companions }: Pick<MixingInput, 'recipe' | 'companions'>): Mixture {
  if (recipe['mixture.weights'] !== 'fixed') return NOTHING_MIXED;
  const shares = fixedShares(recipe);
  return {
    trend: recipe['mixture.trend'] ? recipe['mixture.trendStrength'] : 0,
    shares: sharesFrom(companions, (name) => shares[name] ?? 0),
  };
}

/** The weights with a trend part of this strength; unchanged if it is 0. */
async function withTrend(
  weights: NamedTensors,
  strength: number,
  data: TrainingData,
  recipe: Recipe,
): Promise<NamedTensors> {
  if (strength === 0 || !data.events.hasTimes) return weights;
  const scores = (await trendBesideModel(data, recipe)).map((score) => score * strength);
  data.events.letGo();
  return { ...weights, [TREND]: { shape: [1, scores.length], values: scores } };
}

/** The whole model: weights, trend part, peers, and companions fitted on the same data. */
export async function mixed(
  weights: NamedTensors,
  mixture: Mixture,
  input: MixingInput & { data: TrainingData },
): Promise<NamedTensors> {
  const { data, recipe, conditions } = input;
  const whole = {
    ...(await withTrend(weights, mixture.trend, data, recipe)),
    ...peerTensors(data, conditions, recipe),
  };
  for (const name of input.companions) {
    const share = mixture.shares[name] ?? 0;
    if (share === 0) continue;
    for (const [key, tensor] of Object.entries(await fittedCompanion(name, data, input)))
      whole[`${prefixOf(name)}${key}`] = tensor;
    whole[shareTensorOf(name)] = { shape: [1], values: Float32Array.of(share) };
  }
  return whole;
}

/**
 * Chooses the strength of the trend and the companions with their shares: on windows in time where the recipe asks for it
 * and the hold-out is by time, else the strength there and the companions on the validation part.
 * @param weights of the chosen epoch
 * @param train the part that the validation part was cut from
 */
export async function chooseMixture(
  weights: NamedTensors,
  train: TrainingData,
  input: ChoosingInput,
): Promise<Mixture> {
  const { recipe, companions } = input;
  if (recipe['mixture.weights'] === 'fixed') return fixedMixture(input);
  const onWindows = choosesOnWindows(recipe, train);
  const together = onWindows && recipe['mixture.weights'] === 'windows';
  const chosen = onWindows ? await chosenOnWindows(train, together ? companions : [], input) : null;
  train.events.letGo();
  if (together && chosen !== null) return chosen;
  const trend = chosen?.trend ?? 0;
  if (companions.length === 0) return { ...NOTHING_MIXED, trend };
  return { ...(await chooseOnValidation(weights, input)), trend };
}

/** Whether choosing a mixture fits models on windows in time. */
export const choosesOnWindows = (recipe: Recipe, { events }: TrainingData): boolean =>
  recipe['mixture.weights'] !== 'fixed' &&
  recipe['stopping.rule'] === 'validation' &&
  recipe['stopping.split'] === 'time' &&
  events.hasTimes &&
  (recipe['mixture.weights'] === 'windows' || recipe['mixture.trend']);

/** Computed once for all fits of the same events with the same companions. */
const chosenOnWindows = (
  train: TrainingData,
  companions: readonly CompanionName[],
  input: ChoosingInput,
): Promise<Mixture | null> => {
  const { recipe, random, sharing } = input;
  const wanted = [recipe['mixture.trend'], recipe['mixture.companion'], recipe['mixture.second'], ...companions];
  const name = ['windows', ...wanted, dependenciesOf(recipe, random.seed)].join(' ');
  return timed('windows', () => sharing.once(train.events, name, () => chooseOnWindows(train, companions, input)));
};
