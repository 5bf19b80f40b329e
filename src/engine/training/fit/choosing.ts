/** The sizes of choosing the epochs and the mixture, apart from the code that does it, so that its cost is known without TensorFlow.js. */
import type { BaselineName } from '../../../shared/recipe/models';
import { factorsFor } from '../../model/costs';
import type { Recipe } from '../../../shared/recipe/table';

/** Most validation profiles: more cost more time per epoch than they add certainty. If there are more, this many are drawn. */
export const MOST_VALIDATED = 2048;

/**
 * Most validation profiles to choose companions by: two of them may differ by a hundredth of the score, which fewer
 * profiles do not tell from chance.
 */
export const MOST_MIXED = 8192;

/** Numbers of titles to show of each profile; its score is the mean over them, because which title is shown matters much. */
export const SHOWN = [1, 3, 5];

/** Most profiles of whom few titles are shown: each is scored once per number of SHOWN. */
export const MOST_OF_FEW_TITLES = 1024;

/**
 * A random validation part takes this share of what a random hold-out takes: what is chosen on it is for models that are
 * fitted on more, and some models gain more by that than others (docs/decisions/0061).
 */
export const RANDOM_PART = 0.5;

/** Fewer profiles say too little about an epoch. */
const LEAST_SCORED = 256;

/**
 * Number of validation profiles to score after each epoch. Scoring one costs a third to four tenths of training on one (one of the three products
 * with all titles, then a list), so a quarter of the profiles costs a tenth of an epoch.
 * @param trained number of trained profiles
 */
export const mostScored = (recipe: Recipe, trained: number): number =>
  recipe['stopping.scored'] === 'all'
    ? MOST_VALIDATED
    : Math.min(MOST_VALIDATED, Math.max(LEAST_SCORED, Math.ceil(trained / 4)));

/**
 * Strengths of the trend to try. The first, without companions, is taken unless another mixture is better beyond chance: recency matters to most
 * services, and windows may be small.
 */
export const STRENGTHS = [1, 0, 0.5, 1.5];
/** Shares that are tried are multiples of one over this. */
export const SHARE_PARTS = 5;
/**
 * Standard errors by which a mixture with another companion has to be better. On a validation part one is enough: a companion
 * gains more in the model that makes the lists, which is fitted on more, and of level shares the least is taken
 * (bench/quality/mixture.md). On windows some three hundred mixtures are tried, beside a stand-in, on profiles that are few
 * where the data is small.
 */
export const SURE = { validation: 1, windows: 3.3 } as const;
/**
 * Fraction taken of the shares that do best beside the stand-in: the autoencoder is better than the stand-in, so it leaves less to companions
 * (docs/decisions/0017).
 */
export const TAKEN_OF_SHARES = 0.5;
/** Windows in time: train on this fraction of the events, and hold out the next WINDOW of them. */
export const STARTS = [0.6, 0.7, 0.8];
export const WINDOW = 0.2;

/** Profiles of each window to judge mixtures by: over all windows, as many as validate. */
export const MOST_JUDGED = Math.ceil(MOST_VALIDATED / STARTS.length);

/**
 * Factors and passes of ALS that suffice to tell how much it helps: models fitted on a window are discarded, and the work grows with the square of
 * the factors.
 */
const MOST_FACTORS = 128;
const MOST_PASSES = 4;

/** The recipe for models on windows. A recipe that sets the number of ALS factors keeps it. */
export function onWindow(recipe: Recipe, titles: number): Recipe {
  if (recipe['als.factors'] !== 0) return recipe;
  return {
    ...recipe,
    'als.factors': Math.min(factorsFor(titles), MOST_FACTORS),
    'als.passes': Math.min(recipe['als.passes'], MOST_PASSES),
  };
}

/** EASE takes about a second up to this many profiles or titles, whichever are fewer; beyond it the filter stands in, which costs almost nothing. */
const MOST_BY_EASE = 3000;

/** The linear model that stands in for the autoencoder on windows in time. */
export const standInFor = (profiles: number, titles: number): BaselineName =>
  Math.min(profiles, titles) <= MOST_BY_EASE ? 'ease' : 'filter';
