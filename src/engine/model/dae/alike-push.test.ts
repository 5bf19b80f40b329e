import { expect, it } from 'vitest';
import { RandomStream } from '../random';
import type { NamedTensor } from '../recommender';
import { alikePush, pushOf } from './alike-push';

const ITEMS = 40;
const random = new RandomStream(1, 'alike-push');
const decoder = (columns: number): NamedTensor => ({
  shape: [ITEMS, columns],
  values: Float32Array.from({ length: ITEMS * columns }, () => random.uniform() - 0.5),
});

/** The change that a push makes to the scores of the titles, as the decoder multiplies. */
const effect = (push: Float64Array, { shape, values }: NamedTensor): number[] =>
  Array.from({ length: ITEMS }, (_, item) =>
    push.reduce((sum, value, unit) => sum + value * values[item * shape[1]! + unit]!, 0),
  );

it("finds the same push if one model has the other's units in another order", () => {
  const from = decoder(5);
  const order = [3, 0, 4, 1];
  // The fifth column is not part of the code: it reads the profile.
  const to = {
    shape: [ITEMS, 5],
    values: Float32Array.from(
      { length: ITEMS * 5 },
      (_, at) => from.values[Math.floor(at / 5) * 5 + ([...order, 2][at % 5] ?? 0)]!,
    ),
  };
  const push = Float64Array.of(1, -2, 0, 0.5, 0);
  const carried = alikePush(push, from, to, 4);
  expect(Array.from(carried, (value) => value.toFixed(4).replace('-0.0000', '0.0000'))).toEqual([
    '0.5000',
    '1.0000',
    '0.0000',
    '-2.0000',
  ]);
});

it('leaves a residual that no other push reduces', () => {
  const [from, to] = [decoder(6), decoder(7)];
  const push = Float64Array.of(1, 0, -1, 2, 0, 0);
  const wanted = effect(push, from);
  const leftBy = (carried: Float64Array): number =>
    effect(carried, to).reduce((sum, value, item) => sum + (value - wanted[item]!) ** 2, 0);
  const carried = alikePush(push, from, to, 7);
  const best = leftBy(carried);
  expect(best).toBeLessThan(wanted.reduce((sum, value) => sum + value * value, 0));
  for (let unit = 0; unit < 7; unit++)
    for (const step of [-0.01, 0.01]) {
      const other = carried.slice();
      other[unit]! += step;
      expect(leftBy(other)).toBeGreaterThan(best);
    }
});

it('adds up pushes along directions in the units of the code, and skips directions that a model lacks', () => {
  const directions = {
    count: 2,
    deviations: Float64Array.of(2, 0.5),
    shares: Float64Array.of(0.8, 0.2),
    vectors: Float64Array.of(1, 0, 0, 1),
  };
  const pushes = [
    { direction: 0, amount: 1.5 },
    { direction: 1, amount: -2 },
    { direction: 7, amount: 1 },
  ];
  expect(Array.from(pushOf(directions, pushes))).toEqual([3, -1]);
});
