import { expect, test } from 'vitest';
import type { Mapping } from '../../../shared/contract';
import { fieldsOfMapping, mappingOfFields } from './mapping-fields';

const mapping: Mapping = {
  events: { file: 'plays.csv', profile: 'child', item: 'show', time: 'at', weight: 'times' },
  profiles: {
    file: 'children.csv',
    profile: 'child',
    attributes: ['age', { name: 'likes', kind: 'set', columns: ['like1', 'like2'] }],
  },
};

test('a mapping comes through the form as it was, also what the form does not show', () => {
  expect(mappingOfFields(fieldsOfMapping(mapping), mapping)).toEqual(mapping);
});

test('a table without a file is left out', () => {
  const fields = fieldsOfMapping(mapping);
  fields.profiles.file = '';
  expect(mappingOfFields(fields, mapping)).toEqual({ events: mapping.events });
});

test('attributes are names with commas between', () => {
  const fields = fieldsOfMapping(mapping);
  fields.profiles.attributes = ' age ,, town ';
  expect(mappingOfFields(fields, mapping).profiles?.attributes).toEqual(['age', 'town']);
});
