/** What a ridge regression of each title on the others needs to know before it is computed. */
import type { SparseRows } from '../../../data/tables';
import { transpose } from '../../baselines/transpose';

/**
 * The sparse rows whose product X'X is the smaller matrix: the histories for one of titles, or, with fewer profiles than titles, their transpose for
 * one of profiles.
 */
export function smallerSide(histories: SparseRows): { of: 'titles' | 'profiles'; rows: SparseRows } {
  const of = histories.rows < histories.columns ? 'profiles' : 'titles';
  return { of, rows: of === 'profiles' ? transpose(histories) : histories };
}

/**
 * The least ridge that numbers of this precision can tell from none beside X'X. No eigenvalue of X'X exceeds its largest row sum, and the rounding
 * error of that is as large as this ridge.
 */
export function leastRidge({ rows, columns, offsets, indices, values }: SparseRows, precision: number): number {
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) sum += values[at]!;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) sums[indices[at]!]! += values[at]! * sum;
  }
  return precision * sums.reduce((most, sum) => Math.max(most, sum), 0);
}
