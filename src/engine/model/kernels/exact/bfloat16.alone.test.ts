import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { loadBackend } from '../../backend';
import { productsOfFast } from '../../../machine/environment/numeric-mode';
import { RandomStream } from '../../random';
import type { Kernels } from '../kernels';
import { bfloat16Kernels } from './bfloat16';
import { exactKernels } from './exact';

const [ROWS, WIDTH, ITEMS] = [4, 6, 9];
const random = new RandomStream(1, 'bfloat16');
const uniform = (size: number): Float32Array => Float32Array.from({ length: size }, () => random.uniform() - 0.5);
const operands = [uniform(ROWS * WIDTH), uniform(ITEMS * WIDTH), uniform(ITEMS)] as const;
const upstream = uniform(ROWS);
const histories = {
  rows: ROWS,
  columns: ITEMS,
  offsets: Int32Array.of(0, 3, 3, 5, 6),
  indices: Int32Array.of(0, 2, 6, 1, 2, 8),
  values: Float32Array.of(1, 0.5, 2, 1, 3, 0.25),
};

/** The losses of the rows, then the gradients for code, decoder and bias. */
function lossAndGradients(kernels: Kernels): Float32Array[] {
  const rows = kernels.prepare(histories);
  try {
    return tf.tidy(() => {
      const at = [
        tf.tensor2d(operands[0], [ROWS, WIDTH]),
        tf.tensor2d(operands[1], [ITEMS, WIDTH]),
        tf.tensor2d(operands[2], [1, ITEMS]),
      ] as const;
      const loss = (): tf.Tensor => kernels.multinomialLoss(...at, rows);
      const { value, grads } = tf.engine().gradients(loss, [...at], tf.tensor1d(upstream));
      return [value, ...grads].map((tensor) => tensor.dataSync().slice() as Float32Array) as never;
    });
  } finally {
    rows.dispose();
  }
}

// TensorFlow aborts the process if bfloat16 is used on a processor without it.
describe.skipIf((await productsOfFast()) !== 'bfloat16')(
  'bfloat16 products (skipped: no such instructions here)',
  () => {
    it('differ from products in 32 bits by the loss of a mantissa of 8 bits, and leave no tensor behind', async () => {
      expect((await loadBackend('fast')).flags).toMatchObject({ SHELFWISE_PRODUCTS: 'bfloat16' });
      const before = tf.memory().numTensors;
      const low = lossAndGradients(bfloat16Kernels);
      const exact = lossAndGradients(exactKernels);
      for (const [place, values] of low.entries()) {
        const largest = Math.max(...exact[place]!.map(Math.abs));
        for (const [index, value] of values.entries())
          expect(Math.abs(value - exact[place]![index]!)).toBeLessThan(largest / 50);
        expect(values).not.toEqual(exact[place]);
      }
      expect(tf.memory().numTensors).toBe(before);
    });
  },
);
