import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../engine/model/random';
import { type NewerData, newViewings, type NewViewings } from './new-viewings';

/** Profiles a, b, c over titles p, q, r; a watched p and r, b watched q. */
const KNOWN = {
  profiles: ['a', 'b', 'c'],
  items: ['p', 'q', 'r'],
  histories: { rows: 3, columns: 3, offsets: Int32Array.of(0, 2, 3, 3), indices: Int32Array.of(0, 2, 1), values: null },
  until: 100,
};

type Event = readonly [profile: string, item: string, time: number];

function dataOf(events: readonly Event[], profiles: readonly string[], items: readonly string[]): NewerData {
  return {
    profiles,
    items,
    hasTimes: true,
    each: async (visit) => {
      for (const [profile, item, time] of events) visit(profiles.indexOf(profile), items.indexOf(item), time);
    },
  };
}

const BEFORE: Event[] = [
  ['a', 'p', 50],
  ['a', 'r', 60],
  ['b', 'q', 100],
];
const AFTER: Event[] = [
  ['a', 'q', 300],
  ['a', 'q', 400],
  ['a', 'p', 310],
  ['b', 'new', 90],
  ['b', 'p', 350],
  ['stranger', 'p', 999],
];

const namesOf = ({ targets }: NewViewings, titles: readonly string[]): string[][] =>
  KNOWN.profiles.map((_, row) =>
    Array.from(targets.indices.subarray(targets.offsets[row]!, targets.offsets[row + 1]!), (column) => titles[column]!),
  );

describe('first viewings', () => {
  it('are those in the newer data by profiles of the run, of titles they had not watched', async () => {
    const newer = dataOf([...BEFORE, ...AFTER], ['b', 'stranger', 'a'], ['new', 'r', 'q', 'p']);
    const found = await newViewings(KNOWN, newer, () => true);
    expect(namesOf(found, ['p', 'q', 'r', 'new'])).toEqual([['q'], ['p', 'new'], []]);
    expect(found.period).toEqual({ from: 300, to: 400 });
    expect(found.late).toBe(1);
    expect(Array.from(found.isThere)).toEqual([1, 1, 0]);
    expect(Array.from(found.missing)).toEqual([0, 0, 0]);
  });

  it('can be requested for some rows only, and the others still show whether the data contains what was known', async () => {
    const newer = dataOf([...BEFORE.slice(1), ...AFTER.slice(3)], ['a', 'b', 'stranger'], ['new', 'p', 'q', 'r']);
    const found = await newViewings(KNOWN, newer, (row) => row === 1);
    expect(namesOf(found, ['p', 'q', 'r', 'new'])).toEqual([[], ['p', 'new'], []]);
    expect(Array.from(found.missing)).toEqual([1, 0, 0]);
    expect(found.period).toEqual({ from: 350, to: 350 });
  });

  it('do not depend on the order of profiles and titles in the newer data', async () => {
    const random = new RandomStream(7, 'orders');
    const [profiles, titles] = [
      ['a', 'b', 'c', 'stranger'],
      ['new', 'p', 'q', 'r'],
    ];
    const expected = await newViewings(KNOWN, dataOf([...BEFORE, ...AFTER], profiles, titles), () => true);
    for (let time = 0; time < 20; time++) {
      const shuffled = dataOf([...BEFORE, ...AFTER], random.shuffle([...profiles]), random.shuffle([...titles]));
      expect(await newViewings(KNOWN, shuffled, () => true)).toEqual(expected);
    }
  });

  it('count once per profile and title, as late if the first event was, whatever the order of events', async () => {
    const again: Event[] = [
      ...BEFORE,
      ['a', 'q', 400],
      ['a', 'q', 90],
      ['a', 'q', 90],
      ['a', 'p', 20],
      ['c', 'r', 500],
    ];
    const found = await newViewings(KNOWN, dataOf(again, ['a', 'b', 'c'], ['p', 'q', 'r']), () => true);
    expect(namesOf(found, ['p', 'q', 'r'])).toEqual([['q'], [], ['r']]);
    expect([found.period, found.late]).toEqual([{ from: 400, to: 500 }, 1]);
  });

  it('have no time if the data has none', async () => {
    const newer = dataOf([...BEFORE, ...AFTER], ['a', 'b', 'stranger'], ['new', 'p', 'q', 'r']);
    const found = await newViewings(KNOWN, { ...newer, hasTimes: false }, () => true);
    expect([found.period, found.late]).toEqual([null, 0]);
  });
});
