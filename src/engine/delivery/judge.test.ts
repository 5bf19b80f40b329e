import { expect, it } from 'vitest';
import { pairedDifference } from '../model/evaluate/bootstrap';
import { meanOf } from '../model/evaluate/judge';
import { RandomStreams } from '../model/random';
import { compareFigures, compareMetrics, reversed } from './judge';

const stream = () => new RandomStreams(7).stream('figures');
const figures = (count: number): Float64Array => {
  const random = stream();
  return Float64Array.from({ length: count }, () => random.below(1000) / 999);
};
const [before, after, other] = [figures(80), figures(160).subarray(80), figures(240).subarray(160)];

it('gives each figure the interval that it would get alone, to the bit', () => {
  const alone = (one: Float64Array) => pairedDifference(one, before, new RandomStreams(0).stream('delivery/compared'));
  const means = (one: Float64Array) => ({ before: meanOf(before), after: meanOf(one) });
  expect(compareFigures(before, [after, other])).toEqual([
    { ...alone(after), ...means(after) },
    { ...alone(other), ...means(other) },
  ]);
});

it('has an interval of no width and no sign for the same figures', () => {
  const [same] = compareFigures(before, [before]);
  expect(same).toMatchObject({ mean: 0, low: 0, high: 0, isCertain: false });
  expect(reversed(same!)).toEqual(same);
});

it('is the negative from the other side', () => {
  const [one] = compareFigures(before, [after]);
  expect(reversed(one!)).toEqual(compareFigures(after, [before])[0]);
});

it('gives the score the same interval alone and among other metrics', () => {
  const metrics = (score: Float64Array) => ({ score, recall: other!, ndcg: other! });
  const [score] = compareMetrics(metrics(before!), metrics(after!));
  expect(score).toEqual({ metric: 'score', ...compareFigures(before!, [after!])[0]! });
});
