/** The network, written once for training and scoring, over any kernels. */
import * as tf from '@tensorflow/tfjs';
import type { Recipe } from '../../../shared/recipe/table';
import type { Kernels, PreparedRows } from '../kernels/kernels';
import type { ParameterName } from './structure';

/** The current value of each parameter of the structure. */
export type Weights = { readonly [Name in ParameterName]?: tf.Tensor2D };

function activate(code: tf.Tensor2D, activation: Recipe['structure.activation']): tf.Tensor2D {
  switch (activation) {
    case 'tanh':
      return tf.tanh(code);
    case 'relu':
      return tf.relu(code);
    case 'linear':
      return code;
  }
}

/** The latent code of each row: activation(history . encoder + bias), rows x width. */
export function encode(inputs: PreparedRows, weights: Weights, recipe: Recipe): tf.Tensor2D {
  return activate(tf.add(inputs.product(weights.encoder!), weights['encoder.bias']!), recipe['structure.activation']);
}

/** What joins the code: the profile through its network, or as it is, or null. `conditions` is rows x columns of the encoded profile. */
export function condition(
  kernels: Kernels,
  conditions: tf.Tensor2D | null,
  weights: Weights,
  recipe: Recipe,
): tf.Tensor2D | null {
  if (conditions === null || recipe['structure.condition'] === 'none') return null;
  if (weights.condition === undefined) return conditions;
  return tf.tanh(kernels.affine(conditions, weights.condition, weights['condition.bias']!));
}

/** The input of the decoder: the code and what joins it, side by side, rows x (width + joined). */
export function join(code: tf.Tensor2D, joined: tf.Tensor2D | null): tf.Tensor2D {
  return joined === null ? code : tf.concat([code, joined], 1);
}

/** One score per item: whole . decoder^T + bias, rows x items. */
export function decode(whole: tf.Tensor2D, weights: Weights): tf.Tensor2D {
  return tf.add(tf.matMul(whole, weights.decoder!, false, true), weights['decoder.bias']!);
}

/** Everything before the decoder, rows x (width + joined). */
export function encodeWhole(
  kernels: Kernels,
  inputs: PreparedRows,
  conditions: tf.Tensor2D | null,
  weights: Weights,
  recipe: Recipe,
): tf.Tensor2D {
  return join(encode(inputs, weights, recipe), condition(kernels, conditions, weights, recipe));
}
