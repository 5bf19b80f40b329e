import { describe, expect, test } from 'vitest';
import { comparePaths, isPattern, matchesPattern } from './file-pattern';

describe('a pattern', () => {
  test.each([
    ['history_*.csv', 'history_1.csv', true],
    ['history_*.csv', 'HISTORY_12.CSV', true],
    ['history_*.csv', 'history_.csv', true],
    ['history_*.csv', 'history.csv', false],
    ['history_?.csv', 'history_12.csv', false],
    ['*.csv', '2026-03/a.csv', false],
    ['2026-*/*.csv', '2026-03/a.csv', true],
    ['2026-*/*.csv', '2026-03/more/a.csv', false],
    ['**/*.csv', 'a.csv', true],
    ['**/*.csv', 'x/y/z/a.csv', true],
    ['events/**/part-*.parquet', 'events/month=2026-03/part-0001.parquet', true],
    ['events/**/part-*.parquet', 'other/part-0001.parquet', false],
    ['a[1].csv', 'a[1].csv', true],
    ['a[1].csv', 'a1.csv', false],
    ['시청_*.csv', '시청_03월.csv', true],
    ['*a*b*.csv', 'xaxbaxb.csv.csv', true],
    ['*a*b', 'ab.csv', false],
    ['?.csv', '📺.csv', true],
    ['???.csv', '📺.csv', false],
    ['a***.csv', 'a.csv', true],
    ['*', '', true],
  ])('%s matches %s: %s', (pattern, file, expected) => expect(matchesPattern(pattern, file)).toBe(expected));

  test('with many stars answers at once', () =>
    expect(matchesPattern(`${'*a'.repeat(60)}b`, 'a'.repeat(2000))).toBe(false));

  test('with consecutive stars answers like one star', () => {
    const stars = '*'.repeat(1_000_000);
    expect(matchesPattern(`${stars}b`, 'a'.repeat(5000))).toBe(false);
    expect(matchesPattern(`${stars}b`, `${'a'.repeat(5000)}b`)).toBe(true);
  });

  test('is recognised by its wildcards', () =>
    expect(['a*.csv', 'a?.csv', 'a[1].csv'].map(isPattern)).toEqual([true, true, false]));
});

test('parts sort by their numbers', () => {
  const sorted = [
    'b.csv',
    '2026-03/2.csv',
    'part-0001.csv',
    'part.csv',
    '2026-03/10.csv',
    'part-10.csv',
    '2025-12/9.csv',
    'part-2.csv',
  ];
  expect(sorted.toSorted(comparePaths)).toEqual([
    '2025-12/9.csv',
    '2026-03/2.csv',
    '2026-03/10.csv',
    'b.csv',
    'part-0001.csv',
    'part-2.csv',
    'part-10.csv',
    'part.csv',
  ]);
  expect(['a01', 'a1', 'a001'].toSorted(comparePaths)).toEqual(['a001', 'a01', 'a1']);
});
