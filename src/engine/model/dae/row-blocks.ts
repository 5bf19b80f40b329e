/** Cuts rows or columns out of the network's inputs and outputs. */
import * as tf from '@tensorflow/tfjs';
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

/** Values of the first rows, row-major. */
export function firstRows(tensor: tf.Tensor2D, count: number): Float32Array<ArrayBuffer> {
  const [rows, columns] = tensor.shape;
  const part = count === rows ? tensor : tf.slice(tensor, [0, 0], [count, columns]);
  return part.dataSync() as Float32Array<ArrayBuffer>;
}

/** Rows from..from + count of a row-major matrix, padded with zeros to `block` rows. */
export function rowsTensor(
  values: Float32Array,
  from: number,
  count: number,
  width: number,
  block: number,
): tf.Tensor2D {
  const filled = new Float32Array(block * width);
  filled.set(values.subarray(from * width, (from + count) * width));
  return tf.tensor2d(filled, [block, width]);
}

/** Rows without any viewing. */
export const withoutEntries = (rows: number): Pick<SparseRows, 'offsets' | 'indices'> => ({
  offsets: new Int32Array(rows + 1),
  indices: new Int32Array(0),
});

/** Rows from..from + rows, padded with empty rows to `block` rows. */
export function blockOf(histories: SparseRows, from: number, rows: number, block: number): SparseRows {
  const start = histories.offsets[from]!;
  const end = histories.offsets[from + rows]!;
  const offsets = new Int32Array(block + 1).fill(end - start);
  for (let row = 0; row <= rows; row++) offsets[row] = histories.offsets[from + row]! - start;
  return {
    rows: block,
    columns: histories.columns,
    offsets,
    indices: histories.indices.subarray(start, end),
    values: histories.values.subarray(start, end),
  };
}
