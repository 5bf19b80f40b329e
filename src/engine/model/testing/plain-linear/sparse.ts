/** Sparse computations from title to title, in JavaScript: sums in double precision, over rows and profiles in order. */
import type { SparseRows } from '../../../data/tables';
import { transpose } from '../../baselines/transpose';
import type { NearestSettings } from '../../kernels/linear/linear-kernels';
import { type LinkedTitles, stepOf, valueOf } from '../../kernels/linear/links';

/** The `count` numbers of a column with the greatest size above 0, ties to the lower title; in the order of titles. */
function greatest(column: Float64Array, count: number): Int32Array {
  const there = Int32Array.from(column.keys()).filter((title) => column[title] !== 0);
  if (there.length <= count) return there;
  const size = (title: number): number => Math.abs(column[title]!);
  return there
    .sort((left, right) => size(right) - size(left) || left - right)
    .slice(0, count)
    .sort();
}

/** Collects one row per title from columns that arrive one after another. */
class KeptTitles {
  readonly #indices: Int32Array[] = [];
  readonly #values: Float32Array[] = [];

  constructor(private readonly count: number) {}

  /** Adds the next title's row: the greatest numbers of a column, length titles. */
  keep(column: Float64Array): void {
    const kept = greatest(column, this.count);
    this.#indices.push(kept);
    this.#values.push(Float32Array.from(kept, (title) => column[title]!));
  }

  /** All rows so far, titles x columns. */
  rows(columns: number): SparseRows {
    const offsets = new Int32Array(this.#indices.length + 1);
    this.#indices.forEach((part, row) => (offsets[row + 1] = offsets[row]! + part.length));
    const indices = new Int32Array(offsets.at(-1)!);
    const values = new Float32Array(indices.length);
    this.#indices.forEach((part, row) => indices.set(part, offsets[row]));
    this.#values.forEach((part, row) => values.set(part, offsets[row]));
    return { rows: this.#indices.length, columns, offsets, indices, values };
  }
}

/** `LinearKernels.nearestTitles` in double precision. */
export function nearestTitles(
  histories: SparseRows,
  { watched, candidates, damping, count }: NearestSettings,
): SparseRows {
  const titles = histories.columns;
  const byTitle = transpose(histories);
  const kept = new KeptTitles(count);
  const sums = new Float64Array(titles);
  for (let title = 0; title < titles; title++) {
    sums.fill(0);
    for (let at = byTitle.offsets[title]!; at < byTitle.offsets[title + 1]!; at++)
      addRow(histories, byTitle.indices[at]!, byTitle.values[at]!, sums);
    sums[title] = 0;
    for (let other = 0; other < titles; other++)
      if (sums[other] !== 0) sums[other]! /= watched[other]! * candidates[title]! + damping;
    kept.keep(sums);
  }
  return kept.rows(titles);
}

/** rows . weights, rows x columns. */
export function sparseScores(rows: SparseRows, weights: SparseRows): Float32Array {
  const { columns } = weights;
  const scores = new Float32Array(rows.rows * columns);
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows.rows; row++) {
    sums.fill(0);
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++)
      addRow(weights, rows.indices[at]!, rows.values[at]!, sums);
    scores.set(sums, row * columns);
  }
  return scores;
}

/** rows . weights in single precision, rows x titles: rounds every product and every sum, as our own kernels do. */
export function linkedScores(rows: SparseRows, { offsets, links, multipliers }: LinkedTitles): Float32Array {
  const titles = multipliers.length;
  const scores = new Float32Array(rows.rows * titles);
  for (let row = 0; row < rows.rows; row++) {
    const own = scores.subarray(row * titles, (row + 1) * titles);
    for (let entry = rows.offsets[row]!; entry < rows.offsets[row + 1]!; entry++) {
      const factor = rows.values[entry]!;
      const watched = rows.indices[entry]!;
      for (let at = offsets[watched]!, title = -1; at < offsets[watched + 1]!; at++) {
        title += stepOf(links[at]!);
        own[title]! += Math.fround(factor * valueOf(links[at]!));
      }
    }
    for (let title = 0; title < titles; title++) own[title]! *= multipliers[title]!;
  }
  return scores;
}

/** rows . there . back, rows x titles, without computing there . back. */
export function walkScores(rows: SparseRows, there: SparseRows, back: SparseRows): Float32Array {
  const scores = new Float32Array(rows.rows * back.columns);
  const reached = new Float64Array(there.columns);
  const sums = new Float64Array(back.columns);
  for (let row = 0; row < rows.rows; row++) {
    reached.fill(0);
    sums.fill(0);
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++)
      addRow(there, rows.indices[at]!, rows.values[at]!, reached);
    for (let profile = 0; profile < reached.length; profile++)
      if (reached[profile] !== 0) addRow(back, profile, reached[profile]!, sums);
    scores.set(sums, row * back.columns);
  }
  return scores;
}

/** sums[column] += factor x value for the entries of one row. */
export function addRow(
  { offsets, indices, values }: SparseRows,
  row: number,
  factor: number,
  sums: Float64Array,
): void {
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) sums[indices[at]!]! += factor * values[at]!;
}
