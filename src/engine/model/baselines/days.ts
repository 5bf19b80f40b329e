/** Seconds per day: ages of events are in days. */
export const SECONDS_A_DAY = 86_400;
