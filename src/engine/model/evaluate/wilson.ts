/** How certain a share is that was counted. */

/** Deviations of a normal distribution that hold 95 % of it. */
export const DEVIATIONS_95 = 1.959964;

/**
 * The score interval of Wilson (1927), 95 %: unlike the mean and its deviation it stays within 0 and 1 and has a width at both ends, too
 * (Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion", who recommend it).
 * @param kept how many of `of`, which is at least 1
 */
export function wilsonInterval(kept: number, of: number): { low: number; high: number } {
  const share = kept / of;
  const squared = (DEVIATIONS_95 * DEVIATIONS_95) / of;
  const centre = share + squared / 2;
  const half = DEVIATIONS_95 * Math.sqrt((share * (1 - share)) / of + squared / (4 * of));
  return {
    // At the ends rounding must not leave out the share itself.
    low: kept === 0 ? 0 : (centre - half) / (1 + squared),
    high: kept === of ? 1 : (centre + half) / (1 + squared),
  };
}
