/** Limits of answers about the audience of titles. */

/** Titles, profiles and values of an attribute that are named. */
export const MOST_TITLES_SHOWN = 50;
export const MOST_RECEIVERS = 50;
export const MOST_AUDIENCE_VALUES = 40;
/** Profiles whose scores are taken apart. */
export const WHY_SAMPLE = 60;
/** Watched titles among the parts of the mean score. */
export const MOST_WHY_TITLES = 10;
/** Series that are open in the grid of titles at once. */
export const MOST_OPEN_SERIES = 1000;
