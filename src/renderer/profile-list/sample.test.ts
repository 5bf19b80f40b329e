import { expect, test } from 'vitest';
import type { ProfileRow } from '../../shared/contract';
import { samplePlaces, sortSample } from './sample';

const row = (profile: string, score: number | null): ProfileRow => ({
  profile,
  attributes: { age: score === null ? null : '3' },
  watched: 1,
  lastActive: null,
  recall: null,
  score,
  reviewed: false,
  noted: false,
});

test('a seed always picks the same, another seed others', () => {
  const picked = samplePlaces(8311, 20, 7);
  expect(new Set(picked).size).toBe(20);
  expect(Math.max(...picked)).toBeLessThan(8311);
  expect(samplePlaces(8311, 20, 7)).toEqual(picked);
  expect(samplePlaces(8311, 20, 8)).not.toEqual(picked);
});

test('a sample of few takes them all', () => {
  expect(samplePlaces(3, 20, 1)).toEqual([0, 1, 2]);
});

test('what is missing comes last, up and down', () => {
  const rows = [row('a', null), row('b', 0.1), row('c', 0.3)];
  const ids = (descending: boolean) => sortSample(rows, { column: 'score', descending }).map(({ profile }) => profile);
  expect(ids(true)).toEqual(['c', 'b', 'a']);
  expect(ids(false)).toEqual(['b', 'c', 'a']);
});
