import { expect, it } from 'vitest';
import { byPopularity, popularityTail } from './popularity-tail';
import { listedOf } from '../../../../tests/support/listed-of';

it('has shares of viewings and of recommendations, from the most watched title on', () => {
  const listed = listedOf(3, [
    { watched: [2], list: [0, 1] },
    { watched: [0, 2], list: [1] },
    { watched: [2], list: [1] },
  ]);
  expect(byPopularity(listed)).toEqual([2, 0, 1]);
  expect(popularityTail(listed, [2, 0, 1])).toEqual([
    { from: 1, to: 1, watched: 0.75, recommended: 0 },
    { from: 2, to: 2, watched: 0.25, recommended: 0.25 },
    { from: 3, to: 3, watched: 0, recommended: 0.75 },
  ]);
});

it('divides many titles into 20 parts without leaving any out', () => {
  const titles = Array.from({ length: 47 }, (_, title) => title);
  const bins = popularityTail(listedOf(47, [{ watched: titles, list: [46] }]), titles);
  expect(bins).toHaveLength(20);
  expect(bins[0]).toMatchObject({ from: 1, to: 2 });
  bins.slice(1).forEach(({ from }, bin) => expect(from).toBe(bins[bin]!.to + 1));
  expect(bins.at(-1)).toMatchObject({ to: 47, recommended: 1 });
  expect(bins.reduce((sum, { watched }) => sum + watched, 0)).toBeCloseTo(1);
});
