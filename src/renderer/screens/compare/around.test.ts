import { expect, test } from 'vitest';
import { profilesAround } from './around';

const reader = (ids: string[], reads: [number, number][] = []) => {
  const rows = ids.map((profile) => ({ profile }));
  return (start: number, end: number) => {
    reads.push([start, end]);
    return Promise.resolve({ total: rows.length, rows: rows.slice(start, end) });
  };
};

test('at its place a profile takes one small page', async () => {
  const reads: [number, number][] = [];
  const around = await profilesAround(reader(['a', 'b', 'c', 'd'], reads), 'c', 2);
  expect(around).toEqual({
    place: 2,
    total: 4,
    previous: { profile: 'b', place: 1 },
    next: { profile: 'd', place: 3 },
  });
  expect(reads).toEqual([[1, 4]]);
});

test('the first has none before it, the last none after it', async () => {
  expect((await profilesAround(reader(['a', 'b']), 'a', 0)).previous).toBeNull();
  expect((await profilesAround(reader(['a', 'b']), 'b', 1)).next).toBeNull();
});

test('a profile that was opened from elsewhere is looked for', async () => {
  expect(await profilesAround(reader(['a', 'b', 'c']), 'b', null)).toMatchObject({ place: 1 });
});

test('of a profile that has left the list, the next is the one now in its place', async () => {
  const around = await profilesAround(reader(['a', 'c']), 'b', 1);
  expect(around).toEqual({
    place: null,
    total: 2,
    previous: { profile: 'a', place: 0 },
    next: { profile: 'c', place: 1 },
  });
});
