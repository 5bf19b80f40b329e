/** Limits of answers about changed lists. */

export const MOST_CHANGED_TITLES = 50;
export const MOST_CHANGED_LISTS = 100;
/** Titles named for one list on each side. */
export const MOST_TITLES_NAMED = 3;
