/** Limits of answers about changed lists. */

export const MOST_CHANGED_TITLES = 50;
export const MOST_CHANGED_LISTS = 100;
