/**
 * The work of fitting a companion beside that of the epochs: what it has to earn, and on how many profiles it is tried.
 * The counts decide which companions a run has, so they are part of the recipe's version: model/costs.ts, which estimates
 * seconds, may be measured anew, and these may not change.
 */
import type { CompanionName } from '../../../shared/recipe/companion-names';
import type { Recipe } from '../../../shared/recipe/table';
import { selectRows, wholeRows } from '../../data/histories';
import type { TrainingData, WholeTrainingData } from '../../data/tables';
import { CHEBYSHEV_VECTORS, factorsFor } from '../../model/costs';
import type { RandomStreams } from '../../model/random';

/** The share of the score that companions must add if fitting them is as much work as the epochs. */
const GAIN_FOR_EPOCHS = 0.01;
/** Epochs that a run usually takes. */
const EPOCHS = 40;
/** Most work of fitting a companion to try it, as a share of that of the epochs; windows share it. */
const MOST_TO_TRY = 0.15;
/** Fewer profiles say too little about a companion. */
const LEAST_PROFILES = 1000;

interface Size {
  readonly profiles: number;
  readonly items: number;
  readonly interactions: number;
}

/** In multiplications of a product of matrices; an access to memory in no order counts as thirty. */
const WORK: Record<CompanionName, (size: Size, recipe: Recipe) => number> = {
  als: ({ profiles, items }, recipe) => {
    const factors = recipe['als.factors'] || factorsFor(items);
    return 6 * recipe['als.passes'] * (profiles + items) * factors * factors;
  },
  ease: ({ profiles, items }) => {
    const inverted = Math.min(profiles, items);
    return 0.5 * inverted * inverted * inverted + 500 * items * items;
  },
  filter: ({ items, interactions }, recipe) => 30 * interactions + vectorsWork(items, recipe),
  'item-knn': ({ profiles, items, interactions }) =>
    30 * ((3 * interactions * interactions) / Math.max(1, profiles) + items * items),
};

/** Of the singular vectors of a filter whose form weighs each: products with all titles, and their small matrices in JavaScript. */
function vectorsWork(items: number, recipe: Recipe): number {
  if (recipe['filter.form'] === 'plain') return 0;
  const width = Math.min(CHEBYSHEV_VECTORS, items);
  return 12 * items * width * width + 200 * width * width * width;
}

const epochsWork = ({ profiles, items }: Size, recipe: Recipe): number =>
  3 * EPOCHS * recipe['mixture.members'] * recipe['structure.width'] * profiles * items;

const sizeOf = ({ histories: { rows, columns, offsets } }: Pick<TrainingData, 'histories'>): Size => ({
  profiles: rows,
  items: columns,
  interactions: offsets[rows]!,
});

/** For each companion, the share of the score that it has to add: next to nothing for those that are little work. */
export function leastGains(
  recipe: Recipe,
  data: Pick<TrainingData, 'histories'>,
  companions: readonly CompanionName[],
): number[] {
  const size = sizeOf(data);
  return companions.map((model) => (GAIN_FOR_EPOCHS * WORK[model](size, recipe)) / epochsWork(size, recipe));
}

/** The number of profiles to fit a companion on to try it: all, or half as often as its work is too much. */
export function profilesToTry(size: Size, recipe: Recipe, model: CompanionName, windows = 1): number {
  const most = (MOST_TO_TRY / windows) * epochsWork(size, recipe);
  let part = size;
  while (WORK[model](part, recipe) > most && part.profiles >= 2 * LEAST_PROFILES)
    part = { ...part, profiles: Math.ceil(part.profiles / 2), interactions: Math.ceil(part.interactions / 2) };
  return part.profiles;
}

/**
 * What a companion is fitted on to try it: all profiles, or some drawn at random where all are too much work.
 * @param windows number of times that it is fitted for one choice
 */
export function dataToTry(
  data: TrainingData,
  recipe: Recipe,
  model: CompanionName,
  random: RandomStreams,
  windows = 1,
): WholeTrainingData {
  const { rows } = data.histories;
  const most = profilesToTry(sizeOf(data), recipe, model, windows);
  if (most >= rows) return { ...data, histories: wholeRows(data.histories) };
  const drawn = random.stream(`companions/${model}`).shuffle(Int32Array.from({ length: rows }, (_, row) => row));
  return { ...data, histories: selectRows(data.histories, drawn.slice(0, most).sort()) };
}
