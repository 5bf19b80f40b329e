import { expect, test } from 'vitest';
import type { Mapping } from '../../../shared/contract/dataset';
import { fieldsOfMapping, mappingOfFields, meaningsOf } from './mapping-fields';

const mapping: Mapping = {
  events: { file: 'plays.csv', profile: 'child', item: 'show', time: 'at', weight: 'times' },
  profiles: {
    file: 'children.csv',
    profile: 'child',
    attributes: ['age', { name: 'likes', kind: 'set', columns: ['like1', 'like2'] }],
  },
};

test('a mapping survives the form unchanged, including what the form does not show', () => {
  expect(mappingOfFields(fieldsOfMapping(mapping), mapping)).toEqual(mapping);
});

test('a table without a file is left out', () => {
  const fields = fieldsOfMapping(mapping);
  fields.profiles.file = '';
  expect(mappingOfFields(fields, mapping)).toEqual({ events: mapping.events });
});

test('attributes are columns of the file, by their names', () => {
  const fields = fieldsOfMapping(mapping);
  expect(fields.profiles.attributes).toEqual(['age', 'likes']);
  fields.profiles.attributes = ['age', 'town'];
  expect(mappingOfFields(fields, mapping).profiles?.attributes).toEqual(['age', 'town']);
});

test('each column of a file is what the fields say of it', () => {
  const fields = fieldsOfMapping(mapping);
  const plays = meaningsOf({ file: 'plays.csv' }, fields);
  expect([plays.role, ...['child', 'show', 'at', 'seconds'].map(plays.of)]).toEqual([
    'history',
    'profile',
    'item',
    'time',
    null,
  ]);
  const children = meaningsOf({ file: 'children.csv' }, fields);
  expect([children.role, ...['child', 'age', 'show'].map(children.of)]).toEqual([
    'profiles',
    'profile',
    'attribute',
    null,
  ]);
  expect(meaningsOf({ file: 'other.csv' }, fields)).toMatchObject({ role: null });
  expect(meaningsOf({ file: 'other.csv' }, fields).of('child')).toBeNull();
});

test('a sheet of a workbook is named where it is not the first, and forgotten with the workbook', () => {
  const sheets: Mapping = {
    ...mapping,
    profiles: { file: 'all.xlsx', sheet: 'Kids', profile: 'child', attributes: [] },
  };
  const fields = fieldsOfMapping(sheets);
  expect(mappingOfFields(fields, sheets)).toEqual(sheets);
  const roleOf = (name: string, isFirst: boolean): string | null =>
    meaningsOf({ file: 'all.xlsx', sheet: { name, isFirst } }, fields).role;
  expect([roleOf('Cover', true), roleOf('kids', false)]).toEqual([null, 'profiles']);
  fields.profiles.sheet = '';
  expect([roleOf('Cover', true), roleOf('Kids', false)]).toEqual(['profiles', null]);
  fields.profiles = { ...fields.profiles, file: 'all.csv', sheet: 'Kids' };
  expect(mappingOfFields(fields, sheets).profiles).toEqual({ file: 'all.csv', profile: 'child', attributes: [] });
});
