/** Products in bfloat16 must equal those of numbers rounded to it, on any processor, whatever the numbers are. */
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { completeRecipe } from '../../../../shared/recipe/schema';
import { loadBackendFor } from '../../backend';
import { addon, givenOf, leaveAsLoaded, natural } from '../../testing/made-up';
import { expectSameBits } from '../../testing/same-bits';
import type { Kernels } from '../kernels';
import { exactKernels, loweredKernels } from './exact';

beforeAll(async () => {
  const { kernels, flags } = await loadBackendFor(completeRecipe({ 'numeric.products': 'bfloat16' }));
  expect(kernels).toBe(loweredKernels);
  expect(flags).toMatchObject({ SHELFWISE_KERNELS: 'exact', SHELFWISE_PRODUCTS: 'exact-bfloat16' });
});

afterEach(leaveAsLoaded);

const SIZES = { rows: 37, items: 1003, width: 29 };

/** Losses and gradients for code, decoder and bias. */
function lossAndGradients(kernels: Kernels, given: ReturnType<typeof givenOf>): Float32Array[] {
  const batch = kernels.prepare(given.history);
  try {
    return tf.tidy(() => {
      const at = [
        tf.tensor2d(given.code, [SIZES.rows, SIZES.width]),
        tf.tensor2d(given.decoder, [SIZES.items, SIZES.width]),
        tf.tensor2d(given.bias, [1, SIZES.items]),
      ] as const;
      const loss = (): tf.Tensor => kernels.multinomialLoss(...at, batch);
      const { value, grads } = tf.engine().gradients(loss, [...at], tf.tensor1d(given.upstream));
      return [value, ...grads].map((tensor) => tensor.dataSync().slice() as Float32Array) as never;
    });
  } finally {
    batch.dispose();
  }
}

/** The nearest number in bfloat16, ties to even. */
function lowered(value: number): number {
  const bits = new Uint32Array(Float32Array.of(value).buffer);
  bits[0] = ((bits[0]! + 0x7fff + ((bits[0]! >>> 16) & 1)) & 0xffff0000) >>> 0;
  return new Float32Array(bits.buffer)[0]!;
}

/** The definition in double precision, except for what is rounded to bfloat16: code, decoder, bracket and the code times its factors. */
function defined({ code, decoder, bias, history, upstream }: ReturnType<typeof givenOf>): number[][] {
  const { rows, items, width } = SIZES;
  const loweredDecoder = Array.from(decoder, lowered);
  const losses: number[] = [];
  const ofCode = new Array<number>(rows * width).fill(0);
  const ofDecoder = new Array<number>(items * width).fill(0);
  const ofBias = new Array<number>(items).fill(0);
  for (let row = 0; row < rows; row++) {
    const own = Array.from(code.subarray(row * width, (row + 1) * width));
    const loweredCode = own.map(lowered);
    const scores = Array.from(bias, (offset, item) =>
      loweredCode.reduce((sum, value, unit) => sum + value * loweredDecoder[item * width + unit]!, offset),
    );
    const exponentials = scores.map(Math.exp);
    const total = exponentials.reduce((sum, value) => sum + value);
    const positions = Array.from(
      { length: history.offsets[row + 1]! - history.offsets[row]! },
      (_, at) => history.offsets[row]! + at,
    );
    const targets = positions.reduce((sum, position) => sum + history.values[position]!, 0);
    const likelihood = positions.reduce(
      (sum, position) => sum + history.values[position]! * scores[history.indices[position]!]!,
      0,
    );
    losses.push(targets * Math.log(total) - likelihood);
    for (const position of positions)
      exponentials[history.indices[position]!]! -= (history.values[position]! * total) / targets;
    const factor = (upstream[row]! * targets) / total;
    const scaledCode = own.map((unit) => lowered(Math.fround(unit * factor)));
    exponentials.map(lowered).forEach((value, item) => {
      ofBias[item]! += factor * value;
      scaledCode.forEach((unit, at) => {
        ofCode[row * width + at]! += factor * value * loweredDecoder[item * width + at]!;
        ofDecoder[item * width + at]! += value * unit;
      });
    });
  }
  return [losses, ofCode, ofDecoder, ofBias];
}

/** The largest difference, relative to the largest number. */
const distance = (found: Float32Array, expected: readonly number[]): number =>
  Math.max(...expected.map((value, at) => Math.abs(value - found[at]!))) / Math.max(...expected.map(Math.abs));

describe('products in bfloat16', () => {
  it('equal those of numbers rounded to it, and sums keep 24 bits', () => {
    const given = givenOf(SIZES);
    const expected = defined(given);
    const unrounded = lossAndGradients(exactKernels, given);
    for (const [part, values] of lossAndGradients(loweredKernels, given).entries()) {
      const lost = distance(values, expected[part]!);
      expect(lost, `part ${part}`).toBeLessThan(1e-5);
      expect(distance(unrounded[part]!, expected[part]!), `part ${part} in 32 bits`).toBeGreaterThan(100 * lost);
    }
  });

  it.each([
    ['that lie between two of bfloat16', (value: number) => Math.fround(Math.sign(value) * (1 + 1 / 256))],
    ['below the least normal', (value: number) => value * 1e-39],
    ['of which products are below it', (value: number) => value * 1e-20],
    ['that are large', (value: number) => value * 1e19],
    ['that are not all numbers', (value: number) => (value > 0.9 ? NaN : value < -0.9 ? -Infinity : value)],
  ] as const)('of numbers %s have the same bits under each instruction set', (_, change) => {
    const given = givenOf(SIZES);
    const changed = { ...given, code: given.code.map(change), decoder: given.decoder.map(change) };
    // NaN has many bit patterns.
    const outcome = (): Float32Array[] =>
      lossAndGradients(loweredKernels, changed).map((part) => part.map((value) => (Number.isNaN(value) ? NaN : value)));
    const own = outcome();
    for (const set of ['plain', 'avx2', 'avx512', natural()] as const) {
      addon().setInstructionSet(set);
      expectSameBits(outcome(), own, set);
    }
  });
});
