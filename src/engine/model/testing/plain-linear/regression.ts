/** Ridge regressions of each title on the others in JavaScript, in double precision. */
import type { SparseRows } from '../../../data/tables';
import type { Pause } from '../../pause';
import { transpose } from '../../baselines/transpose';
import { stepsOfInverse } from './dense';
import type { RegressionSettings } from '../../kernels/linear/linear-kernels';
import { greatestLinks, halfOf, type LinkedTitles, LinkWriter, SIZES, sizeOf } from '../../kernels/linear/links';
import { leastRidge, smallerSide } from '../../kernels/linear/ridge';
import { addRow } from './sparse';

/** Precision of a number in double precision, of which four units may be lost. */
const PRECISION = 4 * Number.EPSILON;
/** Titles between two pauses. */
const TITLES = 64;

/** `LinearKernels.titleRegression` in double precision (Steck 2019, section 3.1). */
export async function titleRegression(
  histories: SparseRows,
  { ridge, most }: RegressionSettings,
  pause: Pause,
): Promise<LinkedTitles | null> {
  const { of, rows } = smallerSide(histories);
  if (ridge < leastRidge(rows, PRECISION)) return null;
  const size = rows.columns;
  const steps = stepsOfInverse(ridgeMatrix(rows, ridge), size);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await pause(step.value * 0.8);
  if (step.value === null) return null;
  const inverse = mirrored(step.value, size);
  const fill = of === 'titles' ? rowOfTitles(inverse, size) : rowOfProfiles(inverse, histories);
  const titles = histories.columns;
  const row = new Float64Array(titles);
  const found = {
    titles,
    atATime: TITLES,
    count(from: number, to: number): Float64Array {
      const counts = new Float64Array(SIZES);
      for (let title = from; title < to; title++) {
        fill(row, title);
        row[title] = 0;
        for (const link of row) counts[sizeOf(halfOf(link))]!++;
      }
      return counts;
    },
    find: (from: number, to: number, least: number): LinkedTitles => linksBetween(fill, row, from, to, least),
  };
  return greatestLinks(found, most, (share) => pause(0.8 + 0.2 * share));
}

/** @param row one number per title: working space */
function linksBetween(fill: FillRow, row: Float64Array, from: number, to: number, least: number): LinkedTitles {
  const offsets = new Int32Array(to - from + 1);
  const multipliers = new Float32Array(to - from);
  const writer = new LinkWriter();
  for (let title = from; title < to; title++) {
    multipliers[title - from] = 1 / fill(row, title);
    row[title] = 0;
    writer.startTitle();
    for (let other = 0; other < row.length; other++) {
      const half = halfOf(row[other]!);
      if (sizeOf(half) >= least) writer.add(other, half);
    }
    offsets[title - from + 1] = writer.length;
  }
  return { offsets, links: writer.links(), multipliers };
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

/**
 * Fills in the links of a title with each title, and returns the share of it that the others do not explain: the weight of i for j is their link
 * over the share of j.
 */
type FillRow = (row: Float64Array, title: number) => number;

/** B_ij = -P_ij / P_jj (Steck 2019, eq. 8). */
const rowOfTitles =
  (inverse: Float64Array, size: number): FillRow =>
  (row, title) => {
    const own = inverse.subarray(title * size, (title + 1) * size);
    own.forEach((value, other) => (row[other] = -value));
    return own[title]!;
  };

/** B_ij = H_ij / (1 - H_jj) with H = X'QX for the inverse Q over profiles: the same by Woodbury's identity. */
function rowOfProfiles(inverse: Float64Array, histories: SparseRows): FillRow {
  const watchers = transpose(histories);
  const profiles = histories.rows;
  const reached = new Float64Array(profiles);
  return (row, title) => {
    reached.fill(0);
    for (let at = watchers.offsets[title]!; at < watchers.offsets[title + 1]!; at++) {
      const own = watchers.indices[at]! * profiles;
      for (let profile = 0; profile < profiles; profile++)
        reached[profile]! += watchers.values[at]! * inverse[own + profile]!;
    }
    row.fill(0);
    reached.forEach((value, profile) => addRow(histories, profile, value, row));
    return 1 - row[title]!;
  };
}
