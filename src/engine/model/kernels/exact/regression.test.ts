/** Ridge regressions from title to title by our own kernels: the same bits everywhere, and results that match the definition. */
import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, it } from 'vitest';
import type { SparseRows } from '../../../data/tables';
import { loadBackend } from '../../backend';
import { expectSameBits, expectSameBitsEverywhere } from '../../testing/same-bits';
import { weightsOf } from '../../testing/linked-weights';
import { leaveAsLoaded, watchedRows } from '../../testing/made-up';
import type { LinearKernels } from '../linear/linear-kernels';
import { valueOf } from '../linear/links';
import { plainLinear } from '../../testing/plain-linear/plain-linear';
import { exactLinear } from './linear';

await loadBackend();

afterEach(leaveAsLoaded);

const RIDGE = 3;
const goOn = async (): Promise<void> => undefined;

async function linksBy(linear: LinearKernels, histories: SparseRows, most = 1e9, ridge = RIDGE) {
  const links = await linear.titleRegression(histories, { ridge, most }, goOn);
  expect(links).not.toBeNull();
  return links!;
}

/** titles x titles, one row per candidate. */
const weightsBy = async (linear: LinearKernels, histories: SparseRows): Promise<Float64Array> =>
  weightsOf(await linksBy(linear, histories));

const madeUp = (rows: number, items: number): SparseRows => watchedRows({ rows, items, width: 1 });

/** The same histories and profiles without one, so many that the matrix is one of titles. */
const withEmptyProfiles = (histories: SparseRows): SparseRows => {
  const rows = Math.max(histories.rows, histories.columns);
  const offsets = new Int32Array(rows + 1).fill(histories.indices.length);
  offsets.set(histories.offsets);
  return { ...histories, rows, offsets };
};

/** rows x columns. */
function dense({ rows, columns, offsets, indices, values }: SparseRows): Float64Array {
  const matrix = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) matrix[row * columns + indices[at]!] = values[at]!;
  return matrix;
}

/** For a number in bfloat16: its largest rounding error, and the largest distance to its neighbour. */
const HALF_UNIT = 1 / 256;
const UNIT = 1 / 128;

/** Equal within single precision, or neighbours in bfloat16 if rounding separated them. */
function expectAlike(found: Float64Array, right: Float64Array): void {
  const size = right.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(size).toBeGreaterThan(0.01);
  found.forEach((value, at) => {
    if (Math.abs(value - right[at]!) > size * 1e-5 + Math.abs(right[at]!) * UNIT)
      expect.fail(`at ${at}: ${value} instead of ${right[at]}`);
  });
}

// Sizes around a vector, a tile, a part and a block of columns.
const SIZES = [
  { rows: 90, items: 7 },
  { rows: 120, items: 95 },
  { rows: 500, items: 383 },
  { rows: 400, items: 384 },
  { rows: 450, items: 385 },
  { rows: 37, items: 203 },
  { rows: 389, items: 450 },
  { rows: 900, items: 801 },
];

/** Titles that take too long for npm run check. */
const MANY = 500;

for (const { rows, items } of SIZES)
  describe(
    `weights from title to title of ${rows} profiles, ${items} titles`,
    { tags: items > MANY ? ['thorough'] : [] },
    () => {
      const histories = madeUp(rows, items);

      it(
        'have the same bits under each instruction set, and with 1, 2 and 5 threads',
        { tags: ['thorough'] },
        async () => {
          await expectSameBitsEverywhere(() => linksBy(exactLinear, histories, items * 20));
        },
      );

      it('match those of JavaScript, within single precision', async () => {
        expectAlike(await weightsBy(exactLinear, histories), await weightsBy(plainLinear, histories));
      });

      it('are those of the greatest links, over all titles', { tags: ['thorough'] }, async () => {
        const most = items * 5;
        const [all, kept] = [await linksBy(exactLinear, histories), await linksBy(exactLinear, histories, most)];
        const sizes = [...all.links].map((link) => Math.abs(valueOf(link))).sort((left, right) => right - left);
        expect(kept.links.length).toBeLessThanOrEqual(most);
        // Links of one size are all kept, or none.
        const least = sizes.slice(0, most).findLast((size) => size > sizes[most]!)!;
        const expected = weightsOf(all).map((weight, at) =>
          Math.abs(weight) < least * all.multipliers[Math.floor(at / items)]! ? 0 : weight,
        );
        expectSameBits(weightsOf(kept), expected);
      });

      it('score alike, bit for bit, in JavaScript', async () => {
        const links = await linksBy(exactLinear, histories, items * 5);
        const [ours, plain] = [exactLinear, plainLinear].map((linear) => {
          const scorer = linear.linkedScorer(links);
          const scores = scorer.score(histories);
          scorer.dispose();
          return scores;
        });
        expectSameBits(ours!, plain!);
        const weights = weightsOf(links);
        const x = dense(histories);
        for (let row = 0; row < rows; row += 17)
          for (let candidate = 0; candidate < items; candidate++) {
            const own = weights.subarray(candidate * items, (candidate + 1) * items);
            const score = own.reduce((sum, weight, title) => sum + weight * x[row * items + title]!, 0);
            const found = ours![row * items + candidate]!;
            if (!(Math.abs(found - score) < 1e-5))
              expect.fail(`row ${row}, title ${candidate}: ${found} instead of ${score}`);
          }
      });
    },
  );

