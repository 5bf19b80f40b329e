/**
 * Leading singular vectors of sparse rows: subspace iteration with some spare vectors (Halko, Martinsson and Tropp 2011), in 64-bit numbers and from
 * a fixed start, so the bits are the same everywhere and for every seed.
 */
import type { SparseRows } from '../../data/tables';
import { symmetricEigen } from '../eigen';
import type { Pause } from '../pause';
import { RandomStream } from '../random';

/** Spare vectors: the last ones converge sooner. */
const SPARE = 8;
/** Most iterations, and the relative growth of the sum of the leading values below which they stop. */
const ITERATIONS = 20;
const SETTLED = 1e-5;
/** Squares of singular values below this share of the largest are rounding errors. */
const NOTHING = 1e-9;

/**
 * Right singular vectors of the rows, for the largest singular values.
 * @param count the most vectors; fewer if the rows have fewer
 * @returns columns x kept
 */
export async function leadingVectors(
  rows: SparseRows,
  count: number,
  pause: Pause,
): Promise<{ kept: number; vectors: Float64Array }> {
  const { columns } = rows;
  const width = Math.min(count + SPARE, columns);
  let basis: Float64Array = Float64Array.from(
    new RandomStream(0, 'filter/low-pass').glorotUniform(columns * width, columns, width),
  );
  let kept = 0;
  let before = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    await pause(iteration / ITERATIONS);
    const image = thereAndBack(rows, basis, width);
    const { values, vectors } = symmetricEigen(gramOf(image, width), width);
    // The vectors of the first image are not unit vectors yet, so its values mean nothing.
    const squares = values.map((value) => Math.sqrt(Math.max(0, value)));
    const isThere = (vector: number): boolean => squares[vector]! > NOTHING * squares[0]!;
    basis = turned(image, vectors, width, (vector) => (isThere(vector) ? 1 / squares[vector]! : 0));
    kept = Math.min(count, squares.filter((_, vector) => isThere(vector)).length);
    const sum = squares.subarray(0, kept).reduce((total, value) => total + value, 0);
    if (iteration > 1 && sum <= before * (1 + SETTLED)) break;
    before = sum;
  }
  const result = new Float64Array(columns * kept);
  for (let column = 0; column < columns; column++)
    result.set(basis.subarray(column * width, column * width + kept), column * kept);
  return { kept, vectors: result };
}

/** rows' rows basis, columns x width. */
function thereAndBack(
  { rows, columns, offsets, indices, values }: SparseRows,
  basis: Float64Array,
  width: number,
): Float64Array {
  const result = new Float64Array(columns * width);
  const there = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    there.fill(0);
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++)
      for (let unit = 0, from = indices[at]! * width; unit < width; unit++)
        there[unit]! += values[at]! * basis[from + unit]!;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++)
      for (let unit = 0, to = indices[at]! * width; unit < width; unit++)
        result[to + unit]! += values[at]! * there[unit]!;
  }
  return result;
}

/** image' image, width x width. */
function gramOf(image: Float64Array, width: number): Float64Array {
  const gram = new Float64Array(width * width);
  for (let from = 0; from < image.length; from += width)
    for (let row = 0; row < width; row++) {
      const factor = image[from + row]!;
      for (let column = 0; column <= row; column++) gram[row * width + column]! += factor * image[from + column]!;
    }
  for (let row = 0; row < width; row++)
    for (let column = 0; column < row; column++) gram[column * width + row] = gram[row * width + column]!;
  return gram;
}

/** image vectors', each vector times its factor. */
function turned(
  image: Float64Array,
  vectors: Float64Array,
  width: number,
  factorOf: (vector: number) => number,
): Float64Array {
  const factors = Float64Array.from({ length: width }, (_, vector) => factorOf(vector));
  const result = new Float64Array(image.length);
  for (let from = 0; from < image.length; from += width)
    for (let vector = 0; vector < width; vector++) {
      let sum = 0;
      for (let unit = 0; unit < width; unit++) sum += image[from + unit]! * vectors[vector * width + unit]!;
      result[from + vector] = sum * factors[vector]!;
    }
  return result;
}
