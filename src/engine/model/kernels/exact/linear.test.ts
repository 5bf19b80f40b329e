/** The linear models by our own kernels: the same bits under every instruction set and number of threads, and results that match the definitions. */
import { afterEach, describe, expect, it } from 'vitest';
import { selectRows } from '../../../data/histories';
import { loadBackend } from '../../backend';
import { transpose } from '../../baselines/transpose';
import type { LinearKernels } from '../linear/linear-kernels';
import { plainLinear } from '../../testing/plain-linear/plain-linear';
import { exactLinear } from './linear';
import { expectSameBitsEverywhere } from '../../testing/same-bits';
import { leaveAsLoaded, uniform, watchedRows } from '../../testing/made-up';

await loadBackend();

afterEach(leaveAsLoaded);

describe.each([
  { rows: 37, items: 203, factors: 29 },
  { rows: 1, items: 7, factors: 3 },
  { rows: 70, items: 1003, factors: 64 },
  { rows: 33, items: 90, factors: 130 },
])('factors of $rows rows, $items items, $factors factors', ({ rows, items, factors }) => {
  const histories = watchedRows({ rows, items, width: factors });
  const others = uniform(items * factors);
  const start = uniform(rows * factors);
  const ridges = Float32Array.from({ length: rows }, (_, row) => 0.5 + row / 10);

  const improved = (linear = exactLinear, own = start, from = histories, steps = 3): Float32Array => {
    const solver = linear.factorSolver(others, factors, 0.1);
    try {
      return solver.improve(own, from, ridges.subarray(0, from.rows), steps);
    } finally {
      solver.dispose();
    }
  };

  it('have the same bits under each instruction set, and with 1, 2 and 5 threads', async () => {
    await expectSameBitsEverywhere(() => improved());
  });

  it('are the same for a row alone', () => {
    const alone = improved(exactLinear, start.subarray(0, factors), selectRows(histories, [0]));
    expect(alone).toEqual(improved().subarray(0, factors));
  });

  it('match those of JavaScript, within single precision', () => {
    const expected = improved(plainLinear);
    const size = Math.max(...expected.map(Math.abs));
    improved().forEach((value, at) =>
      expect(Math.abs(value - expected[at]!), `at ${at}`).toBeLessThanOrEqual(size * 1e-4),
    );
  });

  it('converge where the gradient is zero', () => {
    const found = improved(exactLinear, start, histories, 300);
    for (let row = 0; row < rows; row++) {
      const x = found.subarray(row * factors, (row + 1) * factors);
      const watched = histories.indices.subarray(histories.offsets[row], histories.offsets[row + 1]);
      const gradient = x.map((value) => ridges[row]! * value);
      for (let item = 0; item < items; item++) {
        const y = others.subarray(item * factors, (item + 1) * factors);
        const score = x.reduce((sum, value, factor) => sum + value * y[factor]!, 0);
        const at = watched.indexOf(item);
        const pull = 0.1 * score - (at < 0 ? 0 : histories.values[histories.offsets[row]! + at]! * (1 - score));
        for (let factor = 0; factor < factors; factor++) gradient[factor]! += pull * y[factor]!;
      }
      const isEmpty = watched.length === 0;
      if (isEmpty) expect(Array.from(x)).toEqual(Array.from({ length: factors }, () => 0));
      else gradient.forEach((value) => expect(Math.abs(value)).toBeLessThan(2e-3));
    }
  });
});

describe('models that are sparse from title to title', () => {
  const titles = 307;
  const histories = watchedRows({ rows: 90, items: titles, width: 1 });
  const settings = {
    watched: uniform(titles).map(Math.abs),
    candidates: uniform(titles).map(Math.abs),
    damping: 0.2,
    count: 12,
  };

  /** Neighbours, scores through them, and scores through all profiles. */
  function computedBy(linear: LinearKernels) {
    const nearest = linear.nearestTitles(histories, settings);
    const [by, walk] = [linear.sparseScorer(nearest), linear.walkScorer(transpose(histories), histories)];
    const scores = { by: by.score(histories), walk: walk.score(histories) };
    const alone = { by: by.score(selectRows(histories, [3])), walk: walk.score(selectRows(histories, [3])) };
    by.dispose();
    walk.dispose();
    return { nearest, scores, alone };
  }

  it('have the same bits under each instruction set, and with 1, 2 and 5 threads', async () => {
    await expectSameBitsEverywhere(() => computedBy(exactLinear));
  });

  it('match those of JavaScript, within single precision', { tags: ['thorough'] }, () => {
    const [own, expected] = [computedBy(exactLinear), computedBy(plainLinear)];
    expect(own.nearest.indices).toEqual(expected.nearest.indices);
    expect(own.nearest.offsets.at(-1)).toBeGreaterThan(titles);
    for (const part of ['by', 'walk'] as const)
      own.scores[part].forEach((score, at) => {
        const right = expected.scores[part][at]!;
        expect(Math.abs(score - right)).toBeLessThanOrEqual(1e-5 * Math.max(1, right));
      });
  });

  it('give a row the same scores alone as among others', () => {
    const { scores, alone } = computedBy(exactLinear);
    expect(alone.by).toEqual(scores.by.subarray(3 * titles, 4 * titles));
    expect(alone.walk).toEqual(scores.walk.subarray(3 * titles, 4 * titles));
  });
});
