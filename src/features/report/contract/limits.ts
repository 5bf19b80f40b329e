/** Limits of a report. */

/** Example profiles in a report of a run. */
export const MOST_REPORT_EXAMPLES = 10;
export const DEFAULT_REPORT_EXAMPLES = 3;

/** Rows of a table about what changed, and so the profiles that it names, at most; the window and --json have more. */
export const ROWS_ON_PAPER = 10;
