import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import { loadBackend } from '../backend';
import { RandomStream } from '../random';
import { checkKernels } from './check';
import { exactKernels } from './exact/exact';
import { biasCorrection, type Kernels, type PreparedRows } from './kernels';

/** Weighted rows with different lengths, one of them empty. */
const ROWS: SparseRows = {
  rows: 4,
  columns: 7,
  offsets: Int32Array.of(0, 3, 3, 5, 6),
  indices: Int32Array.of(0, 2, 6, 1, 2, 5),
  values: Float32Array.of(1, 0.5, 2, 1, 3, 0.25),
};

const random = new RandomStream(1, 'kernels');
const uniform = (size: number): Float32Array => Float32Array.from({ length: size }, () => random.uniform() - 0.5);

beforeAll(async () => {
  await loadBackend();
  expect(tf.getBackend()).toBe('tensorflow');
});

const IMPLEMENTATIONS: Kernels[] = [exactKernels];

interface Operand {
  readonly shape: [number, number];
  readonly values: Float32Array;
}
type LossOperands = Record<'code' | 'decoder' | 'bias', Operand>;

const lossOperands = (): LossOperands => ({
  code: { shape: [4, 3], values: uniform(4 * 3) },
  decoder: { shape: [7, 3], values: uniform(7 * 3) },
  bias: { shape: [1, 7], values: uniform(7) },
});

function multinomialLoss(
  kernels: Kernels,
  rows: PreparedRows,
  operands: Record<keyof LossOperands, Operand | tf.Tensor2D>,
): tf.Tensor1D {
  const tensorOf = (operand: Operand | tf.Tensor2D): tf.Tensor2D =>
    operand instanceof tf.Tensor ? operand : tf.tensor2d(operand.values, operand.shape);
  return kernels.multinomialLoss(tensorOf(operands.code), tensorOf(operands.decoder), tensorOf(operands.bias), rows);
}

function definedLoss(code: Float32Array, decoder: Float32Array, bias: Float32Array): number[] {
  return Array.from({ length: 4 }, (_, row) => {
    const scores = Array.from(bias, (offset, item) =>
      [0, 1, 2].reduce((sum, unit) => sum + code[row * 3 + unit]! * decoder[item * 3 + unit]!, offset),
    );
    const highest = Math.max(...scores);
    const total = highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
    let loss = 0;
    for (let position = ROWS.offsets[row]!; position < ROWS.offsets[row + 1]!; position++)
      loss += ROWS.values[position]! * (total - scores[ROWS.indices[position]!]!);
    return loss;
  });
}

/** Gradient of sum(upstream x f(x)) by central differences. */
function finiteDifferences(
  f: (x: tf.Tensor2D) => tf.Tensor,
  x: Float32Array,
  shape: [number, number],
  upstream: Float32Array,
): number[] {
  const step = 1e-2;
  const objective = (values: Float32Array): number =>
    tf.tidy(() => {
      const result = f(tf.tensor2d(values, shape)).dataSync() as Float32Array;
      return result.reduce((sum, value, index) => sum + value * upstream[index]!, 0);
    });
  return Array.from(x, (_, index) => {
    const up = x.slice();
    const down = x.slice();
    up[index]! += step;
    down[index]! -= step;
    return (objective(up) - objective(down)) / (2 * step);
  });
}

function gradient(
  f: (x: tf.Tensor2D) => tf.Tensor,
  x: Float32Array,
  shape: [number, number],
  upstream: tf.Tensor,
): Float32Array {
  return tf.tidy(() => {
    const at = tf.tensor2d(x, shape);
    const { grads } = tf.engine().gradients(() => f(at), [at], upstream);
    return grads[0]!.dataSync().slice() as Float32Array;
  });
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let index = 0; index < expected.length; index++)
    expect(
      Math.abs(actual[index]! - expected[index]!),
      `at ${index}: ${actual[index]} against ${expected[index]}`,
    ).toBeLessThan(tolerance);
}

