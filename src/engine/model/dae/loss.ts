/** What training lowers: one loss a row, so that no whole tensor is summed (that sum differs between processors). */
import * as tf from '@tensorflow/tfjs';
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import { columnCounts } from '../../data/histories';
import type { Kernels, PreparedRows } from '../kernels/kernels';

/** Weight of each item in the loss: a root of the number of profiles that watched it. */
export function itemWeights(histories: SparseRows, popularity: Recipe['loss.popularity']): Float32Array {
  return Float32Array.from(columnCounts(histories), (count) => {
    switch (popularity) {
      case 'none':
        return 1;
      case 'square-root':
        return Math.sqrt(count);
      case 'fourth-root':
        return Math.sqrt(Math.sqrt(count));
    }
  });
}

/** The clean rows, each value times the weight of its item. */
export function weighRows(rows: SparseRows, weights: Float32Array): SparseRows {
  return { ...rows, values: rows.values.map((value, position) => value * weights[rows.indices[position]!]!) };
}

/** Sum of each row, rows x 1. */
export function rowSums(rows: SparseRows): Float32Array {
  const sums = new Float32Array(rows.rows);
  for (let row = 0; row < rows.rows; row++) {
    let sum = 0;
    for (let position = rows.offsets[row]!; position < rows.offsets[row + 1]!; position++)
      sum += rows.values[position]!;
    sums[row] = sum;
  }
  return sums;
}

/**
 * The loss of each row, length rows. `targets` are the clean histories times the item weights.
 * - multinomial: -sum w x log softmax(z) (Liang et al. 2018)
 * - binary: sum of softplus(z) - w x z over all items (cross-entropy of a sigmoid, weight on what was watched)
 * - squared: sum of (z - w x)^2 over all items
 */
export function lossOfRows(
  kernels: Kernels,
  logits: tf.Tensor2D,
  targets: PreparedRows,
  targetSums: tf.Tensor2D,
  kind: Recipe['loss.kind'],
): tf.Tensor1D {
  const dense = targets.dense();
  switch (kind) {
    case 'multinomial':
      return kernels.multinomialLoss(logits, dense, targetSums);
    case 'binary': {
      const softplus = tf.add(tf.relu(logits), tf.log(tf.add(tf.exp(tf.neg(tf.abs(logits))), 1)));
      return tf.sum(tf.sub(softplus, tf.mul(dense, logits)), 1);
    }
    case 'squared': {
      const error = tf.sub(logits, dense);
      return tf.sum(tf.mul(error, error), 1);
    }
  }
}