describe.each([
  ['our own kernels', exactLinear],
  ['JavaScript', plainLinear],
] as const)('the weights of %s', (_, linear) => {
  const histories = madeUp(60, 130);

  it(
    'solve the regression: outside the diagonal the gradient is zero, except for the loss of bfloat16',
    { tags: ['thorough'] },
    async () => {
      const weights = await weightsBy(linear, histories);
      const titles = histories.columns;
      const x = dense(histories);
      for (let candidate = 0; candidate < titles; candidate++) {
        const own = weights.subarray(candidate * titles, (candidate + 1) * titles);
        expect(own[candidate]).toBe(0);
        const gradient = own.map((weight) => RIDGE * weight);
        const lost = own.map((weight) => RIDGE * HALF_UNIT * Math.abs(weight));
        for (let profile = 0; profile < histories.rows; profile++) {
          const row = x.subarray(profile * titles, (profile + 1) * titles);
          const error = row.reduce((sum, value, title) => sum + value * own[title]!, 0) - row[candidate]!;
          const errorLost = HALF_UNIT * row.reduce((sum, value, title) => sum + value * Math.abs(own[title]!), 0);
          row.forEach((value, title) => {
            gradient[title]! += value * error;
            lost[title]! += value * errorLost;
          });
        }
        gradient[candidate] = 0;
        gradient.forEach((slope, title) => expect(Math.abs(slope)).toBeLessThan(1e-5 + lost[title]!));
      }
    },
  );

  it('are the same through a matrix of profiles as through one of titles', async () => {
    expectAlike(await weightsBy(linear, histories), await weightsBy(linear, withEmptyProfiles(histories)));
  });

  it('are missing if the ridge is too small to tell two titles apart', async () => {
    // Every profile that watched one watched the other.
    const twins = { ...madeUp(40, 2), offsets: Int32Array.from({ length: 41 }, (_row, row) => row * 2) };
    const watched = { ...twins, indices: Int32Array.from({ length: 80 }, (_at, at) => at % 2) };
    const same = { ...watched, values: new Float32Array(80).fill(1) };
    for (const ridge of [0, 1e-20, -1])
      expect(await linear.titleRegression(same, { ridge, most: 4 }, goOn), `ridge ${ridge}`).toBeNull();
    const [, first, second] = weightsOf(await linksBy(linear, same, 4, 4));
    for (const weight of [first!, second!]) expect(Math.abs(weight / (40 / 44) - 1)).toBeLessThan(HALF_UNIT);
  });

  it('are interrupted between two steps, and leave no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const shares: number[] = [];
    const stopped = new Error('stopped');
    const breakOff = async (share: number): Promise<void> => {
      shares.push(share);
      if (share > 0) throw stopped;
    };
    const large = madeUp(420, 400);
    const broken = linear.titleRegression(large, { ridge: RIDGE, most: 2000 }, breakOff);
    await expect(broken).rejects.toBe(stopped);
    expect(shares).toHaveLength(2);
    expect(tf.memory().numTensors).toBe(before);
    await linear.titleRegression(large, { ridge: RIDGE, most: 2000 }, async (share) => void shares.push(share));
    expect(shares.slice(2)).toEqual(shares.slice(2).sort((left, right) => left - right));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});
