/** What only our own kernels promise: the same bits under every instruction set, for every number of threads, whatever is beside a row. */
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SparseRows } from '../../../data/tables';
import { topK } from '../../../recommend/top-k';
import { loadBackend } from '../../backend';
import { RandomStream } from '../../random';
import { type InstructionSet, loadExactAddon } from './load-addon';
import { exactKernels } from './exact';
import { nativeKernels } from '../native';

const random = new RandomStream(1, 'exact');
const uniform = (size: number): Float32Array => Float32Array.from({ length: size }, () => random.uniform() * 2 - 1);

/** Sizes that fill no vector, tile or part, and one that fills them all. */
const SIZES = [
  { rows: 37, items: 1003, width: 29 },
  { rows: 5, items: 7, width: 3 },
  { rows: 1, items: 400, width: 264 },
  { rows: 128, items: 768, width: 48 },
];
type Sizes = (typeof SIZES)[number];

beforeAll(async () => {
  const { kernels, reason } = await loadBackend('portable');
  expect(kernels.name, reason ?? 'our kernels were not built').toBe('exact');
});

const addon = (): ReturnType<typeof loadExactAddon> => loadExactAddon();
const natural = (): InstructionSet => addon().instructionSet;

afterEach(() => {
  addon().setInstructionSet(natural());
  addon().setThreads(0);
});

function watchedRows({ rows, items }: Sizes): SparseRows {
  const lists = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: items }, (_item, item) => item).filter(() => row % 5 !== 4 && random.uniform() < 0.05),
  );
  const offsets = new Int32Array(rows + 1);
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
  const indices = Int32Array.from(lists.flat());
  return { rows, columns: items, offsets, indices, values: Float32Array.from(indices, () => random.uniform() + 0.1) };
}

