/** Limits of checks. */

/** A curator's own checks per data set. */
export const MOST_OWN_CHECKS = 50;
