/**
 * Promises of our own kernels alone: the same bits under every instruction set, for every number of threads, whatever rows are computed together.
 */
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SparseRows } from '../../../data/tables';
import { topK } from '../../ranking/top-k';
import { loadBackend } from '../../backend';
import type { Kernels } from '../kernels';
import { onPlainBackend, plainKernels } from '../../testing/plain-kernels';
import { exactKernels, loweredKernels } from './exact';
import { addon, givenOf, leaveAsLoaded, natural, type Sizes, watchedRows } from '../../testing/made-up';
import { expectSameBits } from '../../testing/same-bits';

/** Sizes that are no multiple of a vector, tile or part, and one that is. */
const SIZES = [
  { rows: 37, items: 1003, width: 29 },
  { rows: 5, items: 7, width: 3 },
  { rows: 1, items: 400, width: 264 },
  { rows: 128, items: 768, width: 48 },
];

beforeAll(async () => {
  await loadBackend();
});

afterEach(leaveAsLoaded);

/** All results of the kernels that training and scoring use, as numbers. */
function everything(kernels: Kernels, sizes: Sizes, given: ReturnType<typeof givenOf>): (Float32Array | Int32Array)[] {
  const { rows, items, width } = sizes;
  const { code, decoder, bias, history, upstream, weights } = given;
  const batch = kernels.prepare(history);
  const parameter = kernels.parameter('test', [items, width], { values: decoder });
  const results: (Float32Array | Int32Array)[] = [];
  try {
    tf.tidy(() => {
      const at = [tf.tensor2d(code, [rows, width]), parameter.read(), tf.tensor2d(bias, [1, items])] as const;
      const { value, grads } = tf
        .engine()
        .gradients(() => kernels.multinomialLoss(...at, batch) as tf.Tensor, [...at], tf.tensor1d(upstream));
      const input = tf.tensor2d(weights, [items, width]);
      const product = tf.engine().gradients(() => batch.product(input) as tf.Tensor, [input], at[0]);
      const affine = kernels.affine(at[0], tf.transpose(at[1]), at[2]);
      const scores = kernels.scores(...at);
      for (const tensor of [value, ...grads, product.value, ...product.grads, affine, scores])
        results.push(tensor.dataSync().slice() as Float32Array);
      // Every third title, and none at the end of each row.
      const some = Int32Array.from({ length: rows * 13 }, (_, place) => (place % 13 === 12 ? -1 : (place * 3) % items));
      results.push(kernels.scoresOfItems!(...at, some));
      const best = kernels.best!(...at, history, Math.min(25, items));
      results.push(best.items, best.scores, best.broken);
      at[1].dispose();
      parameter.update(grads[1] as tf.Tensor2D, { step: 1, rate: 0.01, decay: 0.1 });
    });
    const { values, firstMoment, secondMoment } = parameter.state();
    return [...results, values, firstMoment, secondMoment];
  } finally {
    batch.dispose();
    parameter.dispose();
  }
}

/** Three steps of a parameter that is the decoder, and the gradients of code and bias in each: gradient and step separately, or in one pass. */
function threeSteps(
  kernels: Kernels,
  { rows, items, width }: Sizes,
  given: ReturnType<typeof givenOf>,
  inOnePass: boolean,
): Float32Array[] {
  const batch = kernels.prepare(given.history);
  const parameter = kernels.parameter('test', [items, width], { values: given.decoder });
  const results: Float32Array[] = [];
  try {
    for (const number of [1, 2, 3]) {
      const step = { step: number, rate: 0.01, decay: 0.1 };
      tf.tidy(() => {
        const decoder = inOnePass ? parameter.readForStep(step) : parameter.read();
        const at = [tf.tensor2d(given.code, [rows, width]), decoder, tf.tensor2d(given.bias, [1, items])] as const;
        const loss = (): tf.Tensor => kernels.multinomialLoss(...at, batch);
        const { value, grads } = tf.engine().gradients(loss, [...at], tf.tensor1d(given.upstream));
        for (const tensor of [value, grads[0]!, grads[2]!]) results.push(tensor.dataSync().slice() as Float32Array);
        decoder.dispose();
        parameter.update(grads[1] as tf.Tensor2D, step);
      });
    }
    const { values, firstMoment, secondMoment } = parameter.state();
    return [...results, values, firstMoment, secondMoment];
  } finally {
    batch.dispose();
    parameter.dispose();
  }
}

