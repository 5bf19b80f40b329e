/** Limits of aims. */

export const MOST_DAYS_APART = 365;
/** A list whose genres are unlike the history lies at most so far from it: all of it in genres that were never watched (SMOOTHED). */
export const MOST_DIVERGENCE = 5;
/** The part of the history that is mixed into the list, so that a genre which the list lacks costs much and not infinitely much (Steck 2018, section 3). */
export const SMOOTHED = 0.01;
