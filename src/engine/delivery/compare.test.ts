import { describe, expect, test } from 'vitest';
import { LIST_END } from '../runs/lists-file';
import { changedLists, comparedLists, mostChanged, type NamedLists } from './compare';

const COUNT = 3;

function lists(rows: Record<string, readonly string[]>, items: readonly string[]): NamedLists {
  const profiles = Object.keys(rows);
  const places = new Int32Array(profiles.length * COUNT).fill(LIST_END);
  profiles.forEach((profile, row) =>
    places.set(
      rows[profile]!.map((id) => items.indexOf(id)),
      row * COUNT,
    ),
  );
  return { lists: { count: COUNT, items: places, scores: new Float32Array(places.length) }, profiles, items };
}

const ITEMS = ['a', 'b', 'c', 'd'];
const before = lists({ x: ['a', 'b', 'c'], y: ['a', 'b'], z: ['d'] }, ITEMS);
const changed = (after: NamedLists): string[] => changedLists(before, after).map(({ profile }) => profile);

describe('two deliveries', () => {
  test('are compared profile by profile, in the order of the later one; who is in one alone is left out', () => {
    const after = lists({ z: ['a'], new: ['b'], x: ['c', 'b'] }, ITEMS);
    const compared = [...comparedLists(before, after)];
    expect(compared.map(({ profile, was, row }) => [profile, was, row])).toEqual([
      ['z', 2, 0],
      ['x', 0, 2],
    ]);
    expect(compared[1]).toMatchObject({
      before: ['a', 'b', 'c'],
      after: ['c', 'b'],
      difference: { came: [], went: ['a'], shared: 2, isReordered: false },
    });
  });

  test('have changed lists where titles came, went or stand in another order', () => {
    expect(changed(lists({ x: ['a', 'b', 'c'], y: ['a', 'b'], z: ['d'] }, ITEMS))).toEqual([]);
    expect(changed(lists({ x: ['a', 'b', 'd'], y: ['b', 'a'], z: ['d', 'a'] }, ITEMS))).toEqual(['x', 'y', 'z']);
    expect(changed(lists({ x: ['a', 'b', 'c'], y: ['a'], z: ['d'] }, ITEMS))).toEqual(['y']);
  });

  test('are compared by the IDs of titles: the same titles in other columns are the same, other titles in the same columns are not', () => {
    const rows = { x: ['a', 'b', 'c'], y: ['b', 'a'], z: ['d'] };
    expect(changed(lists(rows, ['d', 'c', 'b', 'a', 'e']))).toEqual(['y']);
    expect(changed(lists({ x: ['a', 'b', 'c'], y: ['a', 'b'], z: ['e'] }, ['a', 'b', 'c', 'e']))).toEqual(['z']);
  });

  test('may have more titles in one of them, before or after', () => {
    const rows = { x: ['a', 'b', 'c'], y: ['a', 'b'], z: ['e'] };
    const after = lists(rows, [...ITEMS, 'e']);
    expect(changed(after)).toEqual(['z']);
    expect(changedLists(after, before).map(({ profile }) => profile)).toEqual(['z']);
  });

  test('of the same profiles are compared row by row', () => {
    const after = { ...lists({ x: ['a'], y: ['a', 'b'], z: ['d'] }, ITEMS), profiles: before.profiles };
    expect(changed(after)).toEqual(['x']);
  });
});

test('the lists that kept the fewest titles come first, and a tie is broken by the order before', () => {
  const all = [3, 1, 2, 1, 0].map((shared, row) => ({ shared, row }));
  expect(mostChanged(all, 4).map(({ row }) => row)).toEqual([4, 1, 3, 2]);
  expect(mostChanged(all, 9)).toHaveLength(5);
  expect(all.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4]);
});
