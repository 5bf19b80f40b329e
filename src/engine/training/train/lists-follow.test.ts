import { describe, expect, test } from 'vitest';
import { changedLists } from './lists-follow';
import type { Lists } from '../../model/ranking/lists';

/** Two lists of three places. */
const lists = (items: number[], scores: number[]): Lists => ({
  count: 3,
  items: Int32Array.from(items),
  scores: Float32Array.from(scores),
});
const MADE = lists([0, 1, 2, 3, 4, -1], [3, 2, 1, 9, 8, 0]);

describe('lists', () => {
  test('that the model makes follow from it', () => {
    expect(changedLists(MADE, MADE)).toBe(0);
  });

  test.each([
    ['with another title first', lists([7, 1, 2, 3, 4, -1], [3, 2, 1, 9, 8, 0])],
    ['with two titles in each other’s place', lists([1, 0, 2, 3, 4, -1], [3, 2, 1, 9, 8, 0])],
    ['with a title after its end', lists([0, 1, 2, 3, 4, 5], [3, 2, 1, 9, 8, 7])],
    ['without its last title', lists([0, 1, 2, 3, -1, -1], [3, 2, 1, 9, 8, 0])],
    ['with a score that the model does not give', lists([0, 1, 2, 3, 4, -1], [3, 2.5, 1, 9, 8, 0])],
  ])('%s do not', (_, stored) => {
    expect(changedLists(stored, MADE)).toBe(1);
  });

  test('of another number of profiles follow from nothing', () => {
    expect(changedLists(lists([0, 1, 2], [3, 2, 1]), MADE)).toBe(2);
  });

  test('whose scores differ by the last digits of other kernels follow, whichever of two equal titles comes first', () => {
    const near = 1 + 1e-6;
    const equal = lists([0, 1, 2, 3, 4, -1], [3, 2, 2 / near, 9, 8, 0]);
    expect(changedLists(lists([0, 2, 1, 3, 4, -1], [3, 2 * near, 2, 9, 8, 0]), equal)).toBe(0);
    // At the last place another title may have the same score.
    expect(changedLists(lists([0, 1, 9, 3, 4, -1], [3, 2, 2, 9, 8, 0]), equal)).toBe(0);
  });
});
