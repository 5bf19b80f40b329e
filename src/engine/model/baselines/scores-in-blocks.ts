/** Multiplies factors of profiles with factors of titles, so that the bits of a row do not depend on the other rows. */
import * as tf from '@tensorflow/tfjs';
import type { Kernels } from '../kernels/kernels';

/**
 * @param code rows x width
 * @param items items x width
 * @returns rows x items
 */
export function scoresInBlocks(kernels: Kernels, code: Float32Array, items: tf.Tensor2D): Float32Array {
  const [titles, width] = items.shape;
  const rows = code.length / width;
  const scores = new Float32Array(rows * titles);
  const noBias = tf.zeros<tf.Rank.R2>([1, titles]);
  const block = kernels.rowsAtATime.decoder ?? rows;
  for (let from = 0; from < rows; from += block) {
    const count = Math.min(block, rows - from);
    const filled = new Float32Array(block * width);
    filled.set(code.subarray(from * width, (from + count) * width));
    const given = tf.tensor2d(filled, [block, width]);
    const product = kernels.scores(given, items, noBias);
    const found = product.dataSync() as Float32Array;
    tf.dispose([given, product]);
    scores.set(found.subarray(0, count * titles), from * titles);
  }
  noBias.dispose();
  return scores;
}
