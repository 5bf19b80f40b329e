/** Cuts the validation part, on which the epochs are chosen, from the training data, and measures a model on it. */
import type { Metrics } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import type { Conditions } from '../../data/conditions';
import { rowsWithEntries, selectRows } from '../../data/histories';
import { trainingPart } from '../../data/selection';
import type { Histories, TrainingData } from '../../data/tables';
import { evaluate } from '../../model/evaluate/evaluate';
import { splitEvents } from '../../model/evaluate/split';
import type { Kernels } from '../../model/kernels/kernels';
import { restoreRecommender } from '../../model/models';
import type { RandomStream, RandomStreams } from '../../model/random';
import { MOST_MIXED, mostScored, MOST_VALIDATED, RANDOM_PART } from './choosing';
import type { NamedTensors, Recommender } from '../../model/recommender';

/** Fewer profiles say nothing about the number of epochs. */
const LEAST_PROFILES = 10;

export interface Validation {
  /** The data to train on while choosing. */
  readonly fit: TrainingData;
  /** profiles x items; only rows of validation profiles hold targets. */
  readonly targets: Histories;
  /** The targets of some of these profiles, which are scored after each epoch. */
  readonly scored: Histories;
  /** Those of more profiles, by which companions are chosen. */
  readonly mixed: Histories;
}

/**
 * Cuts a validation part by the recipe's protocol; at random if the split by time leaves too few profiles to judge by.
 * @returns null if the data is too small for either
 */
export async function cutValidation(
  train: TrainingData,
  recipe: Recipe,
  random: RandomStreams,
): Promise<Validation | null> {
  const shape = { profiles: train.profiles.ids.length, items: train.items.ids.length };
  const wanted = recipe['stopping.validation'] === 'random' ? 'random' : recipe['stopping.split'];
  for (const protocol of new Set([wanted, 'random' as const])) {
    const split = await splitEvents(train.events, shape, {
      protocol,
      share: recipe['stopping.share'] * (protocol === 'random' ? RANDOM_PART : 1),
      random: random.stream('split/validation'),
      histories: train.histories,
    });
    const targets = limitProfiles(split.targets, MOST_VALIDATED, random.stream('validation/profiles'));
    if (rowsWithEntries(targets).length < LEAST_PROFILES) continue;
    const fit = await trainingPart(train, split.train, recipe['data.counting']);
    const most = mostScored(recipe, rowsWithEntries(fit.histories).length);
    return {
      fit,
      targets,
      scored: limitProfiles(targets, most, random.stream('validation/epochs')),
      mixed: limitProfiles(split.targets, MOST_MIXED, random.stream('validation/companions')),
    };
  }
  return null;
}

/** The error for a recipe or data set that leaves nothing to validate on before the hold-out is used. */
export const noValidation = (): ShelfwiseError => new ShelfwiseError('usage', say('unit.no-validation'));

/** Measures a model on the validation part. */
export function validateTensors(
  tensors: NamedTensors,
  { kernels, recipe, conditions, validation }: ValidatedInput,
): Metrics {
  const sizes = { items: validation.fit.items.ids.length, conditions: conditions.width };
  const recommender = restoreRecommender(recipe, tensors, kernels, sizes);
  try {
    return validate(recommender, validation, conditions);
  } finally {
    recommender.dispose();
  }
}

interface ValidatedInput {
  readonly kernels: Kernels;
  readonly recipe: Recipe;
  readonly conditions: Conditions;
  readonly validation: Validation;
}

export function validate(recommender: Recommender, validation: Validation, conditions: Conditions): Metrics {
  return evaluate({
    recommender,
    histories: validation.fit.histories,
    conditions: conditions.values,
    conditionWidth: conditions.width,
    targets: validation.targets,
    excludeWatched: true,
  }).metrics;
}

/** The targets of `most` profiles, drawn at random; of all if there are no more. */
export function limitProfiles(targets: Histories, most: number, random: RandomStream): Histories {
  const all = rowsWithEntries(targets);
  if (all.length <= most) return targets;
  const kept = new Set(random.shuffle(all).slice(0, most));
  // Rows keep their positions; dropped ones become empty.
  const offsets = new Int32Array(targets.rows + 1);
  for (let row = 0; row < targets.rows; row++)
    offsets[row + 1] = offsets[row]! + (kept.has(row) ? targets.offsets[row + 1]! - targets.offsets[row]! : 0);
  const part = selectRows(
    targets,
    [...kept].sort((left, right) => left - right),
  );
  return { ...part, rows: targets.rows, offsets };
}
