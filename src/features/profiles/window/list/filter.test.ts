import { expect, test } from 'vitest';
import { filterParts } from '../../../../shared/values/filter-parts';
import { filterOf, isSameFilter, tidyFilter, toggleValue, withoutPart } from './filter';

const filter = {
  text: 'a1',
  profiles: ['a11', 'a12'],
  attributes: { age: ['3', null], sex: ['F'] },
  watched: { from: 5 },
  reviewed: false,
};

test('a filter is the sum of its parts', () => {
  expect(filterParts(filter).map(({ kind }) => kind)).toEqual([
    'text',
    'profiles',
    'attribute',
    'attribute',
    'watched',
    'reviewed',
  ]);
  expect(filterOf(filterParts(filter))).toEqual(filter);
});

test('empty parts are not sent', () => {
  expect(tidyFilter({ text: ' ', attributes: { age: [] }, score: {} })).toEqual({});
});

test('removing one part keeps the others', () => {
  expect(withoutPart(filter, 2)).toEqual({ ...filter, attributes: { sex: ['F'] } });
});

test('a value toggles in and out, missing included', () => {
  const once = toggleValue({}, 'age', null);
  expect(once.attributes).toEqual({ age: [null] });
  expect(tidyFilter(toggleValue(once, 'age', null))).toEqual({});
});

test('filters are equal in whichever order they were built', () => {
  const one = { attributes: { age: ['4', null], sex: ['F'] }, watched: { from: 1, to: 5 } };
  const other = { watched: { to: 5, from: 1 }, score: {}, attributes: { sex: ['F'], age: [null, '4'], city: [] } };
  expect(isSameFilter(one, other)).toBe(true);
  expect(isSameFilter(one, { ...other, noted: true })).toBe(false);
  expect(isSameFilter({ profiles: ['2', '1'] }, { profiles: ['1', '2'] })).toBe(true);
  expect(isSameFilter({ profiles: ['2', '1'] }, { profiles: ['1'] })).toBe(false);
});

test('an attribute may be named like a property of objects', () => {
  expect(toggleValue({}, 'constructor', '__proto__').attributes).toEqual({ constructor: ['__proto__'] });
  expect(toggleValue({ attributes: {} }, 'toString', null).attributes).toEqual({ toString: [null] });
});
