/** Checks the kernels of a device against the same formulas in double precision, in JavaScript. */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../data/tables';
import { RandomStream } from '../random';
import { difference } from './difference';
import { ADAM, type Kernels } from './kernels';

const [ROWS, COLUMNS, WIDTH, PER_ROW] = [64, 512, 96, 16];
const STEP = { step: 1, rate: 0.002, decay: 0 };

const valuesOf = (tensor: tf.Tensor): Float32Array => tensor.dataSync() as Float32Array;

/**
 * The largest relative difference of each kernel.
 * @returns by kernel: product, its gradient, loss, its gradient, update
 */
export function checkKernels(kernels: Kernels): Record<string, number> {
  const random = new RandomStream(1, 'kernel-check');
  const uniform = (size: number): Float32Array => Float32Array.from({ length: size }, () => random.uniform() - 0.5);
  const sparse = sparseRows(random);
  const weights = uniform(COLUMNS * WIDTH);
  const upstream = uniform(ROWS * WIDTH);
  const logits = Float32Array.from(uniform(ROWS * COLUMNS), (value) => value * 8);
  const prepared = kernels.prepare(sparse);
  const parameter = kernels.parameter('checked', [COLUMNS, WIDTH], { values: weights });
  try {
    return tf.tidy(() => {
      const product = (input: tf.Tensor2D): tf.Tensor2D => prepared.product(input);
      const at = tf.tensor2d(weights, [COLUMNS, WIDTH]);
      const productGradient = tf.grad(product as (input: tf.Tensor) => tf.Tensor)(
        at,
        tf.tensor2d(upstream, [ROWS, WIDTH]),
      );
      // The unit matrix as the code: the scores are then the decoder itself.
      const loss = (input: tf.Tensor): tf.Tensor =>
        kernels.multinomialLoss(tf.eye(ROWS), tf.transpose(input as tf.Tensor2D), tf.zeros([1, COLUMNS]), prepared);
      const scores = tf.tensor2d(logits, [ROWS, COLUMNS]);
      const truth = lossInDouble(sparse, logits);
      parameter.update(productGradient as tf.Tensor2D, STEP);
      const gradient = gradientInDouble(sparse, upstream);
      return {
        product: difference(valuesOf(product(at)), productInDouble(sparse, weights)),
        productGradient: difference(valuesOf(productGradient), gradient),
        loss: difference(valuesOf(loss(scores)), truth.loss),
        lossGradient: difference(valuesOf(tf.grad(loss)(scores)), truth.gradient),
        update: difference(parameter.values(), updateInDouble(weights, gradient)),
      };
    });
  } finally {
    prepared.dispose();
    parameter.dispose();
  }
}

function sparseRows(random: RandomStream): SparseRows {
  const columns = Int32Array.from({ length: COLUMNS }, (_, column) => column);
  const rows = Array.from({ length: ROWS }, () => random.shuffle(columns.slice()).slice(0, PER_ROW).sort());
  return {
    rows: ROWS,
    columns: COLUMNS,
    offsets: Int32Array.from({ length: ROWS + 1 }, (_, row) => row * PER_ROW),
    indices: Int32Array.from(rows.flatMap((row) => Array.from(row))),
    values: Float32Array.from({ length: ROWS * PER_ROW }, () => random.uniform() + 0.1),
  };
}

function forEachValue(
  { rows, offsets, indices, values }: SparseRows,
  use: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row < rows; row++)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) use(row, indices[at]!, values[at]!);
}

function productInDouble(sparse: SparseRows, weights: Float32Array): Float64Array {
  const product = new Float64Array(ROWS * WIDTH);
  forEachValue(sparse, (row, column, value) => {
    for (let unit = 0; unit < WIDTH; unit++) product[row * WIDTH + unit]! += value * weights[column * WIDTH + unit]!;
  });
  return product;
}

function gradientInDouble(sparse: SparseRows, upstream: Float32Array): Float64Array {
  const gradient = new Float64Array(COLUMNS * WIDTH);
  forEachValue(sparse, (row, column, value) => {
    for (let unit = 0; unit < WIDTH; unit++) gradient[column * WIDTH + unit]! += value * upstream[row * WIDTH + unit]!;
  });
  return gradient;
}

/** Liang et al. 2018, eq. 2, and its gradient: sum of the targets x softmax - targets. */
function lossInDouble(sparse: SparseRows, logits: Float32Array): { loss: Float64Array; gradient: Float64Array } {
  const loss = new Float64Array(ROWS);
  const gradient = new Float64Array(ROWS * COLUMNS);
  for (let row = 0; row < ROWS; row++) {
    const scores = logits.subarray(row * COLUMNS, (row + 1) * COLUMNS);
    const logOfSum = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0));
    const range = [sparse.offsets[row]!, sparse.offsets[row + 1]!] as const;
    const total = sparse.values.subarray(...range).reduce((sum, value) => sum + value, 0);
    scores.forEach((score, column) => (gradient[row * COLUMNS + column] = total * Math.exp(score - logOfSum)));
    for (let at = range[0]; at < range[1]; at++) {
      const [column, value] = [sparse.indices[at]!, sparse.values[at]!];
      loss[row]! += value * (logOfSum - scores[column]!);
      gradient[row * COLUMNS + column]! -= value;
    }
  }
  return { loss, gradient };
}

/** The first step of Adam (Kingma and Ba 2015), with TensorFlow's form of epsilon. */
function updateInDouble(weights: Float32Array, gradient: Float64Array): Float64Array {
  const { beta1, beta2, epsilon } = ADAM;
  const rate = (STEP.rate * Math.sqrt(1 - beta2)) / (1 - beta1);
  return Float64Array.from(
    weights,
    (weight, index) =>
      weight -
      (rate * (1 - beta1) * gradient[index]!) /
        (Math.sqrt((1 - beta2) * gradient[index]! * gradient[index]!) + epsilon),
  );
}
