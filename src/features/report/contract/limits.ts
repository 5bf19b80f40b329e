/** Limits of a report. */

/** Example profiles in a report of a run. */
export const MOST_REPORT_EXAMPLES = 10;
export const DEFAULT_REPORT_EXAMPLES = 3;
