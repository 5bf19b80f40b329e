import { describe, expect, it } from 'vitest';
import { colourKey, colourKeys, colourOf } from './colour-key';
import {
  chosenPoints,
  countCodes,
  groupCodes,
  groupsWithin,
  pointsOfGroups,
  sortedPoints,
  spreadOut,
  statesOf,
  tasteCodes,
} from './map-points';

const map = { ids: ['11', '12', 'a1'], titles: ['Dino', null, 'Ocean Friends'] };

it('gives children who watched nothing no taste', () => {
  const clusters = [{}, {}] as never;
  expect([...tasteCodes({ cluster: [0, 1, 1, 0], clusters, unwatched: [1, 3] })]).toEqual([0, 2, 1, 2]);
});

it('draws points of one place beside each other, and the others where they lie', () => {
  const { x, y } = spreadOut({ x: [0.5, 0, 0.5, 0.5, 0], y: [0, 0, 0, 0, 0.5] });
  expect([x[0], y[0], x[1], y[1], x[4], y[4]]).toEqual([0.5, 0, 0, 0, 0, 0.5]);
  const places = [0, 2, 3].map((point) => [x[point]!, y[point]!] as const);
  expect(new Set(places.map(String)).size).toBe(3);
  for (const [left, up] of places) expect(Math.hypot(left - 0.5, up)).toBeLessThan(0.02);
});

describe('a selection on a map', () => {
  it('is empty, some points, or what has a text in its ID or name', () => {
    expect(chosenPoints({ kind: 'none' }, map)).toBe(null);
    expect(chosenPoints({ kind: 'points', points: [2] }, map)).toEqual([2]);
    expect(chosenPoints({ kind: 'text', text: ' OCEAN ' }, map)).toEqual([2]);
    expect(chosenPoints({ kind: 'text', text: '1' }, map)).toEqual([0, 1, 2]);
    expect(chosenPoints({ kind: 'text', text: 'zebra' }, map)).toEqual([]);
    expect(chosenPoints({ kind: 'text', text: ' ' }, map)).toBe(null);
  });

  it('by the legend is of the points of its groups; a group is selected if all of its points are', () => {
    const codes = Uint8Array.of(0, 2, 0, 1);
    expect(pointsOfGroups(codes, [0, 1])).toEqual([0, 2, 3]);
    expect(groupsWithin(codes, [0, 2, 3])).toEqual([0, 1]);
    expect(groupsWithin(codes, [0, 1])).toEqual([2]);
    expect(groupsWithin(codes, null)).toEqual([]);
  });

  it('dims all others, and nothing without a selection', () => {
    expect(Array.from(statesOf(3, null))).toEqual([0, 0, 0]);
    expect(Array.from(statesOf(3, [1]))).toEqual([1, 2, 1]);
    expect(Array.from(statesOf(3, []))).toEqual([1, 1, 1]);
  });
});

it('the legend lists others and missing after its groups', () => {
  const groups = [
    { value: 'F', points: 2 },
    { value: 'M', points: 1 },
  ];
  const codes = groupCodes({ kind: 'groups', groups, codes: [0, 1, 2, -1, 0] });
  expect(Array.from(codes)).toEqual([0, 1, 2, 3, 0]);
  expect(countCodes(codes, 4)).toEqual([2, 1, 1, 1]);
});

it('the list sorts by numbers or texts, with missing values last in both directions', () => {
  const numbers = [3, null, 1, 3];
  const texts = ['나', null, '가', '나'];
  const { compare } = new Intl.Collator('ko');
  const by = (keys: readonly (number | string | null)[], descending: boolean): number[] =>
    sortedPoints([0, 1, 2, 3], (point) => keys[point]!, descending, compare);
  expect(by(numbers, false)).toEqual([2, 0, 3, 1]);
  expect(by(numbers, true)).toEqual([0, 3, 2, 1]);
  expect(by(texts, false)).toEqual([2, 0, 3, 1]);
  expect(by(texts, true)).toEqual([0, 3, 2, 1]);
});

it('a colouring is stored as text and falls back to clusters if a map lacks it', () => {
  const attributes = [{ name: 'score', kind: 'categorical' as const }];
  const of = 'profiles';
  expect(colourOf(colourKey({ attribute: 'score' }), { of, attributes })).toEqual({ attribute: 'score' });
  expect(colourOf('score', { of, attributes })).toBe('score');
  expect(colourOf('attribute:age', { of, attributes })).toBe('cluster');
  expect(colourOf('score', { of: 'titles', attributes })).toBe('cluster');
  expect(new Set(colourKeys(of, attributes)).size).toBe(colourKeys(of, attributes).length);
});
