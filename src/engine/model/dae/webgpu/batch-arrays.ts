/** The rows of a batch in the form that the passes read. */
import type { SparseRows } from '../../../data/tables';
import { rowSums } from '../../kernels/kernels';
import type { Batch } from '../batches';
import type { GpuShape } from './shape';

/** By name of the array. */
export type BatchArrays = Readonly<Record<string, Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>>>;

/** The arrays of a batch: rows of inputs and targets cut by slice, the inputs by title, and the conditions, padded to the shape's rows. */
export function batchArrays({ inputs, targets, conditions }: Batch, shape: GpuShape): BatchArrays {
  const sums = new Float32Array(shape.rows);
  sums.set(rowSums(targets));
  return {
    inputStarts: startsOf(inputs, shape),
    inputTitles: new Uint32Array(inputs.indices),
    inputValues: new Float32Array(inputs.values),
    targetStarts: startsOf(targets, shape),
    targetTitles: new Uint32Array(targets.indices),
    targetValues: new Float32Array(targets.values),
    targetSums: sums,
    ...byTitle(inputs),
    ...(shape.joined > 0 && { conditions: filledUp(conditions, shape.rows * shape.conditions) }),
  };
}

/** Where each row begins in each slice, slice by slice, and where the last ones end; missing rows are empty. Titles of a row ascend. */
function startsOf({ rows, offsets, indices }: SparseRows, shape: GpuShape): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array((shape.slices.length + 1) * shape.rows);
  for (let row = 0; row < shape.rows; row++) {
    let place = row < rows ? offsets[row]! : 0;
    const end = row < rows ? offsets[row + 1]! : 0;
    shape.slices.forEach(({ first }, slice) => {
      while (place < end && indices[place]! < first) place++;
      starts[slice * shape.rows + row] = place;
    });
    starts[shape.slices.length * shape.rows + row] = end;
  }
  return starts;
}

/** The rows of each title, ascending. */
function byTitle({ rows, columns, offsets, indices, values }: SparseRows): BatchArrays {
  const titleStarts = new Uint32Array(columns + 1);
  for (const title of indices) titleStarts[title + 1]!++;
  for (let title = 0; title < columns; title++) titleStarts[title + 1]! += titleStarts[title]!;
  const next = titleStarts.slice();
  const titleRows = new Uint32Array(indices.length);
  const titleValues = new Float32Array(indices.length);
  for (let row = 0; row < rows; row++)
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      const at = next[indices[place]!]!++;
      titleRows[at] = row;
      titleValues[at] = values[place]!;
    }
  return { titleStarts, titleRows, titleValues };
}

function filledUp(values: Float32Array, length: number): Float32Array<ArrayBuffer> {
  const filled = new Float32Array(length);
  filled.set(values);
  return filled;
}