const OURS = [exactKernels, loweredKernels].flatMap((kernels) => SIZES.map((sizes) => ({ kernels, ...sizes })));

describe.each(OURS)(
  'our own kernels ($kernels.name), $rows rows, $items items, $width units',
  ({ kernels, ...sizes }) => {
    const given = givenOf(sizes);

    it('give the same bits under each instruction set', () => {
      const own = everything(kernels, sizes, given);
      expect(addon().setInstructionSet('plain')).toBe(true);
      expectSameBits(everything(kernels, sizes, given), own, 'plain');
      // Not every processor has them.
      for (const set of ['avx2', 'avx512', 'avx512-vnni'] as const)
        if (addon().setInstructionSet(set)) expectSameBits(everything(kernels, sizes, given), own, set);
    });

    it('give the same bits with 1, 2 and 5 threads', () => {
      const all = everything(kernels, sizes, given);
      for (const threads of [1, 2, 5]) {
        addon().setThreads(threads);
        expectSameBits(everything(kernels, sizes, given), all, `${threads} threads`);
      }
    });

    it('step the decoder while computing its gradient with the bits of both steps done separately', () => {
      const apart = threeSteps(kernels, sizes, given, false);
      for (const set of ['plain', 'avx2', 'avx512', natural()] as const) {
        // Differs from the previous one only if the processor has it.
        addon().setInstructionSet(set);
        for (const threads of [1, 3]) {
          addon().setThreads(threads);
          expectSameBits(threeSteps(kernels, sizes, given, true), apart, `${set}, ${threads} threads`);
        }
      }
    });
  },
);

describe.each(SIZES)('our own kernels, $rows rows, $items items, $width units', (sizes) => {
  const given = givenOf(sizes);

  it('give a row the same scores alone as among others', () => {
    const { rows, items, width } = sizes;
    tf.tidy(() => {
      const decoder = tf.tensor2d(given.decoder, [items, width]);
      const bias = tf.tensor2d(given.bias, [1, items]);
      const together = exactKernels.scores(tf.tensor2d(given.code, [rows, width]), decoder, bias).dataSync();
      for (let row = 0; row < rows; row++) {
        const alone = tf.tensor2d(given.code.subarray(row * width, (row + 1) * width), [1, width]);
        expectSameBits(
          exactKernels.scores(alone, decoder, bias).dataSync(),
          together.slice(row * items, (row + 1) * items),
          `row ${row}`,
        );
      }
    });
  });

  it('find the same best unwatched items as a search of the scores', () => {
    const { rows, items, width } = sizes;
    const count = Math.min(25, items);
    tf.tidy(() => {
      const at = [
        tf.tensor2d(given.code, [rows, width]),
        tf.tensor2d(given.decoder, [items, width]),
        tf.tensor2d(given.bias, [1, items]),
      ] as const;
      const scores = exactKernels.scores(...at).dataSync() as Float32Array;
      const best = exactKernels.best!(...at, given.history, count);
      for (let row = 0; row < rows; row++) {
        const { offsets, indices } = given.history;
        const watched = indices.subarray(offsets[row]!, offsets[row + 1]!);
        const expected = topK(scores, row * items, items, count, watched);
        const found = best.items.subarray(row * count, (row + 1) * count);
        expect(found.subarray(0, expected.length)).toEqual(expected);
        expect(Array.from(found.subarray(expected.length)).every((item) => item === -1)).toBe(true);
        expect(Array.from(best.scores.subarray(row * count, row * count + expected.length))).toEqual(
          Array.from(expected, (item) => scores[row * items + item]),
        );
      }
    });
  });
});

