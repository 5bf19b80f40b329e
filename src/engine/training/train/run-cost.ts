/** The work of a whole run, stage by stage, from the shape of its data and its recipe. model/costs.ts has the cost of each model. */
import { COMPANION_SLOTS, companionIn } from '../../../shared/recipe/companions';
import { type BaselineName, MODEL_ROWS } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import { STORED_PLACES } from '../../../shared/limits';
import { costOf, type DataSize } from '../../model/costs';
import { NO_SECONDS, ofAllThreads, ofOneThread, plus, times, type CoreSeconds } from '../../model/core-seconds';
import {
  MOST_JUDGED,
  mostScored,
  MOST_SHARED,
  onWindow,
  MOST_VALIDATED,
  SHARE_PARTS,
  sharesUpTo,
  standInFor,
  STARTS,
  STRENGTHS,
} from '../fit/choosing';

interface RunSize extends DataSize {
  readonly hasTimes: boolean;
}

/** Nanoseconds of a core: to start, and to read and place an event. */
const BEGINNING = 0.6e9;
const READING = 1800;
/** To mix a title's score with that of another model, and to try one mixture on windows: by our kernels, and in JavaScript. */
const MIXING = 3;
const MIXTURE = 0.6;
/** To store, hash and judge a place of a list. */
const PLACE = 800;
/** Per byte of weights checked, hashed and copied after each epoch. */
const AFTER_EPOCH = 1.5;
/** Share of the time that checkpoints take. */
const CHECKPOINTS = 0.01;
/** In a hold-out by time: share of profiles that watched something new after the cut. */
const TESTED_BY_TIME = 0.5;

/**
 * @param epochs of the model that makes the lists
 * @returns the work of reading, fitting, testing and making lists
 */
export function runCost(size: RunSize, recipe: Recipe, epochs: number): CoreSeconds {
  const byTime = recipe['stopping.split'] === 'time' && size.hasTimes;
  const tested = size.profiles * (byTime ? TESTED_BY_TIME : 1);
  const listed = tested + size.profiles;
  return plus(
    ofOneThread(BEGINNING + READING * size.interactions),
    MODEL_ROWS[recipe.model].byEpochs ? byEpochs(size, recipe, epochs, byTime) : atOnce(size, recipe),
    times(listed, scoring(size, recipe)),
    ofOneThread(PLACE * STORED_PLACES * size.profiles),
  );
}

function atOnce(size: RunSize, recipe: Recipe): CoreSeconds {
  const { measured, final } = partsOf(size, recipe);
  return plus(costOf(measured, recipe).fit, recipe['stopping.refit'] ? costOf(final, recipe).fit : NO_SECONDS);
}

function byEpochs(size: RunSize, recipe: Recipe, epochs: number, byTime: boolean): CoreSeconds {
  const { chosen, measured, final } = partsOf(size, recipe);
  const members = recipe['mixture.members'];
  const chooses = recipe['stopping.rule'] === 'validation';
  const weights = 2 * size.items * recipe['structure.width'] * members;
  const epochsOn = (part: DataSize, count: number): CoreSeconds =>
    times(
      count * (1 + CHECKPOINTS),
      plus(times(members, costOf(part, recipe).fit), ofOneThread(4 * AFTER_EPOCH * weights)),
    );
  const companions = companionsOf(size, recipe);
  const fitted = (part: DataSize): CoreSeconds => plus(...companions.map((model) => costOf(part, recipe, model).fit));
  const validated = Math.min(MOST_VALIDATED, size.profiles);
  const scored = Math.min(mostScored(recipe, size.profiles), validated);
  const own = times(members, costOf(size, recipe).score);
  const searched = Math.min(recipe['stopping.epochs'], epochs + recipe['stopping.patience']);
  const weighed = chooses && recipe['mixture.weights'] !== 'fixed';
  const together = byTime && recipe['mixture.weights'] === 'windows';
  return plus(
    chooses ? plus(epochsOn(chosen, searched), times(searched * scored, own)) : NO_SECONDS,
    weighed && !together && companions.length > 0
      ? plus(fitted(chosen), times(validated, scoring(size, recipe)))
      : NO_SECONDS,
    weighed && byTime && (together || recipe['mixture.trend'])
      ? windowsCost(measured, recipe, together ? companions : [])
      : NO_SECONDS,
    epochsOn(measured, epochs),
    fitted(measured),
    recipe['stopping.refit'] ? plus(epochsOn(final, epochs), fitted(final)) : NO_SECONDS,
  );
}

/** Scores a profile with its whole mixture. */
function scoring(size: DataSize, recipe: Recipe): CoreSeconds {
  const companions = companionsOf(size, recipe);
  const members = MODEL_ROWS[recipe.model].byEpochs ? recipe['mixture.members'] : 1;
  return plus(
    times(members, costOf(size, recipe).score),
    recipe['mixture.peers'] > 0 ? mixing(MIXING, size.items) : NO_SECONDS,
    ...companions.map((model) => plus(costOf(size, recipe, model).score, mixing(MIXING, size.items))),
  );
}

/** Our kernels use several threads. */
const mixing = (rate: number, scores: number): CoreSeconds => ofAllThreads(rate * scores);

/** Fits a linear model, and the companions to be weighed, on each window, and judges each of its profiles with each mixture. */
function windowsCost(measured: DataSize, recipe: Recipe, companions: readonly BaselineName[]): CoreSeconds {
  const standIn = standInFor(measured.profiles, measured.items);
  const costs = [standIn, ...companions].map((model) => costOf(measured, onWindow(recipe, measured.items), model));
  const profiles = Math.min(MOST_JUDGED, measured.profiles * TESTED_BY_TIME);
  const shares = sharesUpTo(MOST_SHARED, companions.length, SHARE_PARTS);
  const mixtures = (recipe['mixture.trend'] ? STRENGTHS.length : 1) * shares.length;
  const judged = plus(...costs.map(({ score }) => score), mixing(MIXTURE, mixtures * measured.items));
  return times(STARTS.length, plus(...costs.map(({ fit }) => fit), times(profiles, judged)));
}

const companionsOf = (size: DataSize, recipe: Recipe): BaselineName[] =>
  COMPANION_SLOTS.flatMap((slot) => {
    const model = companionIn(recipe, slot);
    return model === null || costOf(size, recipe, model).isTooLarge ? [] : [model];
  });

/** The data that each stage trains on: the earlier stages exclude what is held out. */
function partsOf(size: DataSize, recipe: Recipe): Record<'chosen' | 'measured' | 'final', DataSize> {
  const kept = 1 - recipe['stopping.share'];
  const part = (share: number): DataSize => ({ ...size, interactions: size.interactions * share });
  return { chosen: part(kept * kept), measured: part(kept), final: size };
}
