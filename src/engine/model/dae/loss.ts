/** What training lowers: one loss a row, so that no whole tensor is summed (that sum differs between processors). */
import * as tf from '@tensorflow/tfjs';
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import { columnCounts } from '../../data/histories';
import type { Kernels, PreparedRows } from '../kernels/kernels';
import { decode, type Weights } from './network';

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

/**
 * The loss of each row, length rows, from what goes into the decoder. `targets` are the clean histories times the item weights.
 * - multinomial: -sum w x log softmax(z) (Liang et al. 2018)
 * - binary: sum of softplus(z) - w x z over all items (cross-entropy of a sigmoid, weight on what was watched)
 * - squared: sum of (z - w x)^2 over all items
 */
export function lossOfRows(
  kernels: Kernels,
  whole: tf.Tensor2D,
  weights: Weights,
  targets: PreparedRows,
  kind: Recipe['loss.kind'],
): tf.Tensor1D {
  switch (kind) {
    case 'multinomial':
      return kernels.multinomialLoss(whole, weights.decoder!, weights['decoder.bias']!, targets);
    case 'binary': {
      const logits = decode(whole, weights);
      const softplus = tf.add(tf.relu(logits), tf.log(tf.add(tf.exp(tf.neg(tf.abs(logits))), 1)));
      return tf.sum(tf.sub(softplus, tf.mul(targets.dense(), logits)), 1);
    }
    case 'squared': {
      const error = tf.sub(decode(whole, weights), targets.dense());
      return tf.sum(tf.mul(error, error), 1);
    }
  }
}
