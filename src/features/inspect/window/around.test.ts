import { expect, test } from 'vitest';
import type { ProfileRow } from '../../../shared/contract/profiles';
import type { ReadProfiles } from '../../profiles/window/list/use-profile-pages';
import { profilesAround } from './around';

/** Answers as the engine does, by `profiles.page` with `around`. */
const listOf =
  (...ids: string[]): ReadProfiles =>
  (start, end, _sort, around = '') => {
    const place = ids.indexOf(around);
    const first = place === -1 ? start : Math.max(0, place - 1);
    const last = place === -1 ? end : place + 2;
    const rows = ids.slice(first, last).map((profile) => ({ profile }) as ProfileRow);
    return Promise.resolve({ total: ids.length, start: first, rows });
  };

test('a profile has the one before it and the one after it, wherever it was last seen', async () => {
  for (const seen of [null, 0, 2, 9])
    expect(await profilesAround(listOf('a', 'b', 'c', 'd'), undefined, 'c', seen)).toEqual({
      place: 2,
      total: 4,
      previous: { profile: 'b', place: 1 },
      next: { profile: 'd', place: 3 },
    });
});

test('the first has none before it, the last none after it', async () => {
  expect(await profilesAround(listOf('a', 'b'), undefined, 'a', 0)).toMatchObject({ place: 0, previous: null });
  expect(await profilesAround(listOf('a', 'b'), undefined, 'b', 1)).toMatchObject({ place: 1, next: null });
});

test('of a profile that has left the list, the next is the one now in its place', async () => {
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
