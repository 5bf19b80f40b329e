import { expect, test } from 'vitest';
import type { ProfileRow } from '../../../../shared/contract/profiles';
import type { ReadProfiles } from '../../../profiles/window/list/use-profile-pages';
import { profilesAround } from './around';

/** Answers `profiles.page` with `around` as the engine does. */
const listOf =
  (...ids: string[]): ReadProfiles =>
  (start, end, _sort, around = '') => {
    const place = ids.indexOf(around);
    const first = place === -1 ? start : Math.max(0, place - 1);
    const last = place === -1 ? end : place + 2;
    const rows = ids.slice(first, last).map((profile) => ({ profile }) as ProfileRow);
    return Promise.resolve({ total: ids.length, start: first, rows });
  };

test('a profile has a previous and a next one, wherever it was last seen', async () => {
  for (const seen of [null, 0, 2, 9])
    expect(await profilesAround(listOf('a', 'b', 'c', 'd'), undefined, 'c', seen)).toEqual({
      place: 2,
      total: 4,
      previous: { profile: 'b', place: 1 },
      next: { profile: 'd', place: 3 },
    });
});

test('the first has no previous one, the last no next one', async () => {
  expect(await profilesAround(listOf('a', 'b'), undefined, 'a', 0)).toMatchObject({ place: 0, previous: null });
  expect(await profilesAround(listOf('a', 'b'), undefined, 'b', 1)).toMatchObject({ place: 1, next: null });
});

test('for a profile that has left the list, next is the one now in its place', async () => {
  expect(await profilesAround(listOf('a', 'c'), undefined, 'b', 1)).toEqual({
    place: null,
    total: 2,
    previous: { profile: 'a', place: 0 },
    next: { profile: 'c', place: 1 },
  });
  expect(await profilesAround(listOf('a', 'c'), undefined, 'b', null)).toMatchObject({
    place: null,
    previous: null,
    next: { profile: 'a', place: 0 },
  });
});