describe.each(IMPLEMENTATIONS)('$name kernels', (kernels) => {
  it('multiply sparse rows with weights as the dense product does', () => {
    const weights = uniform(7 * 5);
    const rows = kernels.prepare(ROWS);
    const product = tf.tidy(() =>
      rows
        .product(tf.tensor2d(weights, [7, 5]))
        .dataSync()
        .slice(),
    );
    const expected = Array.from({ length: 4 * 5 }, (_, at) => {
      let sum = 0;
      const row = Math.floor(at / 5);
      for (let position = ROWS.offsets[row]!; position < ROWS.offsets[row + 1]!; position++)
        sum += ROWS.values[position]! * weights[ROWS.indices[position]! * 5 + (at % 5)]!;
      return sum;
    });
    expectClose(product, expected, 1e-5);
    rows.dispose();
  });

  it('match finite differences in the gradient of the sparse product', () => {
    const weights = uniform(7 * 5);
    const upstream = uniform(4 * 5);
    const rows = kernels.prepare(ROWS);
    const f = (x: tf.Tensor2D): tf.Tensor => rows.product(x);
    const exact = gradient(f, weights, [7, 5], tf.tensor2d(upstream, [4, 5]));
    expectClose(exact, finiteDifferences(f, weights, [7, 5], upstream), 2e-3);
    rows.dispose();
  });

  it.each(['code', 'decoder', 'bias'] as const)(
    'match finite differences in the gradient of the multinomial loss for the %s, including empty rows',
    (name) => {
      const given = lossOperands();
      const rows = kernels.prepare(ROWS);
      const upstream = uniform(4);
      const f = (x: tf.Tensor2D): tf.Tensor => multinomialLoss(kernels, rows, { ...given, [name]: x });
      const { shape, values } = given[name];
      const exact = gradient(f, values, shape, tf.tensor1d(upstream));
      expectClose(exact, finiteDifferences(f, values, shape, upstream), 4e-3);
      if (name === 'code') expect(Array.from(exact.slice(3, 6), Math.abs)).toEqual([0, 0, 0]);
      rows.dispose();
    },
  );

  it('match the definition of the multinomial loss in double precision, for scores of any size', () => {
    const { code, decoder, bias } = lossOperands();
    const rows = kernels.prepare(ROWS);
    for (const offset of [0, 200, -200]) {
      const moved = { shape: bias.shape, values: bias.values.map((value) => value + offset) };
      const losses = tf.tidy(() => multinomialLoss(kernels, rows, { code, decoder, bias: moved }).dataSync());
      expectClose(losses, definedLoss(code.values, decoder.values, moved.values), 2e-3);
    }
    rows.dispose();
  });

  it('step as Adam with decoupled decay, by its definition in double precision', () => {
    const shape = [2, 3] as const;
    const start = uniform(6);
    const parameter = kernels.parameter('test', shape, { values: start });
    const expected = Array.from(start, Number);
    const first = new Array<number>(6).fill(0);
    const second = new Array<number>(6).fill(0);
    for (let step = 1; step <= 3; step++) {
      const slope = uniform(6);
      tf.tidy(() => parameter.update(tf.tensor2d(slope, [2, 3]), { step, rate: 0.01, decay: 0.3 }));
      for (let index = 0; index < 6; index++) {
        first[index] = 0.9 * first[index]! + 0.1 * slope[index]!;
        second[index] = 0.999 * second[index]! + 0.001 * slope[index]! * slope[index]!;
        const unbiased = first[index]! / (1 - 0.9 ** step) / (Math.sqrt(second[index]! / (1 - 0.999 ** step)) + 1e-8);
        expected[index] = expected[index]! * (1 - 0.01 * 0.3) - 0.01 * unbiased;
      }
    }
    expectClose(parameter.values(), expected, 1e-5);
    parameter.dispose();
  });

  it('continue from a stored state with the same bits', () => {
    const slopes = [uniform(6), uniform(6), uniform(6)];
    const run = (parameter: ReturnType<Kernels['parameter']>, from: number): void => {
      for (let step = from; step <= 3; step++)
        tf.tidy(() => parameter.update(tf.tensor2d(slopes[step - 1]!, [2, 3]), { step, rate: 0.01, decay: 0.1 }));
    };
    const whole = kernels.parameter('whole', [2, 3], { values: uniform(6) });
    tf.tidy(() => whole.update(tf.tensor2d(slopes[0]!, [2, 3]), { step: 1, rate: 0.01, decay: 0.1 }));
    const resumed = kernels.parameter('resumed', [2, 3], whole.state());
    run(whole, 2);
    run(resumed, 2);
    expect(resumed.values()).toEqual(whole.values());
    whole.dispose();
    resumed.dispose();
  });

  it('leave no tensor behind', () => {
    const before = tf.memory().numTensors;
    const rows = kernels.prepare(ROWS);
    const parameter = kernels.parameter('leak', [7, 5], { values: uniform(35) });
    for (let step = 1; step <= 3; step++)
      tf.tidy(() => {
        const at = parameter.read();
        const loss = (): tf.Tensor1D => kernels.multinomialLoss(rows.product(at), at, tf.zeros([1, 7]), rows);
        const { grads } = tf.engine().gradients(loss, [at], tf.ones([4]));
        parameter.update(grads[0] as tf.Tensor2D, { step, rate: 0.01, decay: 0.1 });
      });
    rows.dispose();
    parameter.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('bias correction is 1 - beta^step', () => {
  for (const step of [1, 2, 3, 10, 1000]) expect(biasCorrection(0.9, step)).toBeCloseTo(1 - 0.9 ** step, 12);
});

describe.each(IMPLEMENTATIONS)('the check of $name kernels', (kernels) => {
  it('accepts them in single precision', () => {
    for (const [kernel, off] of Object.entries(checkKernels(kernels))) expect(off, kernel).toBeLessThan(1e-5);
  });

  it('rejects wrong ones', () => {
    const wrong: Kernels = {
      ...kernels,
      multinomialLoss: (code, ...others) => kernels.multinomialLoss(tf.mul(code, 1.001), ...others),
    };
    const { product, loss, lossGradient } = checkKernels(wrong);
    expect(product).toBeLessThan(1e-5);
    expect(loss).toBeGreaterThan(1e-5);
    expect(lossGradient).toBeGreaterThan(1e-5);
  });
});
