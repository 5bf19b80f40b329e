/** Matrix products in 32 bits, or in bfloat16 with sums in 32 bits: the first 16 bits of a float, whose products processors with AMX make many times as fast. */
import * as tf from '@tensorflow/tfjs';
import {
  booleanAttribute,
  executeRaw,
  executeToTensor,
  freeRaw,
  rawOf,
  typeAttribute,
  type RawTensor,
} from './raw-operations';

/** `left` and `right` are made by `lower` and freed by `free`. */
export interface Products<Operand> {
  lower(tensor: tf.Tensor2D): Operand;
  /** left . right, either of them transposed. */
  multiply(left: Operand, right: Operand, transposeLeft: boolean, transposeRight: boolean): tf.Tensor2D;
  free(operand: Operand): void;
}

export const float32Products: Products<tf.Tensor2D> = {
  lower: (tensor) => tensor,
  multiply: (left, right, transposeLeft, transposeRight) => tf.matMul(left, right, transposeLeft, transposeRight),
  free: () => undefined,
};

/** tfjs has no such type, so operands are raw handles of TensorFlow. */
export const bfloat16Products: Products<RawTensor> = {
  lower: (tensor) => executeRaw('Cast', castAttributes('float32', 'bfloat16'), [rawOf(tensor)]),
  multiply(left, right, transposeLeft, transposeRight) {
    const attributes = [
      typeAttribute('T', 'bfloat16'),
      booleanAttribute('transpose_a', transposeLeft),
      booleanAttribute('transpose_b', transposeRight),
    ];
    const product = executeRaw('MatMul', attributes, [left, right]);
    try {
      return executeToTensor('Cast', castAttributes('bfloat16', 'float32'), [product]) as tf.Tensor2D;
    } finally {
      freeRaw(product);
    }
  },
  free: freeRaw,
};

function castAttributes(from: 'float32' | 'bfloat16', to: 'float32' | 'bfloat16'): object[] {
  return [typeAttribute('SrcT', from), typeAttribute('DstT', to), booleanAttribute('Truncate', false)];
}
