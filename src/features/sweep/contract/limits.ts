/** Limits of a sweep. */

/** For a sweep: trials, knobs, and values per knob. */
export const MOST_TRIALS = 10_000;
export const MOST_SWEPT_KNOBS = 20;
export const MOST_KNOB_VALUES = 1000;
