import { describe, expect, it } from 'vitest';
import { RandomStream } from '../model/random';
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
  const ordered = events.toSorted((left, right) => left[2] - right[2]);
  return {
    profiles,
    items,
    events: {
      profile: Int32Array.from(ordered, ([profile]) => profiles.indexOf(profile)),
      item: Int32Array.from(ordered, ([, item]) => items.indexOf(item)),
      time: Float64Array.from(ordered, ([, , time]) => time),
      weight: null,
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

describe('what was watched for the first time', () => {
  it('is what the newer data has of the profiles of the run, and they had not watched', () => {
    const newer = dataOf([...BEFORE, ...AFTER], ['b', 'stranger', 'a'], ['new', 'r', 'q', 'p']);
    const found = newViewings(KNOWN, newer, () => true);
    expect(namesOf(found, ['p', 'q', 'r', 'new'])).toEqual([['q'], ['p', 'new'], []]);
    expect(found.period).toEqual({ from: 300, to: 400 });
    expect(found.late).toBe(1);
    expect(Array.from(found.isThere)).toEqual([1, 1, 0]);
    expect(Array.from(found.missing)).toEqual([0, 0, 0]);
  });

  it('is asked of some rows only, and the others still tell whether the data holds what was known', () => {
    const newer = dataOf([...BEFORE.slice(1), ...AFTER.slice(3)], ['a', 'b', 'stranger'], ['new', 'p', 'q', 'r']);
    const found = newViewings(KNOWN, newer, (row) => row === 1);
    expect(namesOf(found, ['p', 'q', 'r', 'new'])).toEqual([[], ['p', 'new'], []]);
    expect(Array.from(found.missing)).toEqual([1, 0, 0]);
    expect(found.period).toEqual({ from: 350, to: 350 });
  });

  it('does not depend on the order in which the newer data has profiles and titles', () => {
    const random = new RandomStream(7, 'orders');
    const [profiles, titles] = [
      ['a', 'b', 'c', 'stranger'],
      ['new', 'p', 'q', 'r'],
    ];
    const expected = newViewings(KNOWN, dataOf([...BEFORE, ...AFTER], profiles, titles), () => true);
    for (let time = 0; time < 20; time++) {
      const shuffled = dataOf([...BEFORE, ...AFTER], random.shuffle([...profiles]), random.shuffle([...titles]));
      expect(newViewings(KNOWN, shuffled, () => true)).toEqual(expected);
    }
  });

  it('has no time where the data has none', () => {
    const { profiles, items, events } = dataOf([...BEFORE, ...AFTER], ['a', 'b', 'stranger'], ['new', 'p', 'q', 'r']);
    const found = newViewings(KNOWN, { profiles, items, events: { ...events, time: null } }, () => true);
    expect([found.period, found.late]).toEqual([null, 0]);
  });
});
