/** The training losses: one per row, so that no whole tensor is summed (that sum differs between processors). */
import * as tf from '@tensorflow/tfjs';
import type { Recipe } from '../../../shared/recipe/table';
import type { Histories, SparseRows } from '../../data/tables';
import { columnCounts } from '../../data/histories';
import type { Kernels, PreparedRows } from '../kernels/kernels';
import { decode, type Weights } from './network';

type Root = Recipe['loss.popularity' | 'loss.history'];

function rootOf(count: number, root: Root): number {
  switch (root) {
    case 'none':
      return 1;
    case 'square-root':
      return Math.sqrt(count);
    case 'fourth-root':
      return Math.sqrt(Math.sqrt(count));
  }
}

/** Weight of each item in the loss, length items: a root of the number of profiles that watched it. */
export function itemWeights(histories: Histories, popularity: Root): Float32Array {
  return Float32Array.from(columnCounts(histories), (count) => rootOf(count, popularity));
}

/** Weight of each row in the loss, length rows: one over a root of the number of its titles, so that long histories do not dominate. */
export function rowWeights({ rows, offsets }: Pick<Histories, 'rows' | 'offsets'>, history: Root): Float32Array {
  return Float32Array.from({ length: rows }, (_, row) =>
    offsets[row] === offsets[row + 1] ? 1 : 1 / rootOf(offsets[row + 1]! - offsets[row]!, history),
  );
}

/** The clean rows (rows x items), each value times the weights of its item and of its row. */
export function weighRows(rows: SparseRows, ofItems: Float32Array, ofRows: Float32Array): SparseRows {
  const values = new Float32Array(rows.values.length);
  for (let row = 0; row < rows.rows; row++)
    for (let position = rows.offsets[row]!; position < rows.offsets[row + 1]!; position++)
      values[position] = rows.values[position]! * ofItems[rows.indices[position]!]! * ofRows[row]!;
  return { ...rows, values };
}

/**
 * Lowers the weight of targets that the noise left in the input ("emphasised" denoising, Vincent et al. 2010): titles to recommend are never in the
 * input, and a model rewarded for repeating its input learns to repeat.
 * @param inputs the corrupted rows; like `targets`, ascending in each row
 * @param weight of a target that is in the input, 0 to 1
 */
export function weighVisible(targets: SparseRows, inputs: SparseRows, weight: number): SparseRows {
  if (weight === 1) return targets;
  const values = targets.values.slice();
  for (let row = 0; row < targets.rows; row++) {
    let position = targets.offsets[row]!;
    for (let visible = inputs.offsets[row]!; visible < inputs.offsets[row + 1]!; visible++) {
      while (targets.indices[position]! < inputs.indices[visible]!) position++;
      values[position]! *= weight;
    }
  }
  return { ...targets, values };
}

/**
 * The loss of each row, length rows, from the input of the decoder. `targets` are the clean histories times the item weights.
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
