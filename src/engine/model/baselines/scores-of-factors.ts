/** Multiplies factors of profiles with factors of titles. */
import * as tf from '@tensorflow/tfjs';
import { type Kernels, readOnce } from '../kernels/kernels';

/**
 * @param code rows x width
 * @param items items x width
 * @returns rows x items
 */
export function scoresOfFactors(kernels: Kernels, code: Float32Array, items: tf.Tensor2D): Float32Array {
  const [titles, width] = items.shape;
  return readOnce(
    tf.tidy(() => {
      const given = tf.tensor2d(code, [code.length / width, width]);
      return kernels.scores(given, items, tf.zeros<tf.Rank.R2>([1, titles]));
    }),
  );
}
