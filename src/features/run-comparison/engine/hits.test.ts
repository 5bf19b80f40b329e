import { expect, test } from 'vitest';
import { LIST_LENGTH } from '../../../shared/limits';
import type { Run } from '../../../shared/contract/run-life';
import { changesOfHits } from './hits';
import type { Opened } from './opened';
import type { TestedData } from './tested-data';

const PROFILES = 30;
const TITLES = 3;

/** Each profile has titles 0 and 1 held out. */
const tested = {
  targets: {
    rows: PROFILES,
    columns: TITLES,
    offsets: Int32Array.from({ length: PROFILES + 1 }, (_, row) => 2 * row),
    indices: Int32Array.from({ length: 2 * PROFILES }, (_, at) => at % 2),
    values: new Float32Array(2 * PROFILES).fill(1),
  },
  profiles: { ids: Array.from({ length: PROFILES }, (_, row) => `p${row}`), attributes: [] },
  items: { ids: ['a', 'b', 'c'], titles: ['A', null, 'C'], attributes: [] },
} as unknown as TestedData;

/** A run with the given list of each profile. */
function runOf(runId: string, listOf: (row: number) => readonly number[]): Opened {
  const lists = new Int32Array(PROFILES * LIST_LENGTH).fill(-1);
  for (let row = 0; row < PROFILES; row++) lists.set(listOf(row), row * LIST_LENGTH);
  const figures = {
    profile: Int32Array.from({ length: PROFILES }, (_, row) => row),
    recall: new Float32Array(PROFILES),
    ndcg: new Float32Array(PROFILES),
    score: new Float32Array(PROFILES),
    judged: { lists, targets: new Int32Array(PROFILES).fill(2) },
  };
  return { folder: '', run: { runId } as Run, figures };
}

const nothing = runOf('first', () => [2]);

test('hits that came and went are counted over all profiles, and stand with their places', () => {
  const [changes] = changesOfHits([runOf('first', () => [2, 0]), runOf('second', () => [1, 2])], tested);
  expect(changes).toMatchObject({ runId: 'second', first: PROFILES, hits: PROFILES, both: 0, profiles: PROFILES });
  expect(changes!.most[0]).toEqual({
    profile: 'p0',
    came: [{ item: 'b', title: null, rank: 1 }],
    went: [{ item: 'a', title: 'A', rank: 2 }],
  });
});

test('the twenty profiles with the most changes are named, ties in the order of profiles, and all are counted', () => {
  const [changes] = changesOfHits([nothing, runOf('second', (row) => (row < 25 ? [0] : [1, 0]))], tested);
  expect(changes!.profiles).toBe(PROFILES);
  expect(changes!.most.map(({ profile }) => profile)).toEqual(
    [25, 26, 27, 28, 29, ...Array.from({ length: 15 }, (_, row) => row)].map((row) => `p${row}`),
  );
  expect(changes!.most[0]!.came.map(({ rank }) => rank)).toEqual([1, 2]);
});

test('a hit in both lists is no change, whatever its place', () => {
  const [changes] = changesOfHits([runOf('first', () => [0, 2]), runOf('second', () => [2, 0])], tested);
  expect(changes).toMatchObject({ first: PROFILES, hits: PROFILES, both: PROFILES, profiles: 0, most: [] });
});

test('runs are not compared by hits if one of them kept no lists', () => {
  const older = { ...nothing, figures: { ...nothing.figures!, judged: null } };
  expect(changesOfHits([nothing, older], tested)).toEqual([]);
  expect(changesOfHits([older, nothing], tested)).toEqual([]);
});
