/** Ages of events are told in days. */
export const SECONDS_A_DAY = 86_400;