describe('the multinomial loss of large scores', () => {
  const targets: SparseRows = {
    rows: 2,
    columns: 4,
    offsets: Int32Array.of(0, 1, 2),
    indices: Int32Array.of(2, 1),
    values: Float32Array.of(1, 1),
  };

  /** Losses, and gradients for code, decoder and bias, of two rows whose scores are `size` times 1, .99, .01 and 0, and of usual size. */
  const lossAndGradients = (kernels: Kernels, size: number): number[][] => {
    const rows = kernels.prepare(targets);
    const parts = tf.tidy(() => {
      const at = [
        tf.tensor2d([size, 1], [2, 1]),
        tf.tensor2d([1, 0.99, 0.01, 0], [4, 1]),
        tf.zeros<tf.Rank.R2>([1, 4]),
      ] as const;
      const upstream = tf.fill([2], 1 / 500);
      const { value, grads } = tf
        .engine()
        .gradients(() => kernels.multinomialLoss(...at, rows) as tf.Tensor, [...at], upstream);
      return [value, ...grads].map((tensor) => Array.from(tensor.dataSync())) as never;
    }) as number[][];
    rows.dispose();
    return parts;
  };

  it.each([1, 40, 60, 80, 82, 85, 87, 90, 200, -85, -200])(
    'has the gradients of plain operations at %d',
    async (size) => {
      const expected = await onPlainBackend(() => lossAndGradients(plainKernels, size));
      for (const [part, values] of lossAndGradients(exactKernels, size).entries()) {
        const largest = Math.max(...expected[part]!.map(Math.abs));
        for (const [index, value] of values.entries())
          expect(Math.abs(value - expected[part]![index]!), `part ${part} at ${index}`).toBeLessThanOrEqual(
            largest * 1e-5,
          );
      }
    },
  );

  it.each([exactKernels, loweredKernels])(
    'is the same for a row alone and beside one of very large scores ($name)',
    (kernels) => {
      const usual = lossAndGradients(kernels, 1)[0]![1];
      expect(lossAndGradients(kernels, 500)[0]![1]).toBe(usual);
    },
  );
});

it('refuse a catalogue without items, with a sentence', () => {
  const rows = exactKernels.prepare({
    ...watchedRows({ rows: 2, items: 1, width: 1 }),
    columns: 0,
    offsets: new Int32Array(3),
    indices: new Int32Array(0),
    values: new Float32Array(0),
  });
  const loss = (): tf.Tensor => exactKernels.multinomialLoss(tf.ones([2, 3]), tf.zeros([0, 3]), tf.zeros([1, 0]), rows);
  expect(() => tf.tidy(loss)).toThrow(/there are no items/);
  rows.dispose();
});

it.each([exactKernels, loweredKernels])('keep NaN in a loss ($name)', (kernels) => {
  const history = watchedRows({ rows: 2, items: 9, width: 2 });
  const rows = kernels.prepare({
    ...history,
    offsets: Int32Array.of(0, 1, 2),
    indices: Int32Array.of(0, 1),
    values: Float32Array.of(1, 1),
  });
  tf.tidy(() => {
    const loss = kernels.multinomialLoss(tf.tensor2d([NaN, 1, 1, 1], [2, 2]), tf.ones([9, 2]), tf.zeros([1, 9]), rows);
    const [broken, sound] = loss.dataSync();
    expect(broken).toBeNaN();
    expect(sound).toBeCloseTo(Math.log(9), 5);
  });
  rows.dispose();
});

it('leave the array alone that a parameter was made from, when it is updated', () => {
  const values = Float32Array.of(1, 2);
  const parameter = exactKernels.parameter('test', [1, 2], { values });
  tf.tidy(() => parameter.update(tf.ones([1, 2]), { step: 1, rate: 0.1, decay: 0 }));
  expect(Array.from(values)).toEqual([1, 2]);
  expect(Array.from(parameter.values())).not.toEqual([1, 2]);
  parameter.dispose();
});

it('refuse rows that do not fit, with a sentence', () => {
  const rows = exactKernels.prepare({
    rows: 1,
    columns: 3,
    offsets: Int32Array.of(0, 1),
    indices: Int32Array.of(7),
    values: Float32Array.of(1),
  });
  expect(() => tf.tidy(() => rows.product(tf.ones([3, 2])))).toThrow(/index is out of range/);
  rows.dispose();
});

it('agree with plain operations on scores of any size', async () => {
  const sizes = { rows: 6, items: 50, width: 8 };
  const given = givenOf(sizes);
  const lossesBy = (kernels: Kernels, scale: number): Float32Array => {
    const rows = kernels.prepare(given.history);
    const losses = tf.tidy(() => {
      const code = tf.mul(tf.tensor2d(given.code, [6, 8]), scale) as tf.Tensor2D;
      const [decoder, bias] = [tf.tensor2d(given.decoder, [50, 8]), tf.tensor2d(given.bias, [1, 50])];
      return kernels.multinomialLoss(code, decoder, bias, rows).dataSync().slice() as Float32Array;
    });
    rows.dispose();
    return losses;
  };
  for (const scale of [1, 60]) {
    const expected = await onPlainBackend(() => lossesBy(plainKernels, scale));
    lossesBy(exactKernels, scale).forEach((loss, row) =>
      expect(loss / (expected[row] || 1)).toBeCloseTo(expected[row] === 0 ? 0 : 1, 5),
    );
  }
});
