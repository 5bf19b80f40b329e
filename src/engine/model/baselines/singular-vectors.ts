/**
 * Many leading singular vectors of sparse rows: subspace iteration with a fixed number of passes (Halko, Martinsson and Tropp 2011) whose products
 * are the kernels', from a fixed start, so the bits are the same everywhere, for any number of threads and for every seed.
 *
 * low-pass.ts finds few, in 64-bit numbers and until they settle; five hundred would take it minutes.
 */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../data/tables';
import { symmetricEigen } from '../eigen';
import { type Kernels, type PreparedRows, readOnce } from '../kernels/kernels';
import type { Pause } from '../pause';
import { RandomStream } from '../random';
import { transpose } from './transpose';

/** Spare vectors: the last ones converge sooner. */
const SPARE_COLUMNS = 64;
/** Passes over the rows and back: fixed, so that nothing hangs on when values seem to settle. */
const PASSES = 5;
/**
 * What is left of a column beside those before it, in squares: below this share of all of it, it is a rounding error. So is a squared singular value
 * below this share of the largest.
 */
const NOTHING = 1e-5;

interface SingularVectors {
  /** Right singular vectors, columns x kept, for the largest singular values, largest first. */
  readonly vectors: Float32Array;
  /** Squares of their singular values, none negative. */
  readonly squares: Float32Array;
}

/**
 * @param count the most vectors; fewer if the rows have fewer
 * @param pause receives the finished fraction
 */
export async function singularVectors(
  rows: SparseRows,
  count: number,
  kernels: Kernels,
  pause: Pause,
): Promise<SingularVectors> {
  const { columns } = rows;
  const width = Math.min(count + SPARE_COLUMNS, columns);
  const [there, back] = [kernels.prepare(rows), kernels.prepare(transpose(rows))];
  const start = new RandomStream(0, 'filter/singular-vectors').glorotUniform(columns * width, columns, width);
  let basis = tf.tensor2d(start, [columns, width]);
  try {
    for (let pass = 0; pass < PASSES; pass++) {
      await pause(pass / (PASSES + 1));
      basis = replaced(basis, () => orthonormal(back.product(there.product(basis))));
    }
    // Once more: rounding errors leave columns of very different lengths a little askew.
    basis = replaced(basis, () => orthonormal(basis));
    await pause(PASSES / (PASSES + 1));
    return leadingOf(basis, there, count);
  } finally {
    basis.dispose();
    there.dispose();
    back.dispose();
  }
}

/** What `make` computes; the tensor before it is freed. */
function replaced(before: tf.Tensor2D, make: () => tf.Tensor2D): tf.Tensor2D {
  const made = tf.tidy(make);
  before.dispose();
  return made;
}

/** The vectors of the largest singular values within the space of the basis (Rayleigh and Ritz). */
function leadingOf(basis: tf.Tensor2D, rows: PreparedRows, count: number): SingularVectors {
  const width = basis.shape[1];
  const { values, vectors } = symmetricEigen(gramOf(tf.tidy(() => rows.product(basis))), width);
  const kept = Math.min(count, values.filter((value) => value > NOTHING * values[0]!).length);
  const turn = Float32Array.from({ length: width * kept }, (_, at) => {
    const vector = at % kept;
    return vectors[vector * width + (at - vector) / kept]!;
  });
  return {
    vectors:
      kept === 0 ? new Float32Array(0) : readOnce(tf.tidy(() => tf.matMul(basis, tf.tensor2d(turn, [width, kept])))),
    squares: Float32Array.from(values.subarray(0, kept)),
  };
}

/** An orthonormal basis of the columns, in their order (Cholesky's QR); zero for a column that those before it make up. */
function orthonormal(columns: tf.Tensor2D): tf.Tensor2D {
  const width = columns.shape[1];
  const inverse = inverseFactor(gramOf(columns.clone()), width);
  return tf.matMul(columns, tf.tensor2d(Float32Array.from(inverse), [width, width]));
}

/** columns' columns, width x width. @param columns freed */
function gramOf(columns: tf.Tensor2D): Float64Array {
  const gram = Float64Array.from(readOnce(tf.tidy(() => tf.matMul(columns, columns, true, false))));
  columns.dispose();
  return gram;
}

/**
 * U^-1 of the upper triangle U with U'U = gram; column j is zero where gram has nothing more in column j than in those before it.
 * @param gram size x size, symmetric; overwritten
 */
function inverseFactor(gram: Float64Array, size: number): Float64Array {
  const factor = gram;
  for (let row = 0; row < size; row++) {
    const whole = factor[row * size + row]!;
    for (let before = 0; before < row; before++) {
      const times = factor[before * size + row]!;
      if (times === 0) continue;
      for (let column = row; column < size; column++)
        factor[row * size + column]! -= times * factor[before * size + column]!;
    }
    const left = factor[row * size + row]!;
    const root = left > NOTHING * whole ? Math.sqrt(left) : 0;
    for (let column = row; column < size; column++)
      factor[row * size + column] = root === 0 ? 0 : factor[row * size + column]! / root;
  }
  const inverse = new Float64Array(size * size);
  for (let row = size - 1; row >= 0; row--) {
    const root = factor[row * size + row]!;
    if (root === 0) continue;
    inverse[row * size + row] = 1 / root;
    for (let later = row + 1; later < size; later++) {
      const times = factor[row * size + later]! / root;
      if (times === 0) continue;
      for (let column = later; column < size; column++)
        inverse[row * size + column]! -= times * inverse[later * size + column]!;
    }
  }
  return inverse;
}
