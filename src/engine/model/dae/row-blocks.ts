/** Cuts rows or columns out of the network's inputs and outputs. */
import type { SparseRows } from '../../data/tables';

/** Writes rows of `width` into the columns from `first` on. */
export function setColumns(
  into: Float32Array,
  columns: number,
  first: number,
  values: Float32Array,
  width: number,
): void {
  for (let row = 0; row * width < values.length; row++)
    into.set(values.subarray(row * width, (row + 1) * width), row * columns + first);
}

/** The columns from `first` on, rows x width; the matrix itself if that is all of it. */
export function columnsOf(from: Float32Array, columns: number, first: number, width: number): Float32Array {
  if (width === columns) return from;
  const values = new Float32Array((from.length / columns) * width);
  for (let row = 0; row * width < values.length; row++)
    values.set(from.subarray(row * columns + first, row * columns + first + width), row * width);
  return values;
}

/** Rows without any viewing. */
export const withoutEntries = (rows: number): Pick<SparseRows, 'offsets' | 'indices'> => ({
  offsets: new Int32Array(rows + 1),
  indices: new Int32Array(0),
});

/** Rows from..from + rows. */
export function rowsOf(histories: SparseRows, from: number, rows: number): SparseRows {
  const start = histories.offsets[from]!;
  const end = histories.offsets[from + rows]!;
  return {
    rows,
    columns: histories.columns,
    offsets: Int32Array.from({ length: rows + 1 }, (_, row) => histories.offsets[from + row]! - start),
    indices: histories.indices.subarray(start, end),
    values: histories.values.subarray(start, end),
  };
}
