/** What only our own kernels promise: the same bits under every instruction set, for every number of threads, whatever is beside a row. */
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SparseRows } from '../../../data/tables';
import { topK } from '../../../recommend/top-k';
import { loadBackend } from '../../backend';
import { RandomStream } from '../../random';
import { type InstructionSet, loadExactAddon } from './load-addon';
import { exactKernels } from './exact';
import type { BestItems, Kernels } from '../kernels';
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

/** Known before the tests are: which of them can run depends on it. */
function loadedSet(): InstructionSet | null {
  try {
    return loadExactAddon().instructionSet;
  } catch {
    return null;
  }
}

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
  /** Of one row; a width of one makes the scores the decoder itself. */
  function best(scores: number[], count: number, watched: number[] = []): { items: number[]; broken: number[] } {
    const at = [
      tf.ones<tf.Rank.R2>([1, 1]),
      tf.tensor2d(scores, [scores.length, 1]),
      tf.zeros<tf.Rank.R2>([1, scores.length]),
    ] as const;
    const history = { offsets: Int32Array.of(0, watched.length), indices: Int32Array.from(watched) };
    const found = exactKernels.best!(...at, history, count);
    tf.dispose([...at]);
    return { items: Array.from(found.items), broken: Array.from(found.broken) };
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

describe.skipIf(loadedSet() !== 'avx512-vnni')('a short list (skipped: this processor has no AVX-512 VNNI)', () => {
  const sizes = { rows: 200, items: 6000, width: 12 };

  /** Of a decoder, by the short list and (under AVX2) by a search of every score. */
  function bothWays(
    decoder: Float32Array,
    { rows, items, width }: Sizes = sizes,
    bias = uniform(items),
    count = 25,
  ): BestItems[] {
    const { code, history } = givenOf({ rows, items, width });
    return ([natural(), 'avx2'] as const).map((instructions) => {
      expect(addon().setInstructionSet(instructions)).toBe(true);
      const at = [
        tf.tensor2d(code, [rows, width]),
        tf.tensor2d(decoder, [items, width]),
        tf.tensor2d(bias, [1, items]),
      ] as const;
      const found = exactKernels.best!(...at, history, count);
      tf.dispose([...at]);
      return found;
    });
  }

  const filled = (value: (at: number) => number, { items, width }: Sizes = sizes): Float32Array =>
    Float32Array.from({ length: items * width }, (_, at) => value(at));
  const alike = uniform(sizes.width);

  it.each([
    ['numbers of one size', uniform(sizes.items * sizes.width)],
    [
      'units that differ a thousandfold',
      filled((at) => (random.uniform() - 0.5) * (at % sizes.width === 3 ? 1000 : 1)),
    ],
    ['more items alike than it can hold', filled((at) => alike[at % sizes.width]!)],
    ['items so small that their squares are none', filled(() => (random.uniform() - 0.5) * 1e-25)],
    ['an item so small that its scale is none', filled((at) => (at < 12 ? 1e-37 : random.uniform() - 0.5))],
    ['nothing at all', filled(() => 0)],
  ])('leaves nothing out among %s', (_, decoder) => {
    for (const bias of [uniform(sizes.items), new Float32Array(sizes.items)]) {
      const [short, long] = bothWays(decoder, sizes, bias);
      expect(short).toEqual(long);
    }
  });

  it.each([
    { rows: 193, items: 30, width: 5 },
    { rows: 400, items: 3000, width: 640 },
    { rows: 192, items: 2000, width: 1 },
  ])('leaves nothing out of $rows rows, $items items, $width units', (other) => {
    const [short, long] = bothWays(uniform(other.items * other.width), other, uniform(other.items), 40);
    expect(short).toEqual(long);
  });

  it('still names an item whose score is no finite number', () => {
    const decoder = uniform(sizes.items * sizes.width);
    decoder[17 * sizes.width + 2] = NaN;
    const [short, long] = bothWays(decoder);
    expect(short).toEqual(long);
    expect(short!.broken[199]).toBe(17);
  });
});

it('a row has the same list alone as among many', () => {
  const sizes = { rows: 200, items: 900, width: 20 };
  const { code, decoder, bias, history } = givenOf(sizes);
  tf.tidy(() => {
    const items = tf.tensor2d(decoder, [sizes.items, sizes.width]);
    const offset = tf.tensor2d(bias, [1, sizes.items]);
    const together = exactKernels.best!(tf.tensor2d(code, [sizes.rows, sizes.width]), items, offset, history, 25);
    for (const row of [0, 57, 199]) {
      const own = history.indices.slice(history.offsets[row], history.offsets[row + 1]);
      const alone = exactKernels.best!(
        tf.tensor2d(code.subarray(row * sizes.width, (row + 1) * sizes.width), [1, sizes.width]),
        items,
        offset,
        { offsets: Int32Array.of(0, own.length), indices: own },
        25,
      );
      expect(alone.items).toEqual(together.items.slice(row * 25, (row + 1) * 25));
      expect(alone.scores).toEqual(together.scores.slice(row * 25, (row + 1) * 25));
    }
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

  it.each([1, 40, 60, 80, 82, 85, 87, 90, 200, -85, -200])('has the gradients that TensorFlow finds at %d', (size) => {
    const expected = lossAndGradients(nativeKernels, size);
    for (const [part, values] of lossAndGradients(exactKernels, size).entries()) {
      const largest = Math.max(...expected[part]!.map(Math.abs));
      for (const [index, value] of values.entries())
        expect(Math.abs(value - expected[part]![index]!), `part ${part} at ${index}`).toBeLessThanOrEqual(
          largest * 1e-5,
        );
    }
  });

  it('is for a row what it is alone, also beside one of very large scores', () => {
    const usual = lossAndGradients(exactKernels, 1)[0]![1];
    expect(lossAndGradients(exactKernels, 500)[0]![1]).toBe(usual);
  });
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
