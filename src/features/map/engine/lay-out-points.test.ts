/** The layout of a map: a position for every point, the same bits each time, similar points together, and as close to an earlier map as possible. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../engine/model/random';
import { layOutPoints, type PlacedPoints } from './lay-out-points';
import { unitRows } from './vectors';

const WIDTH = 12;
const GROUPS = 4;

/** Points of four groups alternately, each around its own direction. */
function grouped(points: number, seed = 1): Float32Array {
  const random = new RandomStream(seed, 'test/points');
  const values = new Float32Array(points * WIDTH);
  for (let point = 0; point < points; point++)
    for (let unit = 0; unit < WIDTH; unit++)
      values[point * WIDTH + unit] = (unit % GROUPS === point % GROUPS ? 1 : 0) + 0.4 * random.uniform();
  return unitRows(values, WIDTH);
}

const laidOut = (
  values: Float32Array,
  changes: { seed?: number; earlier?: Float64Array | null; mostLaidOut?: number } = {},
): Promise<PlacedPoints> =>
  layOutPoints({
    vectors: { basis: 'codes', width: WIDTH, values },
    seed: 7,
    name: 'profiles',
    earlier: null,
    rest: async () => undefined,
    ...changes,
  });

const hashOf = ({ places }: PlacedPoints): string =>
  createHash('sha256')
    .update(Buffer.from(places.buffer, places.byteOffset, places.byteLength))
    .digest('hex');

function meanDistance({ places }: PlacedPoints, isMeant: (left: number, right: number) => boolean): number {
  let [sum, pairs] = [0, 0];
  for (let left = 0; left < places.length / 2; left++)
    for (let right = 0; right < left; right++)
      if (isMeant(left, right)) {
        sum += Math.hypot(places[2 * left]! - places[2 * right]!, places[2 * left + 1]! - places[2 * right + 1]!);
        pairs++;
      }
  return sum / pairs;
}

const ofOneGroup = (left: number, right: number): boolean => left % GROUPS === right % GROUPS;

/** Ratio of the mean distance between groups to that within groups. */
const separation = (map: PlacedPoints): number =>
  meanDistance(map, (left, right) => !ofOneGroup(left, right)) / meanDistance(map, ofOneGroup);

const expectPlaces = ({ places }: PlacedPoints, points: number): void => {
  expect(places).toHaveLength(2 * points);
  for (const value of places) expect(Math.abs(value)).toBeLessThan(1.1);
};

describe('the layout of a map', () => {
  it('has the bits that it has always had, on every processor and every Node', async () => {
    const map = await laidOut(grouped(200));
    expect(hashOf(map)).toBe('094e544bd460970b71329f2a574a4f00f60305faf300c63618a7df095bb39104');
    expect(hashOf(await laidOut(grouped(200)))).toBe(hashOf(map));
    expect(hashOf(await laidOut(grouped(200), { seed: 8 }))).not.toBe(hashOf(map));
  });

  it('puts similar points together, also beyond the number that is laid out', async () => {
    const all = await laidOut(grouped(240));
    expectPlaces(all, 240);
    expect(all.laidOut).toHaveLength(240);
    expect(separation(all)).toBeGreaterThan(3);
    const some = await laidOut(grouped(240), { mostLaidOut: 120 });
    expectPlaces(some, 240);
    expect(some.laidOut).toHaveLength(120);
    expect(separation(some)).toBeGreaterThan(3);
    expect(hashOf(await laidOut(grouped(240), { mostLaidOut: 120 }))).toBe(hashOf(some));
  });

  it('has a position for each of any number of points, similar or unknown', async () => {
    for (const points of [0, 1, 2, 3, 17]) expectPlaces(await laidOut(grouped(points)), points);
    const same = grouped(30);
    for (let point = 0; point < 30; point += 2) same.copyWithin(point * WIDTH, 0, WIDTH);
    const map = await laidOut(same);
    expectPlaces(map, 30);
    // Identical points are laid out once, and the others lie beside them.
    expect(Array.from(map.laidOut)).toEqual([0, ...Array.from({ length: 15 }, (_, at) => 2 * at + 1)]);
    for (let point = 2; point < 30; point += 2)
      expect(
        Math.hypot(map.places[2 * point]! - map.places[0]!, map.places[2 * point + 1]! - map.places[1]!),
      ).toBeLessThan(0.01);
    expectPlaces(await laidOut(new Float32Array(9 * WIDTH)), 9);
  });

  it('started from an earlier map stays near it, and new points come to similar ones', async () => {
    const before = await laidOut(grouped(200));
    const earlier = Float64Array.from(before.places);
    // Every fifth point is new.
    for (let point = 0; point < 200; point += 5) earlier.fill(NaN, 2 * point, 2 * point + 2);
    const after = await laidOut(grouped(200, 2), { earlier });
    const fresh = await laidOut(grouped(200, 2));
    const moved = (map: PlacedPoints): number => {
      let sum = 0;
      for (let point = 0; point < 200; point++)
        if (point % 5 !== 0)
          sum += Math.hypot(
            map.places[2 * point]! - earlier[2 * point]!,
            map.places[2 * point + 1]! - earlier[2 * point + 1]!,
          );
      return sum / 160;
    };
    expect(moved(after)).toBeLessThan(0.5 * moved(fresh));
    expect(moved(after)).toBeLessThan(0.3);
    expect(separation(after)).toBeGreaterThan(3);
    expect(hashOf(await laidOut(grouped(200, 2), { earlier }))).toBe(hashOf(after));
  });
});
