/** How much is looked at to choose the epochs and the mixture; apart from the code that does it, so that its cost is known without TensorFlow. */
import type { BaselineName } from '../../../shared/recipe/models';
import { factorsFor } from '../../model/costs';
import type { Recipe } from '../../../shared/recipe/table';

/** More validation profiles than this cost more time per epoch than they add certainty; then this many are drawn. */
export const MOST_VALIDATED = 2048;

/** Fewer say too little of an epoch. */
const LEAST_SCORED = 256;

/**
 * Validation profiles that are scored after each epoch. To score one costs a third to four tenths of what it costs to train on one (one of the
 * three products with all titles, then a list), so a quarter of the profiles costs a tenth of an epoch.
 * @param trained profiles that are trained on
 */
export const mostScored = (recipe: Recipe, trained: number): number =>
  recipe['stopping.scored'] === 'all'
    ? MOST_VALIDATED
    : Math.min(MOST_VALIDATED, Math.max(LEAST_SCORED, Math.ceil(trained / 4)));

/** Strengths of the trend. The first one, without companions, is taken unless another mixture is better beyond chance: recency matters to most services, and windows may be small. */
export const STRENGTHS = [1, 0, 0.5, 1.5];
/** Shares that are tried on windows are whole parts of 1, so many. */
export const SHARE_PARTS = 5;
/** Standard errors by which a mixture with companions has to be better: 99.9 %, as some sixty are tried. */
export const SURE_OF_MANY = 3.3;
/** Of the shares that do best beside the stand-in: the autoencoder is better than it, so it leaves less to companions (docs/decisions/0017). */
export const TAKEN_OF_SHARES = 0.5;
/** What all companions together may have. */
export const mostShared = ({ version }: Recipe): number => (version < 3 ? 0.6 : 0.8);

/**
 * Every way to give so many companions whole parts whose sum is not above the limit; smaller ones first.
 * @param parts that make up 1
 */
export function sharesUpTo(most: number, companions: number, parts: number): number[][] {
  const countsUpTo = (limit: number, places: number): number[][] =>
    places === 0
      ? [[]]
      : Array.from({ length: limit + 1 }, (_, count) => count).flatMap((count) =>
          countsUpTo(limit - count, places - 1).map((others) => [count, ...others]),
        );
  return countsUpTo(Math.round(most * parts), companions).map((counts) => counts.map((count) => count / parts));
}

/** Windows in time: train up to so much of the events, with the next WINDOW of them held out. */
export const STARTS = [0.6, 0.7, 0.8];
export const WINDOW = 0.2;

/** Profiles of each window that mixtures are judged by: as many in all as validate. Recipes before version 3 take all that there are. */
export const mostJudged = ({ version }: Recipe): number =>
  version < 3 ? Infinity : Math.ceil(MOST_VALIDATED / STARTS.length);

/** Factors and passes of ALS that tell how much it helps: what is fitted on a window is not kept, and its work grows with the square of the factors. */
const MOST_FACTORS = 128;
const MOST_PASSES = 4;

/** What models on windows are fitted by. Recipes that say how many factors ALS has fit it as it is fitted elsewhere. */
export function onWindow(recipe: Recipe, titles: number): Recipe {
  if (recipe['als.factors'] !== 0) return recipe;
  return {
    ...recipe,
    'als.factors': Math.min(factorsFor(titles), MOST_FACTORS),
    'als.passes': Math.min(recipe['als.passes'], MOST_PASSES),
  };
}

/** EASE, which is a matter of a second up to this many profiles or titles, whichever are fewer; then the filter, which has next to no cost. */
const MOST_BY_EASE = 3000;

/** The linear model that stands in for the autoencoder on windows in time. */
export const standInFor = ({ version }: Recipe, profiles: number, titles: number): BaselineName =>
  version < 3 || Math.min(profiles, titles) <= MOST_BY_EASE ? 'ease' : 'filter';