/** Everything that training and scoring take from the kernels, as numbers. */
function everything(sizes: Sizes, given: ReturnType<typeof givenOf>): (Float32Array | Int32Array)[] {
  const { rows, items, width } = sizes;
  const { code, decoder, bias, history, upstream, weights } = given;
  const batch = exactKernels.prepare(history);
  const parameter = exactKernels.parameter('test', [items, width], { values: decoder });
  const results: (Float32Array | Int32Array)[] = [];
  try {
    tf.tidy(() => {
      const at = [tf.tensor2d(code, [rows, width]), parameter.read(), tf.tensor2d(bias, [1, items])] as const;
      const { value, grads } = tf
        .engine()
        .gradients(() => exactKernels.multinomialLoss(...at, batch) as tf.Tensor, [...at], tf.tensor1d(upstream));
      const input = tf.tensor2d(weights, [items, width]);
      const product = tf.engine().gradients(() => batch.product(input) as tf.Tensor, [input], at[0]);
      const affine = exactKernels.affine(at[0], tf.transpose(at[1]), at[2]);
      const scores = exactKernels.scores(...at);
      for (const tensor of [value, ...grads, product.value, ...product.grads, affine, scores])
        results.push(tensor.dataSync().slice() as Float32Array);
      const best = exactKernels.best!(...at, history, Math.min(25, items));
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

function givenOf(sizes: Sizes) {
  const { rows, items, width } = sizes;
  return {
    code: uniform(rows * width),
    decoder: uniform(items * width),
    bias: uniform(items),
    history: watchedRows(sizes),
    upstream: uniform(rows),
    weights: uniform(items * width),
  };
}

describe.each(SIZES)('our own kernels, $rows rows, $items items, $width units', (sizes) => {
  const given = givenOf(sizes);

  it('give the same bits under each instruction set', () => {
    const own = everything(sizes, given);
    expect(addon().setInstructionSet('avx2')).toBe(true);
    expect(everything(sizes, given)).toEqual(own);
    // Not every processor has it.
    if (addon().setInstructionSet('avx512')) expect(everything(sizes, given)).toEqual(own);
  });

  it('give the same bits with 1, 2 and 5 threads', () => {
    const all = everything(sizes, given);
    for (const threads of [1, 2, 5]) {
      addon().setThreads(threads);
      expect(everything(sizes, given), `${threads} threads`).toEqual(all);
    }
  });

  it('give a row the same scores alone as among others', () => {
    const { rows, items, width } = sizes;
    tf.tidy(() => {
      const decoder = tf.tensor2d(given.decoder, [items, width]);
      const bias = tf.tensor2d(given.bias, [1, items]);
      const together = exactKernels.scores(tf.tensor2d(given.code, [rows, width]), decoder, bias).dataSync();
      for (let row = 0; row < rows; row++) {
        const alone = tf.tensor2d(given.code.subarray(row * width, (row + 1) * width), [1, width]);
        expect(exactKernels.scores(alone, decoder, bias).dataSync()).toEqual(
          together.slice(row * items, (row + 1) * items),
        );
      }
    });
  });

  it('find the best unwatched items that a search of the scores finds', () => {
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

describe('the best items', () => {
  const best = (scores: number[], count: number, watched: number[] = []): ReturnType<typeof bestOf> =>
    bestOf(scores, count, watched);
  function bestOf(scores: number[], count: number, watched: number[]) {
    return tf.tidy(() => {
      // A width of one: the scores are the decoder itself.
      const decoder = tf.tensor2d(scores, [scores.length, 1]);
      const history = { offsets: Int32Array.of(0, watched.length), indices: Int32Array.from(watched) };
      const found = exactKernels.best!(tf.ones([1, 1]), decoder, tf.zeros([1, scores.length]), history, count);
      return { items: Array.from(found.items), broken: Array.from(found.broken) } as never as {
        items: number[];
        broken: number[];
      };
    });
  }

  it('come in the order of their scores, ties by the lower item, and end with -1', () => {
    expect(best([1, 3, 3, 2, 3], 4)).toEqual({ items: [1, 2, 4, 3], broken: [-1] });
    expect(best([1, 3], 4, [1])).toEqual({ items: [0, -1, -1, -1], broken: [-1] });
  });

  it('name the first item whose score is no finite number', () => {
    expect(best([1, NaN, 2, Infinity], 2).broken).toEqual([1]);
    expect(best([1, 2, -Infinity], 2).broken).toEqual([2]);
  });
});

describe('a short list, which takes many rows', () => {
  const sizes = { rows: 70, items: 6000, width: 12 };

  /** Of a decoder, by the short list and (under AVX2) by a search of every score. */
  function bothWays(
    decoder: Float32Array,
    bias = uniform(sizes.items),
  ): ReturnType<NonNullable<typeof exactKernels.best>>[] {
    const { code, history } = givenOf(sizes);
    return ([natural(), 'avx2'] as const).map((instructions) => {
      expect(addon().setInstructionSet(instructions)).toBe(true);
      const at = [
        tf.tensor2d(code, [sizes.rows, sizes.width]),
        tf.tensor2d(decoder, [sizes.items, sizes.width]),
        tf.tensor2d(bias, [1, sizes.items]),
      ] as const;
      const found = exactKernels.best!(...at, history, 25);
      tf.dispose([...at]);
      return found;
    });
  }

  it('leaves nothing out where units differ a thousandfold in size', () => {
    const decoder = uniform(sizes.items * sizes.width).map((value, at) =>
      at % sizes.width === 3 ? value * 1000 : value,
    );
    const [short, long] = bothWays(decoder);
    expect(short).toEqual(long);
  });

  it('leaves nothing out where more items are alike than it can hold', () => {
    const alike = uniform(sizes.width);
    const decoder = Float32Array.from({ length: sizes.items * sizes.width }, (_, at) => alike[at % sizes.width]!);
    const [short, long] = bothWays(decoder, new Float32Array(sizes.items));
    expect(short).toEqual(long);
  });

  it('still names an item whose score is no finite number', () => {
    const decoder = uniform(sizes.items * sizes.width);
    decoder[17 * sizes.width + 2] = NaN;
    const [short, long] = bothWays(decoder);
    expect(short).toEqual(long);
    expect(short!.broken[69]).toBe(17);
  });
});

it('a loss that is not a number stays one', () => {
  const history = watchedRows({ rows: 2, items: 9, width: 2 });
  const rows = exactKernels.prepare({
    ...history,
    offsets: Int32Array.of(0, 1, 2),
    indices: Int32Array.of(0, 1),
    values: Float32Array.of(1, 1),
  });
  tf.tidy(() => {
    const loss = exactKernels.multinomialLoss(
      tf.tensor2d([NaN, 1, 1, 1], [2, 2]),
      tf.ones([9, 2]),
      tf.zeros([1, 9]),
      rows,
    );
    const [broken, sound] = loss.dataSync();
    expect(broken).toBeNaN();
    expect(sound).toBeCloseTo(Math.log(9), 5);
  });
  rows.dispose();
});

it('the update leaves the array alone that the parameter was made of', () => {
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

it('agree with the kernels of TensorFlow on scores of any size', () => {
  const sizes = { rows: 6, items: 50, width: 8 };
  const given = givenOf(sizes);
  for (const scale of [1, 60]) {
    const losses = [exactKernels, nativeKernels].map((kernels) => {
      const rows = kernels.prepare(given.history);
      const loss = tf.tidy(() =>
        kernels
          .multinomialLoss(
            tf.mul(tf.tensor2d(given.code, [6, 8]), scale),
            tf.tensor2d(given.decoder, [50, 8]),
            tf.tensor2d(given.bias, [1, 50]),
            rows,
          )
          .dataSync()
          .slice(),
      );
      rows.dispose();
      return loss;
    });
    losses[0]!.forEach((loss, row) =>
      expect(loss / (losses[1]![row] || 1)).toBeCloseTo(losses[1]![row] === 0 ? 0 : 1, 5),
    );
  }
});
