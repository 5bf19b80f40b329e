import { expect, it } from 'vitest';
import type { Attribute } from '../../../engine/data/tables';
import { groupsPerList, rarerShares } from './diversity';
import { listedOf } from '../../../../tests/support/listed-of';
import { titleGroups } from '../../../engine/data/display/title-groups';

it('counts the different groups of each list, and ignores titles without a group', () => {
  const genre: Attribute = {
    kind: 'categorical',
    name: 'genre',
    categories: ['songs', 'stories', 'films'],
    codes: Int32Array.of(0, 0, 1, 2, -1),
  };
  const listed = listedOf(5, [
    { watched: [], list: [0, 1, 4] },
    { watched: [], list: [0, 2, 3] },
    { watched: [], list: [1, 0] },
    { watched: [], list: [] },
  ]);
  expect(groupsPerList(listed, titleGroups(genre)!)).toEqual({
    mean: 5 / 3,
    bins: [
      { from: 1, to: 1, lists: 2 },
      { from: 2, to: 2, lists: 0 },
      { from: 3, to: 3, lists: 1 },
    ],
  });
});

it('combines numbers of groups if there are more than bars', () => {
  const titles = Array.from({ length: 70 }, (_, title) => title);
  const own: Attribute = { kind: 'numeric', name: 'own', values: Float64Array.from(titles) };
  const everything: Attribute = {
    kind: 'set',
    name: 'tags',
    categories: titles.map(String),
    offsets: Int32Array.of(0, 70, 71),
    codes: Int32Array.from([...titles, 0]),
  };
  const { bins } = groupsPerList(
    listedOf(2, [
      { watched: [], list: [0] },
      { watched: [], list: [1] },
    ]),
    titleGroups(everything)!,
  )!;
  expect(bins.length).toBeLessThanOrEqual(30);
  expect(bins[0]).toEqual({ from: 1, to: 3, lists: 1 });
  expect(bins.at(-1)!.lists).toBe(1);
  expect(bins.at(-1)!.to).toBeGreaterThanOrEqual(70);
  expect(groupsPerList(listedOf(70, [{ watched: [], list: [] }]), titleGroups(own)!)).toBeNull();
});

it('has the share of each list from the rarer half, with borders above', () => {
  // By popularity: 0, 1, 2, 3; the rarer half is 2 and 3.
  const listed = listedOf(4, [
    { watched: [], list: [0, 1] },
    { watched: [], list: [0, 1, 2, 3] },
    { watched: [], list: [2, 3] },
    { watched: [], list: [1, 0, 2] },
  ]);
  const { mean, bins } = rarerShares(listed, [0, 1, 2, 3])!;
  expect(mean).toBeCloseTo((0 + 0.5 + 1 + 1 / 3) / 4);
  expect(bins.map(({ lists }) => lists)).toEqual([1, 0, 0, 1, 0, 1, 0, 0, 0, 1]);
});

it('handles more lists than a call takes arguments', () => {
  const listed = listedOf(1, [{ watched: [], list: [0] }]);
  const rows = 200_000;
  const many = {
    histories: { ...listed.histories, rows, offsets: new Int32Array(rows + 1) },
    lists: { ...listed.lists, items: new Int32Array(rows * listed.lists.count) },
  };
  const genre: Attribute = { kind: 'categorical', name: 'genre', categories: ['songs'], codes: Int32Array.of(0) };
  expect(groupsPerList({ ...listed, ...many }, titleGroups(genre)!)!.bins).toEqual([{ from: 1, to: 1, lists: rows }]);
});
