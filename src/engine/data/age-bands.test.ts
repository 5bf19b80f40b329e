import { expect, it } from 'vitest';
import type { Attribute } from './tables';
import { ageAttribute } from '../../shared/values/known-attributes';
import { ageBands } from './age-bands';

const numeric = (name: string, values: number[]): Attribute => ({
  kind: 'numeric',
  name,
  values: Float64Array.from(values),
});

it('has bands with about equally many profiles, and no age in two of them', () => {
  const age = numeric('age', [3, 3, 3, 3, 3, 4, 5, NaN, 6, 7]);
  expect(ageBands(age, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([
    { from: 3, to: 3, profiles: [0, 1, 2, 3, 4] },
    { from: 4, to: 5, profiles: [5, 6] },
    { from: 6, to: 6, profiles: [8] },
    { from: 7, to: 7, profiles: [9] },
  ]);
  expect(ageBands(age, [0, 1, 7])).toEqual([]);
});

it('reads ages that are categories', () => {
  const age: Attribute = {
    kind: 'categorical',
    name: 'age',
    categories: ['10', '9', 'old'],
    codes: Int32Array.of(0, 1, 2, -1),
  };
  expect(ageBands(age, [0, 1, 2, 3])).toEqual([
    { from: 9, to: 9, profiles: [1] },
    { from: 10, to: 10, profiles: [0] },
  ]);
});

it('finds the age by its name, and nothing that only contains it', () => {
  const names = ['language', 'child_age'].map((name) => numeric(name, [1]));
  expect(ageAttribute(names)!.name).toBe('child_age');
  expect(ageAttribute(names.slice(0, 1))).toBeNull();
});
