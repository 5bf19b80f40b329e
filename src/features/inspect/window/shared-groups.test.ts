import { expect, test } from 'vitest';
import { countGroups } from '../../../renderer/components/use-child-words';
import { sharedGroups } from './shared-groups';

const counts = countGroups([{ group: 'Comedy, Drama' }, { group: 'Drama' }, { group: null }]);

test('a title shares with the history the value that most of it has', () => {
  expect(sharedGroups('Comedy, Drama', counts)).toEqual({ group: 'Drama', count: 2 });
  expect(sharedGroups('Comedy', counts)).toEqual({ group: 'Comedy', count: 1 });
});

test('missing or unwatched values are not shared', () => {
  expect(sharedGroups('War', counts)).toBeNull();
  expect(sharedGroups(null, counts)).toBeNull();
});
