/**
 * The kernels of the mode `fast` if the processor multiplies bfloat16 (the first 16 bits of a float) faster: TensorFlow's products of the last layer
 * in bfloat16, with sums in 32 bits, and our own loss between them. The bits depend on the processor.
 */
import * as tf from '@tensorflow/tfjs';
import type { Kernels } from '../kernels';
import { withGradient } from '../native';
import {
  booleanAttribute,
  executeRaw,
  executeToTensor,
  freeRaw,
  rawOf,
  type RawTensor,
  typeAttribute,
} from '../raw-operations';
import { exactKernels, type ExactRows } from './exact';

export const bfloat16Kernels: Kernels = {
  ...exactKernels,
  name: 'bfloat16',

  multinomialLoss(code, decoder, bias, targets) {
    const rows = targets as ExactRows;
    return withGradient<tf.Tensor1D>([code, decoder, bias], ([whole, items, offset]) => {
      // The batch holds these for the gradient, as it lives as long: tfjs cannot save tensors of this type.
      const loweredItems = rows.hold(lowered(items!));
      const loweredCode = lowered(whole!);
      const scores = product(loweredCode, loweredItems, false, true);
      freeRaw(loweredCode);
      const { offsets, indices, values } = rows.tensors();
      const inputs = [scores, ...[offset!, offsets, indices, values].map(rawOf)];
      const [losses, factors, bracket] = executeRaw('ShelfwiseHalfMultinomialLoss', [], inputs, 3);
      freeRaw(scores);
      rows.hold(bracket!);
      const scale = tensorOf(factors!);
      return {
        value: tensorOf(losses!),
        saved: [whole!, scale],
        gradient: (upstream, [kept, factor]) => gradients(kept!, tf.mul(upstream, factor!), bracket!, loweredItems),
      };
    });
  },
};

/** Gradients for code, decoder and bias; `factors` holds the factor of each row of the bracket. */
function gradients(code: tf.Tensor, factors: tf.Tensor, bracket: RawTensor, items: RawTensor): tf.Tensor[] {
  const column = factors.reshape([-1, 1]);
  const scaled = lowered(tf.mul(code, column));
  const ofCode = product(bracket, items, false, false);
  const ofItems = product(bracket, scaled, true, false);
  const bias = executeToTensor('ShelfwiseHalfBiasGradient', [], [bracket, rawOf(factors)]);
  const result = [tf.mul(raised(ofCode), column), raised(ofItems), bias];
  for (const raw of [scaled, ofCode, ofItems]) freeRaw(raw);
  return result;
}

const tensorOf = (raw: RawTensor): tf.Tensor => {
  try {
    return executeToTensor('Identity', [typeAttribute('T', 'float32')], [raw]);
  } finally {
    freeRaw(raw);
  }
};

const lowered = (tensor: tf.Tensor): RawTensor =>
  executeRaw('Cast', castAttributes('float32', 'bfloat16'), [rawOf(tensor)], 1)[0]!;

const raised = (raw: RawTensor): tf.Tensor => executeToTensor('Cast', castAttributes('bfloat16', 'float32'), [raw]);

function castAttributes(from: 'float32' | 'bfloat16', to: 'float32' | 'bfloat16'): object[] {
  return [typeAttribute('SrcT', from), typeAttribute('DstT', to), booleanAttribute('Truncate', false)];
}

/** left . right, either of them optionally transposed. */
function product(left: RawTensor, right: RawTensor, transposeLeft: boolean, transposeRight: boolean): RawTensor {
  const attributes = [
    typeAttribute('T', 'bfloat16'),
    booleanAttribute('transpose_a', transposeLeft),
    booleanAttribute('transpose_b', transposeRight),
  ];
  return executeRaw('MatMul', attributes, [left, right], 1)[0]!;
}
