/** Neighbours and the graph between them: exact, and independent of the order of the points. */
import { expect, it } from 'vitest';
import { RandomStream } from '../../../../engine/model/random';
import { neighbourGraph } from './graph';
import { nearestNeighbours } from './nearest';

const [POINTS, WIDTH, MOST] = [120, 20, 7];

/** On a coarse raster, so that many distances are equal. */
function rasterPoints(): Float32Array {
  const random = new RandomStream(11, 'test/raster');
  return Float32Array.from({ length: POINTS * WIDTH }, () => random.below(3));
}

const nearest = (values: Float32Array) => nearestNeighbours({ values, width: WIDTH }, MOST, async () => undefined);

it('finds the same nearest points as comparing all with all, ties to the lower index', async () => {
  const values = rasterPoints();
  const { indices, distances } = await nearest(values);
  for (let point = 0; point < POINTS; point++) {
    const others = Array.from({ length: POINTS }, (_, other) => {
      let square = 0;
      for (let column = 0; column < WIDTH; column++) {
        const difference = values[point * WIDTH + column]! - values[other * WIDTH + column]!;
        square += difference * difference;
      }
      return { other, square };
    }).filter(({ other }) => other !== point);
    const expected = others
      .toSorted((left, right) => left.square - right.square || left.other - right.other)
      .slice(0, MOST);
    const from = point * MOST;
    expect(Array.from(indices.subarray(from, from + MOST))).toEqual(expected.map(({ other }) => other));
    expect(Array.from(distances.subarray(from, from + MOST))).toEqual(expected.map(({ square }) => Math.sqrt(square)));
  }
});

it('gives the reordered graph for points in another order', async () => {
  const random = new RandomStream(12, 'test/points');
  const values = Float32Array.from({ length: POINTS * WIDTH }, () => random.uniform());
  const order = random.shuffle(Int32Array.from({ length: POINTS }, (_, point) => point));
  const moved = new Float32Array(values.length);
  order.forEach((point, at) => moved.set(values.subarray(point * WIDTH, (point + 1) * WIDTH), at * WIDTH));
  const edges = async (points: Float32Array, nameOf: (point: number) => number) => {
    const { heads, tails, weights } = neighbourGraph(await nearest(points));
    return Array.from(weights, (weight, pair) => {
      const ends = [nameOf(heads[pair]!), nameOf(tails[pair]!)].toSorted((left, right) => left - right);
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
      return `${ends.join('-')} ${weight.toFixed(9)}`;
    }).toSorted();
  };
  const graph = await edges(values, (point) => point);
  expect(new Set(graph).size).toBe(graph.length);
  expect(await edges(moved, (point) => order[point]!)).toEqual(graph);
});
