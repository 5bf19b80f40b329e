/** Ridge regressions of each title on the others in JavaScript, in double precision. */
import type { SparseRows } from '../../../data/tables';
import { transpose } from '../../baselines/transpose';
import type { Pause } from '../../pause';
import { stepsOfInverse } from './dense';
import type { RegressionSettings } from './linear-kernels';
import { addRow, KeptTitles } from './sparse';

/** Of a number in double precision, four of whose units may be lost. */
const PRECISION = 4 * Number.EPSILON;
/** Titles between two pauses. */
const TITLES = 64;

/** Rows whose products of columns make up the matrix: the histories for one of titles, or turned for one of profiles where they are fewer. */
export function smallerSide(histories: SparseRows): { of: 'titles' | 'profiles'; rows: SparseRows } {
  const of = histories.rows < histories.columns ? 'profiles' : 'titles';
  return { of, rows: of === 'profiles' ? transpose(histories) : histories };
}

/**
 * The least ridge that numbers of this precision tell from none beside X'X. No eigenvalue of that exceeds the sum of a row, and what rounding
 * loses of the greatest is as large as the ridge would be.
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

export async function titleRegression(
  histories: SparseRows,
  { ridge, count }: RegressionSettings,
  pause: Pause,
): Promise<SparseRows | null> {
  const { of, rows } = smallerSide(histories);
  if (ridge < leastRidge(rows, PRECISION)) return null;
  const size = rows.columns;
  const steps = stepsOfInverse(ridgeMatrix(rows, ridge), size);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await pause(step.value * 0.9);
  if (step.value === null) return null;
  const inverse = mirrored(step.value, size);
  const fill = of === 'titles' ? columnOfTitles(inverse, size) : columnOfProfiles(inverse, histories);
  const titles = histories.columns;
  const kept = new KeptTitles(count);
  const column = new Float64Array(titles);
  for (let title = 0; title < titles; title++) {
    if (title % TITLES === 0) await pause(0.9 + (0.1 * title) / titles);
    fill(column, title);
    column[title] = 0;
    kept.keep(column);
  }
  return kept.rows(titles);
}

/** X'X + ridge I: the lower triangle. */
function ridgeMatrix({ rows, columns, offsets, indices, values }: SparseRows, ridge: number): Float64Array {
  const matrix = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++)
    for (let first = offsets[row]!; first < offsets[row + 1]!; first++)
      for (let second = offsets[row]!; second <= first; second++)
        matrix[indices[first]! * columns + indices[second]!]! += values[first]! * values[second]!;
  for (let at = 0; at < columns; at++) matrix[at * columns + at]! += ridge;
  return matrix;
}

/** The inverse as a whole, from minus its lower triangle; in place. */
function mirrored(negative: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++)
      negative[column * size + row] = negative[row * size + column] = -negative[row * size + column]!;
  return negative;
}

type FillColumn = (column: Float64Array, title: number) => void;

/** B_ij = -P_ij / P_jj (Steck 2019, eq. 8). */
const columnOfTitles =
  (inverse: Float64Array, size: number): FillColumn =>
  (column, title) => {
    const own = inverse.subarray(title * size, (title + 1) * size);
    own.forEach((value, other) => (column[other] = -value / own[title]!));
  };

/** B_ij = H_ij / (1 - H_jj) with H = X'QX for the inverse Q over profiles: the same by Woodbury's identity. */
function columnOfProfiles(inverse: Float64Array, histories: SparseRows): FillColumn {
  const watchers = transpose(histories);
  const profiles = histories.rows;
  const reached = new Float64Array(profiles);
  return (column, title) => {
    reached.fill(0);
    for (let at = watchers.offsets[title]!; at < watchers.offsets[title + 1]!; at++) {
      const own = watchers.indices[at]! * profiles;
      for (let profile = 0; profile < profiles; profile++)
        reached[profile]! += watchers.values[at]! * inverse[own + profile]!;
    }
    column.fill(0);
    reached.forEach((value, profile) => addRow(histories, profile, value, column));
    const rest = 1 - column[title]!;
    for (let other = 0; other < column.length; other++) column[other]! /= rest;
  };
}
