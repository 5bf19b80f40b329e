/** Lists of our own kernels: the same through a short list as by a search of every score, and for a row alone as among many. */
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BestItems } from '../../ranking/scorer';
import { loadBackend } from '../../backend';
import { exactKernels } from './exact';
import { addon, givenOf, leaveAsLoaded, natural, random, type Sizes, uniform } from '../../testing/made-up';

beforeAll(async () => {
  await loadBackend();
});

afterEach(leaveAsLoaded);

describe('the best items', () => {
  /** Of one row; with a width of one, the scores are the decoder itself. */
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

  it('name the first item whose score is not finite', () => {
    expect(best([1, NaN, 2, Infinity], 2).broken).toEqual([1]);
    expect(best([1, 2, -Infinity], 2).broken).toEqual([2]);
  });
});

/** The instruction sets with short lists, each with its own code. */
const WITH_SHORTLIST: readonly unknown[] = ['avx512-vnni', 'avx512-bf16'];

describe.skipIf(!WITH_SHORTLIST.includes(natural()))(
  'a short list (skipped: this processor has no AVX-512 VNNI)',
  () => {
    const sizes = { rows: 200, items: 6000, width: 12 };

    /** Lists of a decoder, through the short list and (under AVX2) by a search of every score. */
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
      ['items so small that their squares are 0', filled(() => (random.uniform() - 0.5) * 1e-25)],
      ['an item so small that its scale is 0', filled((at) => (at < 12 ? 1e-37 : random.uniform() - 0.5))],
      ['nothing at all', filled(() => 0)],
    ])('leaves nothing out among %s', { tags: ['thorough'] }, (_, decoder) => {
      for (const bias of [uniform(sizes.items), new Float32Array(sizes.items)]) {
        const [short, long] = bothWays(decoder, sizes, bias);
        expect(short).toEqual(long);
      }
    });

    it.each([
      { rows: 193, items: 30, width: 5 },
      { rows: 400, items: 3000, width: 640 },
      { rows: 192, items: 2000, width: 1 },
    ])('leaves nothing out of $rows rows, $items items, $width units', { tags: ['thorough'] }, (other) => {
      const [short, long] = bothWays(uniform(other.items * other.width), other, uniform(other.items), 40);
      expect(short).toEqual(long);
    });

    it('still names an item whose score is not finite', () => {
      const decoder = uniform(sizes.items * sizes.width);
      decoder[17 * sizes.width + 2] = NaN;
      const [short, long] = bothWays(decoder);
      expect(short).toEqual(long);
      expect(short!.broken[199]).toBe(17);
    });
  },
);

it('gives a row the same list alone as among many', () => {
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

it.each([
  { rows: 37, items: 1003, width: 29 },
  { rows: 1, items: 7, width: 3 },
])('scores some titles of $rows rows as among all', ({ rows, items, width }) => {
  const { code, decoder, bias } = givenOf({ rows, items, width });
  const some = Int32Array.from({ length: rows * 11 }, (_, at) => (at % 11 === 10 ? -1 : (at * 7) % items));
  tf.tidy(() => {
    const at = [
      tf.tensor2d(code, [rows, width]),
      tf.tensor2d(decoder, [items, width]),
      tf.tensor2d(bias, [1, items]),
    ] as const;
    const all = exactKernels.scores(...at).dataSync();
    const found = exactKernels.scoresOfItems!(...at, some);
    expect(found).toEqual(
      Float32Array.from(some, (item, place) => (item < 0 ? 0 : all[Math.floor(place / 11) * items + item]!)),
    );
  });
});
