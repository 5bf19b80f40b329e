import { describe, expect, it } from 'vitest';
import { MOST_MAP_CLUSTERS } from '../contract/limits';
import { RandomStream } from '../../../engine/model/random';
import { clusterPlaces, clustersFor } from './clusters';

const clustersOf = (places: Float32Array): Promise<Int32Array> =>
  clusterPlaces(places, new RandomStream(1, 'test/clusters'), async () => undefined);

/** Points around three centres far apart: half of them, a quarter, and the rest. */
function threeHeaps(points: number): { places: Float32Array; heap: number[] } {
  const random = new RandomStream(2, 'test/places');
  const heap = Array.from({ length: points }, (_, point) => (point % 2 === 0 ? 0 : point % 4 === 1 ? 1 : 2));
  const middles = [
    [-1, 0],
    [1, 0],
    [0, 1],
  ] as const;
  const places = Float32Array.from(
    { length: 2 * points },
    (_, at) => middles[heap[at >> 1]!]![(at & 1) as 0 | 1] + 0.1 * random.uniform(),
  );
  return { places, heap };
}

describe('the clusters of a map', () => {
  it('are the heaps of its points, numbered by size', async () => {
    const { places, heap } = threeHeaps(90);
    expect(clustersFor(90)).toBe(3);
    const cluster = await clustersOf(places);
    expect(Array.from(cluster)).toEqual(heap);
  });

  it('leave no number out, however few or similar the points are', async () => {
    for (const places of [new Float32Array(0), new Float32Array(2), new Float32Array(2000), threeHeaps(5000).places]) {
      const cluster = await clustersOf(places);
      expect(cluster).toHaveLength(places.length / 2);
      const sizes: number[] = [];
      for (const own of cluster) sizes[own] = (sizes[own] ?? 0) + 1;
      expect(sizes.length).toBeLessThanOrEqual(MOST_MAP_CLUSTERS);
      expect(sizes).toEqual(Array.from(sizes).toSorted((left, right) => right - left));
      expect(Object.keys(sizes)).toHaveLength(sizes.length);
    }
  });
});
