/** How much is looked at to choose the epochs and the mixture; apart from the code that does it, so that its cost is known without TensorFlow. */
import type { BaselineName } from '../../shared/recipe/models';
import type { Recipe } from '../../shared/recipe/table';

/** More validation profiles than this cost more time per epoch than they add certainty; then this many are drawn. */
export const MOST_VALIDATED = 2048;

/** Strengths of the trend. The first one is taken unless another is better beyond chance: recency matters to most services, and windows may be small. */
export const STRENGTHS = [1, 0, 0.5, 1.5];
/** Windows in time: train up to so much of the events, with the next WINDOW of them held out. */
export const STARTS = [0.6, 0.7, 0.8];
export const WINDOW = 0.2;

/** Profiles of each window that the trend is judged by: as many in all as validate. Recipes before version 3 take all that there are. */
export const mostJudged = ({ version }: Recipe): number =>
  version < 3 ? Infinity : Math.ceil(MOST_VALIDATED / STARTS.length);

/** EASE, which is a matter of a second up to this many profiles or titles, whichever are fewer; then the filter, which has next to no cost. */
const MOST_BY_EASE = 3000;

/** The linear model that stands in for the autoencoder where the trend is chosen. */
export const standInFor = ({ version }: Recipe, profiles: number, titles: number): BaselineName =>
  version < 3 || Math.min(profiles, titles) <= MOST_BY_EASE ? 'ease' : 'filter';
