/** The linear models by our own kernels (addon/factors.cc): every number is one chain of operations in an order that depends on shapes alone. */
import * as tf from '@tensorflow/tfjs';
import { MOST_INVERTED } from '../../costs';
import type { LinearKernels, SparseScorer } from '../linear/linear-kernels';
import { execute, executeMany } from '../operations';
import { titleRegression } from './regression';
import { sparse } from './sparse-tensors';

/** Factors are padded with zeros to whole vectors. */
const VECTOR = 16;

export const exactLinear: LinearKernels = {
  factorSolver(others, factors, unwatched) {
    const width = Math.ceil(factors / VECTOR) * VECTOR;
    const matrix = (values: Float32Array): tf.Tensor2D => {
      const filled = resized(values, factors, width);
      return tf.tensor2d(filled, [filled.length / width, width]);
    };
    const fixed = tf.keep(matrix(others));
    const gram = tf.tidy(() => tf.keep(execute('ShelfwiseFactorGram', [fixed, tf.tensor1d([unwatched])])));
    return {
      // Without tidy, which would examine every number of the result.
      improve(own, rows, ridges, steps) {
        const numbers = [tf.tensor1d(ridges), tf.tensor1d([steps], 'int32')];
        const made = [matrix(own), ...sparse(rows), ...numbers];
        const [first, ...rest] = made;
        const improved = execute('ShelfwiseImproveFactors', [first!, fixed, gram, ...rest]);
        const values = improved.dataSync() as Float32Array;
        tf.dispose([...made, improved]);
        return resized(values, width, factors);
      },
      dispose: () => tf.dispose([fixed, gram]),
    };
  },

  nearestTitles(histories, { watched, candidates, damping, count }) {
    const norms = [tf.tensor1d(watched), tf.tensor1d(candidates), tf.tensor1d([damping])];
    const inputs = [...sparse(histories), ...norms, tf.tensor1d([count], 'int32')];
    const found = executeMany('ShelfwiseNearestTitles', inputs, 3);
    const [offsets, indices, values] = found.map((tensor) => tensor.dataSync()) as [
      Int32Array,
      Int32Array,
      Float32Array,
    ];
    tf.dispose([...inputs, ...found]);
    return { rows: histories.columns, columns: histories.columns, offsets, indices, values };
  },

  mostInverted: MOST_INVERTED.exact,
  titleRegression,

  linkedScorer: ({ offsets, links, multipliers }) =>
    scorerOf('ShelfwiseLinkedScores', [
      tf.tensor1d(offsets, 'int32'),
      tf.tensor1d(links, 'int32'),
      tf.tensor1d(multipliers),
    ]),

  sparseScorer: (weights) =>
    scorerOf('ShelfwiseSparseScores', [...sparse(weights), tf.tensor1d([weights.columns], 'int32')]),

  walkScorer: (there, back) => scorerOf('ShelfwiseFilterScores', [...sparse(there), ...sparse(back)]),
};

/** Runs an operation that takes the rows, followed by prepared tensors. */
function scorerOf(operation: string, ready: readonly tf.Tensor[]): SparseScorer {
  ready.forEach((tensor) => tf.keep(tensor));
  return {
    score(rows) {
      const asked = sparse(rows);
      const scores = execute(operation, [...asked, ...ready]);
      const values = scores.dataSync() as Float32Array;
      tf.dispose([...asked, scores]);
      return values;
    },
    dispose: () => tf.dispose([...ready]),
  };
}

/** Rows of another width, truncated or padded with zeros; the same array if the width does not change. */
function resized(values: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return values;
  const rows = values.length / from;
  const result = new Float32Array(rows * to);
  const kept = Math.min(from, to);
  for (let row = 0; row < rows; row++) result.set(values.subarray(row * from, row * from + kept), row * to);
  return result;
}
