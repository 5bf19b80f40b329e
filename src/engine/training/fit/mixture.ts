/**
 * What is mixed into the autoencoder's scores: a trend part, the same for all profiles, and up to two companion models. The right amounts depend on
 * the data, so they are chosen on the validation part (or fixed by the recipe).
 */
import type { Mixture } from '../../../shared/contract/run';
import { COMPANION_SLOTS, companionIn, type CompanionSlot } from '../../../shared/recipe/companions';
import type { BaselineName } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import type { Conditions } from '../../data/conditions';
import type { TrainingData } from '../../data/tables';
import { chooseShares } from './choose-shares';
import { MOST_SHARED } from './choosing';
import { type ChosenOnWindows, chooseOnWindows } from './choose-on-windows';
import { peerTensors } from '../../model/dae/peers';
import { TREND } from '../../model/dae/structure';
import type { Kernels } from '../../model/kernels/kernels';
import { baselineOf } from '../../model/baselines/baselines';
import { trendBesideModel } from '../../model/baselines/trend';
import { prefixOf, shareTensorOf } from '../../model/dae/companion';
import { restoreDae } from '../../model/dae/dae-recommender';
import type { Pause } from '../../model/pause';
import type { RandomStreams } from '../../model/random';
import type { NamedTensors, Recommender } from '../../model/recommender';
import type { Validation } from './validation';
import { fitOnce } from './fit-baseline';
import { dependenciesOf, type Sharing } from './shared-fits';
import { timed } from './timed-parts';

export const NOTHING_MIXED: Mixture = { trend: 0, companion: 0, second: 0 };

/** The weights that the recipe fixes; chosen ones are still 0. */
export function fixedMixture(recipe: Recipe): Mixture {
  if (recipe['mixture.weights'] !== 'fixed') return NOTHING_MIXED;
  return {
    trend: recipe['mixture.trend'] ? recipe['mixture.trendStrength'] : 0,
    ...sharesOf((slot) => (companionIn(recipe, slot) === null ? 0 : recipe[slot.share])),
  };
}

const sharesOf = (share: (slot: CompanionSlot) => number) =>
  Object.fromEntries(COMPANION_SLOTS.map((slot) => [slot.key, share(slot)])) as Pick<Mixture, 'companion' | 'second'>;

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
  input: Omit<ChoosingInput, 'validation'> & { data: TrainingData },
): Promise<NamedTensors> {
  const { data, recipe, conditions } = input;
  const whole = { ...(await withTrend(weights, mixture.trend, data, recipe)) };
  if (recipe['structure.condition'] !== 'none')
    Object.assign(whole, peerTensors(data, conditions, recipe['mixture.peers']));
  for (const slot of COMPANION_SLOTS) {
    const name = companionIn(recipe, slot);
    if (name === null || mixture[slot.key] === 0) continue;
    for (const [key, tensor] of Object.entries(await fittedCompanion(name, data, input)))
      whole[`${prefixOf(slot)}${key}`] = tensor;
    whole[shareTensorOf(slot)] = { shape: [1], values: Float32Array.of(mixture[slot.key]) };
  }
  return whole;
}

/** The tensors of a model beside the autoencoder. */
const fittedCompanion = (
  model: BaselineName,
  data: TrainingData,
  { pause, ...input }: Omit<ChoosingInput, 'conditions' | 'validation'>,
): Promise<NamedTensors> => {
  const recipe = { ...input.recipe, model };
  return timed('companions', () => fitOnce(baselineOf(model), { ...input, recipe }, data, pause));
};

interface ChoosingInput {
  readonly kernels: Kernels;
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly conditions: Conditions;
  readonly validation: Validation;
  readonly pause: Pause;
  readonly sharing: Sharing;
}

/**
 * The strength and the shares that do well on windows in time, or the strength from there and the shares with the best score on the validation part.
 * @param weights of the chosen epoch
 * @param train the part that the validation part was cut from
 */
export async function chooseMixture(
  weights: NamedTensors,
  train: TrainingData,
  input: ChoosingInput,
): Promise<Mixture> {
  const { recipe } = input;
  if (recipe['mixture.weights'] === 'fixed') return fixedMixture(recipe);
  const onWindows = choosesOnWindows(recipe, train);
  const together = onWindows && recipe['mixture.weights'] === 'windows';
  const present = together ? slotsOf(recipe) : [];
  const chosen = onWindows ? await chosenOnWindows(train, present, input) : null;
  train.events.letGo();
  const trend = chosen?.strength ?? 0;
  if (together && chosen !== null) return { trend, ...sharesOf((slot) => chosen.shares[present.indexOf(slot)] ?? 0) };
  return { trend, ...(await chooseCompanions(weights, input)) };
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
  slots: readonly CompanionSlot[],
  input: ChoosingInput,
): Promise<ChosenOnWindows | null> => {
  const { recipe, random, sharing } = input;
  const companions = slots.map((slot) => companionIn(recipe, slot)!);
  const name = ['windows', recipe['mixture.trend'], ...companions, dependenciesOf(recipe, random.seed)].join(' ');
  return timed('windows', () => sharing.once(train.events, name, () => chooseOnWindows(train, companions, input)));
};

const slotsOf = (recipe: Recipe): CompanionSlot[] =>
  COMPANION_SLOTS.filter((slot) => companionIn(recipe, slot) !== null);

async function chooseCompanions(
  weights: NamedTensors,
  input: ChoosingInput,
): Promise<Pick<Mixture, 'companion' | 'second'>> {
  const { recipe, validation, conditions, kernels } = input;
  const present = slotsOf(recipe);
  const fitted: Recommender[] = [];
  try {
    for (const slot of present) {
      const name = companionIn(recipe, slot)!;
      const tensors = await fittedCompanion(name, validation.fit, input);
      fitted.push(baselineOf(name).restore(tensors, recipe, kernels));
    }
    if (fitted.length === 0) return sharesOf(() => 0);
    const own = restoreDae(kernels, recipe, weights);
    fitted.push(own);
    const companions = fitted.slice(0, -1);
    const shares = await timed('shares', () =>
      chooseShares(own, companions, { kernels, validation, conditions, most: MOST_SHARED }),
    );
    return sharesOf((slot) => shares[present.indexOf(slot)] ?? 0);
  } finally {
    for (const recommender of fitted) recommender.dispose();
  }
}
