/**
 * How unlike the values of an attribute, such as genres, are in a list and in a history: calibration after Steck (2018), Calibrated recommendations,
 * RecSys, section 3. A title with several values counts for each of them in equal parts; titles without a value count for nothing.
 */
import type { TitleGroups } from '../../../engine/data/display/title-groups';
import { SMOOTHED } from '../contract/limits';

/** The share of each value among titles, which sum to 1; null where no title has a value. @param columns of the titles */
export function valueShares(groups: TitleGroups, columns: ArrayLike<number>): Float64Array | null {
  const shares = new Float64Array(groups.labels.length);
  let titles = 0;
  for (let at = 0; at < columns.length; at++) {
    const values = groups.of(columns[at]!);
    // The code after the last label stands for none.
    if (values[0] === groups.labels.length) continue;
    titles++;
    for (const value of values) shares[value]! += 1 / values.length;
  }
  return titles === 0 ? null : shares.map((sum) => sum / titles);
}

/** Kullback-Leibler divergence of the shares of a list from those of a history, in nats, which is 0 for equal ones (equation 6). */
export function divergence(list: Float64Array | null, history: Float64Array): number {
  let sum = 0;
  for (const [value, wanted] of history.entries()) {
    if (wanted <= 0) continue;
    const there = list?.[value] ?? 0;
    sum += wanted * Math.log(wanted / ((1 - SMOOTHED) * there + SMOOTHED * wanted));
  }
  // Sums of thirds may fall a little below.
  return Math.max(0, sum);
}
