/** Limits of an export. */

/** Parts in which a run's lists may be made. */
export const MOST_LIST_PARTS = 10_000;
/** Titles without viewings named beside the first lines of an export. */
export const MOST_NEW_SHOWN = 50;
