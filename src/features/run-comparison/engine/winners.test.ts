import { expect, it } from 'vitest';
import { winnersOf } from './winners';

it('counts the profiles that are served better, worse and the same, and by how much', () => {
  const first = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
  const scores = [0.5, 0.75, 0.55, 0.5, 0.45, 0.44];
  const { bins, ...counts } = winnersOf(scores, first);
  expect(counts).toEqual({ better: 2, same: 2, worse: 2 });
  // As far to the left as to the right.
  expect(bins).toHaveLength(11);
  expect(bins.filter(({ profiles }) => profiles > 0)).toEqual([
    { from: -0.1, to: -0.05, profiles: 1 },
    { from: -0.05, to: 0, profiles: 1 },
    { from: 0, to: 0, profiles: 2 },
    { from: 0, to: 0.05, profiles: 1 },
    { from: 0.2, to: 0.25, profiles: 1 },
  ]);
});

it('has bars as fine as the differences allow', () => {
  expect(winnersOf([0.62], [0.5]).bins.at(-1)).toEqual({ from: 0.1, to: 0.12, profiles: 1 });
  const { bins } = winnersOf([1, 0], [0, 1]);
  expect(bins).toHaveLength(21);
  expect(bins[0]).toEqual({ from: -1, to: -0.9, profiles: 1 });
  expect(bins.at(-1)).toEqual({ from: 0.9, to: 1, profiles: 1 });
});

it('has one bar if all scores are the same', () => {
  expect(winnersOf([0.2, 0], [0.2, 0])).toEqual({
    better: 0,
    same: 2,
    worse: 0,
    bins: [{ from: 0, to: 0, profiles: 2 }],
  });
});
