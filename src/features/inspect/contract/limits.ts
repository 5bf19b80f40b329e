/** Limits of lists of one profile and their stability. */

/** Largest number of places in a request. */
export const MOST_PLACES = 1000;
/** Sample size that represents a run if not all profiles are measured. */
export const SAMPLED_PROFILES = 500;
