import { describe, expect, it } from 'vitest';
import { hasMoved, listDifference } from './list-difference';

describe('the difference of two lists', () => {
  it('has what came in and went out, best first, and what both have', () => {
    const difference = listDifference(['a', 'b', 'c', 'd'], ['e', 'c', 'a', 'f', 'g']);
    expect(difference).toEqual({ came: ['e', 'f', 'g'], went: ['b', 'd'], shared: 2, isReordered: false });
    expect(hasMoved(difference)).toBe(true);
  });

  it('of as many titles that came as went is no other order', () => {
    const difference = listDifference(['a', 'b'], ['c', 'b']);
    expect(difference).toEqual({ came: ['c'], went: ['a'], shared: 1, isReordered: false });
    expect([difference, listDifference(['a'], [])].map(hasMoved)).toEqual([true, true]);
  });

  it('is empty for the same titles, and tells another order from the same one', () => {
    const nothing = { came: [], went: [], shared: 3 };
    expect(listDifference([1, 2, 3], [1, 2, 3])).toEqual({ ...nothing, isReordered: false });
    expect(listDifference([1, 2, 3], [3, 2, 1])).toEqual({ ...nothing, isReordered: true });
    expect(hasMoved(listDifference([1, 2], [2, 1]))).toBe(false);
  });

  it('counts a title fewer, and lists without titles', () => {
    expect(listDifference(['a', 'b'], ['a'])).toEqual({ came: [], went: ['b'], shared: 1, isReordered: false });
    expect(listDifference([], ['a'])).toEqual({ came: ['a'], went: [], shared: 0, isReordered: false });
    expect(hasMoved(listDifference([], []))).toBe(false);
  });
});
