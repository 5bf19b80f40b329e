import { expect, test } from 'vitest';
import { mappedTables } from './mapped-layout';

test('a mapping that names one column for profile and title is refused', () => {
  const events = { file: 'views.csv', profile: 'user', item: 'film' };
  expect(mappedTables('/data', ['views.csv'], { events })).toMatchObject([{ profile: 'user', item: 'film' }]);
  expect(() => mappedTables('/data', ['views.csv'], { events: { ...events, item: 'user' } })).toThrow(
    /names the column user for both/,
  );
});
