import { expect, it } from 'vitest';
import type { Attribute } from '../../../engine/data/tables';
import { groupShares } from './group-shares';
import { comparedProfiles } from './listed';
import { listedOf } from '../../../../tests/support/listed-of';
import { titleGroups } from '../../../engine/data/display/title-groups';

/** Titles 0 and 1 are songs, 2 is a story, 3 has no genre. */
const GENRE: Attribute = {
  kind: 'categorical',
  name: 'genre',
  categories: ['songs', 'stories', 'films'],
  codes: Int32Array.of(0, 0, 1, -1),
};

it('has the mean over the profiles, each of which counts equally', () => {
  const listed = listedOf(4, [
    { watched: [0, 1], list: [2, 3] },
    { watched: [2], list: [0, 2] },
    // Neither of these can be compared.
    { watched: [], list: [0, 1] },
    { watched: [0], list: [] },
  ]);
  const profiles = comparedProfiles(listed);
  expect(profiles).toEqual([0, 1]);
  expect(groupShares(listed, titleGroups(GENRE)!, profiles)).toEqual([
    { value: 'stories', isRest: false, watched: 0.5, recommended: 0.5 },
    { value: 'songs', isRest: false, watched: 0.5, recommended: 0.25 },
    { value: null, isRest: false, watched: 0, recommended: 0.25 },
  ]);
});

it('counts a title of two groups as half of each', () => {
  const genres: Attribute = {
    kind: 'set',
    name: 'genre',
    categories: ['songs', 'stories'],
    offsets: Int32Array.of(0, 2, 3, 3),
    codes: Int32Array.of(0, 1, 1),
  };
  const listed = listedOf(3, [{ watched: [0], list: [1, 2] }]);
  expect(groupShares(listed, titleGroups(genres)!, [0])).toEqual([
    { value: 'stories', isRest: false, watched: 0.5, recommended: 0.5 },
    { value: 'songs', isRest: false, watched: 0.5, recommended: 0 },
    { value: null, isRest: false, watched: 0, recommended: 0.5 },
  ]);
});

it('combines the groups that do not fit into a chart', () => {
  const titles = Array.from({ length: 20 }, (_, title) => title);
  const many: Attribute = { kind: 'numeric', name: 'year', values: Float64Array.from(titles, (title) => 2000 + title) };
  const listed = listedOf(20, [{ watched: titles, list: [0] }]);
  const shares = groupShares(listed, titleGroups(many)!, [0]);
  expect(shares).toHaveLength(13);
  expect(shares[0]).toMatchObject({ value: '2000', recommended: 1 });
  expect(shares.at(-1)).toMatchObject({ value: null, isRest: true, recommended: 0 });
  expect(shares.at(-1)!.watched).toBeCloseTo(8 / 20);
});

it('has no groups if no title has one', () => {
  expect(
    titleGroups({ kind: 'categorical', name: 'genre', categories: ['songs'], codes: Int32Array.of(-1) }),
  ).toBeNull();
  expect(titleGroups({ kind: 'numeric', name: 'year', values: Float64Array.of(NaN) })).toBeNull();
});
