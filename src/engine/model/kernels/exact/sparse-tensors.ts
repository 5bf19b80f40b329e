/** Sparse rows as the three tensors that our own operations take. */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../../data/tables';

/** Offsets, indices and values, which the caller has to dispose of. */
export const sparse = ({ offsets, indices, values }: SparseRows): tf.Tensor1D[] => [
  tf.tensor1d(offsets, 'int32'),
  tf.tensor1d(indices, 'int32'),
  tf.tensor1d(values),
];
