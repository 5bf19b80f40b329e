import { expect, it } from 'vitest';
import { profilesAs } from './attribute-variants';
import type { ProfileTable } from '../../data/tables';

const profiles: ProfileTable = {
  ids: ['a', 'b', 'c', 'd', 'e', 'f'],
  attributes: [
    { kind: 'numeric', name: 'age', values: Float64Array.of(0, 1, 2, 3, 4, 5) },
    { kind: 'categorical', name: 'sex', categories: ['F', 'M'], codes: Int32Array.of(0, 1, 0, 1, 0, 1) },
  ],
};
const agesOf = ({ attributes: [age] }: ProfileTable): number[] =>
  age?.kind === 'numeric' ? Array.from(age.values) : [];

it('leaves the attributes of a run as they are, or takes all of them away', () => {
  expect(profilesAs('with', profiles, 1)).toBe(profiles);
  expect(profilesAs('without', profiles, 1)).toEqual({ ids: profiles.ids, attributes: [] });
});

it('gives each profile all attributes of one other, by the seed alone, the same on every system', () => {
  const shuffled = profilesAs('shuffled', profiles, 1);
  expect(shuffled.ids).toBe(profiles.ids);
  expect(agesOf(shuffled)).toEqual([1, 3, 4, 2, 0, 5]);
  const sex = shuffled.attributes[1]!;
  expect(sex.kind === 'categorical' && Array.from(sex.codes)).toEqual(agesOf(shuffled).map((age) => age % 2));
  expect(agesOf(profilesAs('shuffled', profiles, 1))).toEqual(agesOf(shuffled));
  expect(agesOf(profilesAs('shuffled', profiles, 2))).not.toEqual(agesOf(shuffled));
});
