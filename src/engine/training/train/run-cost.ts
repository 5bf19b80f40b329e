/** The work of a whole run, stage by stage, from the shape of its data and its recipe. model/costs.ts has the cost of each model. */
import type { CompanionName } from '../../../shared/recipe/companion-names';
import { companionsOf, possibleCompanions } from '../../../shared/recipe/companions';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import { STORED_PLACES } from '../../../shared/limits';
import { costOf, type DataSize } from '../../model/costs';
import { NO_SECONDS, ofAllThreads, ofOneThread, plus, times, type CoreSeconds } from '../../model/core-seconds';
import {
  MOST_JUDGED,
  MOST_MIXED,
  MOST_OF_FEW_TITLES,
  MOST_VALIDATED,
  mostScored,
  onWindow,
  RANDOM_PART,
  SHOWN,
  standInFor,
  STARTS,
  STRENGTHS,
} from '../fit/choosing';
import { trialsOf } from '../fit/choose-companions';
import { profilesToTry } from '../fit/companion-work';

interface RunSize extends DataSize {
  readonly hasTimes: boolean;
}

/** Nanoseconds of a core: to start, and to read and place an event. */
const BEGINNING = 0.6e9;
const READING = 1800;
/** To mix a title's score with that of another model. */
const MIXING = 3;
/** To make one model's score of a title ready for all mixtures. */
const READY = 4;
/** To make the list of one of many mixtures: of the titles that are first by a score, and for each title that the trend makes examine. */
const MIXTURE = 1500;
const MIXTURE_WITH_TREND = 0.6;
/** To judge that list. */
const JUDGING = 500;
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
  const candidates = candidatesFor(size, recipe);
  const beside = (part: DataSize): CoreSeconds =>
    ofCompanions(size, recipe, (model) => costOf(part, recipe, model).fit);
  const validated = Math.min(MOST_VALIDATED, size.profiles);
  const scored = Math.min(mostScored(recipe, size.profiles), validated);
  const own = times(members, costOf(size, recipe).score);
  const searched = Math.min(recipe['stopping.epochs'], epochs + recipe['stopping.patience']);
  const weighed = chooses && recipe['mixture.weights'] !== 'fixed';
  const together = byTime && recipe['mixture.weights'] === 'windows';
  return plus(
    chooses ? plus(epochsOn(chosen, searched), times(searched * scored, own)) : NO_SECONDS,
    weighed && !together && candidates.length > 0
      ? plus(
          ...candidates.map((model) => costOf(toTry(chosen, recipe, model), recipe, model).fit),
          times(judgings(size.profiles), plus(own, judging(size, recipe, candidates, [0]))),
        )
      : NO_SECONDS,
    weighed && byTime && (together || recipe['mixture.trend'])
      ? windowsCost(measured, recipe, together ? candidates : [])
      : NO_SECONDS,
    epochsOn(measured, epochs),
    beside(measured),
    recipe['stopping.refit'] ? plus(epochsOn(final, epochs), beside(final)) : NO_SECONDS,
  );
}

/** Scores a profile with its whole mixture. */
function scoring(size: DataSize, recipe: Recipe): CoreSeconds {
  const members = MODEL_ROWS[recipe.model].byEpochs ? recipe['mixture.members'] : 1;
  return plus(
    times(members, costOf(size, recipe).score),
    recipe['mixture.peers'] > 0 ? mixing(MIXING, size.items) : NO_SECONDS,
    ofCompanions(size, recipe, (model) => plus(costOf(size, recipe, model).score, mixing(MIXING, size.items))),
  );
}

/** Our kernels use several threads. */
const mixing = (rate: number, scores: number): CoreSeconds => ofAllThreads(rate * scores);

/** How often a profile of the validation part is scored: with its whole history, and with few titles of it. */
const judgings = (profiles: number): number =>
  Math.min(MOST_MIXED, profiles) + SHOWN.length * Math.min(MOST_OF_FEW_TITLES, profiles);

/** Scores a profile with each candidate, and judges its list by each mixture. */
function judging(
  size: DataSize,
  recipe: Recipe,
  candidates: readonly CompanionName[],
  strengths: readonly number[],
): CoreSeconds {
  const trials = trialsOf(strengths, candidates, recipe);
  const scores = candidates.map((model) => costOf(size, recipe, model).score);
  return plus(
    ...scores,
    mixing(
      READY * (1 + candidates.length) + (strengths.length > 1 ? MIXTURE_WITH_TREND * trials.length : 0),
      size.items,
    ),
    ofAllThreads(MIXTURE * trials.length),
    ofOneThread(JUDGING * trials.length),
  );
}

/** Fits a linear model, and the companions to choose from, on each window, and judges its profiles. */
function windowsCost(measured: DataSize, recipe: Recipe, candidates: readonly CompanionName[]): CoreSeconds {
  const onOne = onWindow(recipe, measured.items);
  const standIn = standInFor(measured.profiles, measured.items);
  const fits = [
    costOf(measured, onOne, standIn).fit,
    ...candidates.map((model) => costOf(toTry(measured, onOne, model, STARTS.length), onOne, model).fit),
  ];
  const profiles = Math.min(MOST_JUDGED, measured.profiles * TESTED_BY_TIME);
  const strengths = recipe['mixture.trend'] ? STRENGTHS : [0];
  const judged = plus(costOf(measured, onOne, standIn).score, judging(measured, onOne, candidates, strengths));
  return times(STARTS.length, plus(...fits, times(profiles, judged)));
}

/** The part of the data that a candidate is tried on. */
function toTry(size: DataSize, recipe: Recipe, model: CompanionName, windows = 1): DataSize {
  const profiles = profilesToTry(size, recipe, model, windows);
  return { ...size, profiles, interactions: (size.interactions * profiles) / size.profiles };
}

/** Those that the data is not too large for. */
export const candidatesFor = (size: DataSize, recipe: Recipe): CompanionName[] =>
  possibleCompanions(recipe).filter((model) => costOf(size, recipe, model).isTooLarge !== true);

/** The cost of the companions that the recipe names, and the mean cost of the others for each place that the data may fill. */
function ofCompanions(size: DataSize, recipe: Recipe, costOfOne: (model: CompanionName) => CoreSeconds): CoreSeconds {
  const { named, open } = companionsOf(recipe);
  const candidates = candidatesFor(size, recipe);
  const others = candidates.filter((model) => !named.includes(model));
  const places = Math.min(open, others.length);
  return plus(
    ...candidates.filter((model) => named.includes(model)).map(costOfOne),
    ...(places === 0 ? [] : [times(places / others.length, plus(...others.map(costOfOne)))]),
  );
}

/** The data that each stage trains on: the earlier stages exclude what is held out. */
function partsOf(size: DataSize, recipe: Recipe): Record<'chosen' | 'measured' | 'final', DataSize> {
  const kept = 1 - recipe['stopping.share'];
  const part = (share: number): DataSize => ({ ...size, interactions: size.interactions * share });
  return { chosen: part(kept * (1 - RANDOM_PART * recipe['stopping.share'])), measured: part(kept), final: size };
}
