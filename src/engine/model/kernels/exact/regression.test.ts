/** Ridge regressions from title to title by our own kernels: the same bits everywhere, and what the definition says. */
import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, it } from 'vitest';
import type { SparseRows } from '../../../data/tables';
import { loadBackend } from '../../backend';
import { expectSameBitsEverywhere } from '../../testing/same-bits';
import { leaveAsLoaded, watchedRows } from '../../testing/made-up';
import type { LinearKernels } from '../linear/linear-kernels';
import { plainLinear } from '../linear/plain';
import { exactLinear } from './linear';

const { kernels, reason } = await loadBackend('portable');
expect(kernels.linear, reason ?? 'our kernels were not built').toBe(exactLinear);

afterEach(leaveAsLoaded);

const RIDGE = 3;
const goOn = async (): Promise<void> => undefined;

async function weightsBy(linear: LinearKernels, histories: SparseRows, count = histories.columns, ridge = RIDGE) {
  const weights = await linear.titleRegression(histories, { ridge, count }, goOn);
  expect(weights).not.toBeNull();
  return weights!;
}

const madeUp = (rows: number, items: number): SparseRows => watchedRows({ rows, items, width: 1 });

/** The same histories, and profiles without one: as many as make the matrix one of titles. */
const withEmptyProfiles = (histories: SparseRows): SparseRows => {
  const rows = Math.max(histories.rows, histories.columns);
  const offsets = new Int32Array(rows + 1).fill(histories.indices.length);
  offsets.set(histories.offsets);
  return { ...histories, rows, offsets };
};

/** titles x titles, a row a candidate. */
function dense({ rows, columns, offsets, indices, values }: SparseRows): Float64Array {
  const matrix = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) matrix[row * columns + indices[at]!] = values[at]!;
  return matrix;
}

function expectAlike(found: SparseRows, expected: SparseRows): void {
  const right = dense(expected);
  const size = right.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(size).toBeGreaterThan(0.01);
  dense(found).forEach((value, at) => {
    if (Math.abs(value - right[at]!) > size * 1e-5) expect.fail(`at ${at}: ${value} instead of ${right[at]}`);
  });
}

// Sizes around a vector, a tile, a part and a block of columns.
describe.each([
  { rows: 90, items: 7 },
  { rows: 120, items: 95 },
  { rows: 500, items: 383 },
  { rows: 400, items: 384 },
  { rows: 450, items: 385 },
  { rows: 900, items: 801 },
  { rows: 37, items: 203 },
  { rows: 389, items: 450 },
])('weights from title to title of $rows profiles, $items titles', ({ rows, items }) => {
  const histories = madeUp(rows, items);

  it('have the same bits under each instruction set, and with 1, 2 and 5 threads', async () => {
    await expectSameBitsEverywhere(() => weightsBy(exactLinear, histories, 20));
  });

  it('are those that JavaScript finds, within single precision', async () => {
    expectAlike(await weightsBy(exactLinear, histories), await weightsBy(plainLinear, histories));
  });

  it('are for each candidate the greatest, in the order of titles', async () => {
    const all = dense(await weightsBy(exactLinear, histories));
    const kept = await weightsBy(exactLinear, histories, 5);
    for (let title = 0; title < items; title++) {
      const own = [...all.subarray(title * items, (title + 1) * items).entries()].filter(([, weight]) => weight !== 0);
      const greatest = own
        .sort(([left, a], [right, b]) => Math.abs(b) - Math.abs(a) || left - right)
        .slice(0, 5)
        .sort(([left], [right]) => left - right);
      const [from, to] = [kept.offsets[title], kept.offsets[title + 1]];
      const found = Array.from(kept.indices.subarray(from, to), (other, at) => [other, kept.values[from! + at]]);
      expect(found).toEqual(greatest);
    }
  });
});

describe.each([
  ['our own kernels', exactLinear],
  ['JavaScript', plainLinear],
] as const)('the weights of %s', (_, linear) => {
  const histories = madeUp(60, 130);

  it('solve the regression: outside the diagonal the gradient is zero', async () => {
    const weights = dense(await weightsBy(linear, histories));
    const titles = histories.columns;
    const x = dense(histories);
    for (let candidate = 0; candidate < titles; candidate++) {
      const own = weights.subarray(candidate * titles, (candidate + 1) * titles);
      expect(own[candidate]).toBe(0);
      const gradient = own.map((weight) => RIDGE * weight);
      for (let profile = 0; profile < histories.rows; profile++) {
        const row = x.subarray(profile * titles, (profile + 1) * titles);
        const error = row.reduce((sum, value, title) => sum + value * own[title]!, 0) - row[candidate]!;
        row.forEach((value, title) => (gradient[title]! += value * error));
      }
      gradient[candidate] = 0;
      gradient.forEach((slope) => expect(Math.abs(slope)).toBeLessThan(1e-5));
    }
  });

  it('are the same by way of a matrix of profiles as by one of titles', async () => {
    expectAlike(await weightsBy(linear, histories), await weightsBy(linear, withEmptyProfiles(histories)));
  });

  it('do not come out where the ridge is too small to tell two titles apart', async () => {
    // Everybody who watched one watched the other.
    const twins = { ...madeUp(40, 2), offsets: Int32Array.from({ length: 41 }, (_row, row) => row * 2) };
    const watched = { ...twins, indices: Int32Array.from({ length: 80 }, (_at, at) => at % 2) };
    const same = { ...watched, values: new Float32Array(80).fill(1) };
    for (const ridge of [0, 1e-20, -1])
      expect(await linear.titleRegression(same, { ridge, count: 2 }, goOn), `ridge ${ridge}`).toBeNull();
    const [first, second] = (await weightsBy(linear, same, 2, 4)).values;
    expect(first).toBeCloseTo(40 / 44, 6);
    expect(second).toBeCloseTo(40 / 44, 6);
  });

  it('are broken off between two steps, and leave no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const shares: number[] = [];
    const stopped = new Error('stopped');
    const breakOff = async (share: number): Promise<void> => {
      shares.push(share);
      if (share > 0) throw stopped;
    };
    const large = madeUp(420, 400);
    const broken = linear.titleRegression(large, { ridge: RIDGE, count: 5 }, breakOff);
    await expect(broken).rejects.toBe(stopped);
    expect(shares).toHaveLength(2);
    expect(tf.memory().numTensors).toBe(before);
    await linear.titleRegression(large, { ridge: RIDGE, count: 5 }, async (share) => void shares.push(share));
    expect(shares.slice(2)).toEqual(shares.slice(2).sort((left, right) => left - right));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});
