import type { SparseRows } from '../../data/tables';

/** Transposes sparse rows: row i of the result holds the rows in which column i occurs, ascending. */
export function transpose(rows: SparseRows): SparseRows {
  const offsets = new Int32Array(rows.columns + 1);
  for (const column of rows.indices) offsets[column + 1]!++;
  for (let column = 0; column < rows.columns; column++) offsets[column + 1]! += offsets[column]!;
  const cursor = offsets.slice(0, rows.columns);
  const indices = new Int32Array(rows.indices.length);
  const values = new Float32Array(rows.indices.length);
  for (let row = 0; row < rows.rows; row++)
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++) {
      const position = cursor[rows.indices[at]!]!++;
      indices[position] = row;
      values[position] = rows.values[at]!;
    }
  return { rows: rows.columns, columns: rows.rows, offsets, indices, values };
}
