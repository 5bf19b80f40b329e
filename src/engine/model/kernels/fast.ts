/**
 * The native kernels of the mode `fast`, where bits need not be the same on every processor: the loss takes the place of the scores, and
 * the products beside it may be in bfloat16.
 */
import * as tf from '@tensorflow/tfjs';
import { rowSums, type Kernels } from './kernels';
import { nativeKernels, type NativeRows, ResourceVariable } from './native';
import { bfloat16Products, float32Products, type Products } from './products';
import { execute, typeAttribute } from './raw-operations';

/** Row sums of exponentials below this have lost digits. */
const LEAST_TOTAL = 1e-20;

export function fastKernels(precision: 'float32' | 'bfloat16'): Kernels {
  return {
    ...nativeKernels,
    name: 'fast',
    multinomialLoss: (code, decoder, bias, targets) =>
      precision === 'bfloat16'
        ? lossInPlace(bfloat16Products, code, decoder, bias, targets as NativeRows)
        : lossInPlace(float32Products, code, decoder, bias, targets as NativeRows),
  };
}

/**
 * With e = exp(scores), S its row sums, t the targets and s their row sums, the loss is s log S - sum(t scores), and its gradient for
 * the scores (s / S) (e - t S / s). The bracket takes the place of e, which changes only where t is not 0; the factor of a row goes
 * onto the small matrices beside it in the products.
 */
function lossInPlace<Operand>(
  products: Products<Operand>,
  code: tf.Tensor2D,
  decoder: tf.Tensor2D,
  bias: tf.Tensor2D,
  targets: NativeRows,
): tf.Tensor1D {
  const operation = tf.customGrad((...args: (tf.Tensor | tf.GradSaveFunc)[]) => {
    const [whole, items, offsets] = args as unknown as tf.Tensor2D[];
    const save = args[3] as tf.GradSaveFunc;
    const scores = scoresIn(products, whole!, items!, offsets!);
    const picked = valuesAt(scores, targets);
    const { exponentials, totals, shifts } = exponentialsOf(scores);
    const { losses, factors, corrections } = perRow(targets, picked, totals, shifts);
    save([whole!, items!, lowered(exponentials, targets, corrections), tf.tensor2d(factors, [targets.rows, 1])]);
    return {
      value: tf.tensor1d(losses),
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => gradients(products, upstream, saved),
    };
  });
  return operation(code, decoder, bias) as tf.Tensor1D;
}

/** Scores in 32 bits, whatever they were multiplied in. */
function scoresIn<Operand>(
  products: Products<Operand>,
  whole: tf.Tensor2D,
  items: tf.Tensor2D,
  offsets: tf.Tensor2D,
): tf.Tensor2D {
  const left = products.lower(whole);
  const right = products.lower(items);
  try {
    const product = products.multiply(left, right, false, true);
    const scores = tf.add<tf.Tensor2D>(product, offsets);
    product.dispose();
    return scores;
  } finally {
    products.free(left);
    products.free(right);
  }
}

function valuesAt(scores: tf.Tensor2D, targets: NativeRows): Float32Array {
  const attributes = [typeAttribute('Tparams', 'float32'), typeAttribute('Tindices', 'int32')];
  return execute('GatherNd', attributes, [scores, targets.places()]).dataSync() as Float32Array;
}

/**
 * Exponentials as they are, without the row's maximum: that saves two passes over the scores. Where a sum leaves the range of 32 bits
 * (scores beyond 80 either way) the maxima are taken after all. Disposes the scores.
 */
function exponentialsOf(scores: tf.Tensor2D): {
  exponentials: tf.Tensor2D;
  totals: Float32Array;
  shifts: Float32Array;
} {
  const exponentials = tf.exp(scores);
  const totals = tf.sum(exponentials, 1).dataSync() as Float32Array;
  if (totals.every((total) => total > LEAST_TOTAL && total < Infinity)) {
    scores.dispose();
    return { exponentials, totals, shifts: new Float32Array(totals.length) };
  }
  exponentials.dispose();
  const maxima = tf.max(scores, 1, true);
  const shifted = tf.exp(tf.sub<tf.Tensor2D>(scores, maxima));
  scores.dispose();
  return {
    exponentials: shifted,
    totals: tf.sum(shifted, 1).dataSync() as Float32Array,
    shifts: maxima.dataSync() as Float32Array,
  };
}

/** What is one number a row, and what is to be taken from the exponentials at each target. */
function perRow(
  { source }: NativeRows,
  picked: Float32Array,
  totals: Float32Array,
  shifts: Float32Array,
): { losses: Float32Array; factors: Float32Array; corrections: Float32Array } {
  const losses = new Float32Array(source.rows);
  const factors = new Float32Array(source.rows);
  const corrections = new Float32Array(picked.length);
  rowSums(source).forEach((sum, row) => {
    const total = totals[row]!;
    let likelihood = 0;
    for (let position = source.offsets[row]!; position < source.offsets[row + 1]!; position++) {
      likelihood += source.values[position]! * picked[position]!;
      corrections[position] = sum > 0 ? (source.values[position]! * total) / sum : 0;
    }
    losses[row] = sum * (Math.log(total) + shifts[row]!) - likelihood;
    factors[row] = sum / total;
  });
  return { losses, factors, corrections };
}

/** The exponentials less the corrections at the targets, in place: a variable takes the tensor over, and is gone when it is read. */
function lowered(exponentials: tf.Tensor2D, targets: NativeRows, corrections: Float32Array): tf.Tensor2D {
  const variable = new ResourceVariable(exponentials.shape, exponentials);
  exponentials.dispose();
  variable.subtractAt(targets.places(), tf.tensor1d(corrections));
  const bracket = variable.read() as tf.Tensor2D;
  variable.dispose();
  return bracket;
}

/** For code, decoder and bias, from the loss of each row on. */
function gradients<Operand>(products: Products<Operand>, upstream: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [whole, items, bracket, factors] = saved as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
  const factor = tf.mul<tf.Tensor2D>(upstream.reshape([-1, 1]), factors);
  const operands = [bracket, items, tf.mul<tf.Tensor2D>(whole, factor)].map((tensor) => products.lower(tensor));
  const [slope, weights, scaled] = operands as [Operand, Operand, Operand];
  try {
    return [
      tf.mul(products.multiply(slope, weights, false, false), factor),
      products.multiply(slope, scaled, true, false),
      tf.matMul(factor, bracket, true, false),
    ];
  } finally {
    for (const operand of operands) products.free(operand);
  }
}
