import { expect, it } from 'vitest';
import { viewingsOf } from './viewings';

const events = (list: [profile: number, item: number, time: number][]) => ({
  profile: Int32Array.from(list, ([profile]) => profile),
  item: Int32Array.from(list, ([, item]) => item),
  time: Float64Array.from(list, ([, , time]) => time),
});
const shape = { profiles: 3, items: 4 };

it('has each title of a profile once, latest first, and titles of one moment in their order', () => {
  const viewings = viewingsOf(
    events([
      [0, 3, 10],
      [2, 1, 10],
      [0, 1, 20],
      [0, 3, 20],
      [2, 3, 30],
      [2, 1, 40],
    ]),
    shape,
  );
  expect(viewings).toEqual({
    offsets: Int32Array.of(0, 2, 2, 4),
    item: Int32Array.of(1, 3, 1, 3),
    last: Float64Array.of(20, 20, 40, 30),
    times: Int32Array.of(1, 2, 2, 1),
    firstWatched: Float64Array.of(NaN, 10, NaN, 10),
  });
});

it('keeps the order of the titles without times', () => {
  const { item, last, times } = viewingsOf(
    events([
      [1, 0, NaN],
      [1, 2, NaN],
      [1, 2, NaN],
      [1, 3, NaN],
    ]),
    shape,
  );
  expect([...item]).toEqual([0, 2, 3]);
  expect([...times]).toEqual([1, 2, 1]);
  expect(last.every(Number.isNaN)).toBe(true);
});
