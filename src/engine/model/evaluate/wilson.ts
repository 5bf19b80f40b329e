/** The uncertainty of a counted share. */

/** Standard deviations of a normal distribution that cover 95 % of it. */
export const DEVIATIONS_95 = 1.959964;

/**
 * The score interval of Wilson (1927), 95 %: unlike mean and deviation, it stays within 0 and 1 and has a width at both ends (recommended by Brown,
 * Cai and DasGupta 2001, "Interval estimation for a binomial proportion").
 * @param kept how many of `of`, which is at least 1
 */
export function wilsonInterval(kept: number, of: number): { low: number; high: number } {
  const share = kept / of;
  const squared = (DEVIATIONS_95 * DEVIATIONS_95) / of;
  const centre = share + squared / 2;
  const half = DEVIATIONS_95 * Math.sqrt((share * (1 - share)) / of + squared / (4 * of));
  return {
    // At the ends rounding must not exclude the share itself.
    low: kept === 0 ? 0 : (centre - half) / (1 + squared),
    high: kept === of ? 1 : (centre + half) / (1 + squared),
  };
}
