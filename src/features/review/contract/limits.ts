/** Limits of checks. */

/** A curator's own checks per data set. */
export const MOST_OWN_CHECKS = 50;

/** Lists that are decided about in one step. */
export const MOST_DECIDED_AT_ONCE = 10_000;
