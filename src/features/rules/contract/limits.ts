/** Limits of answers about rules. */

/** Profiles shown with the effect of rules, and unmet rules listed. */
export const MOST_RULED_SHOWN = 20;
export const MOST_BROKEN_SHOWN = 1000;
