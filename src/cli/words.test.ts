import { expect, it } from 'vitest';
import { bytes, counted, decimals, duration, list } from './words';

it('spans use the two largest units', () => {
  expect([0.42, 9.96, 59.4, 59.6, 185, 7800].map(duration)).toEqual([
    '0.4 s',
    '10 s',
    '59 s',
    '1 min 0 s',
    '3 min 5 s',
    '2 h 10 min',
  ]);
});

it('sizes have at most three digits', () => {
  expect([0, 999, 1500, 207_000_000, 1_440_000_000].map(bytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.5 kB',
    '207 MB',
    '1.4 GB',
  ]);
});

it('one thing is not plural', () => {
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(2, 'row')).toBe('2 rows');
});

it('a missing number is a dash', () => {
  expect(decimals(null)).toBe('–');
  expect(decimals(0.30271)).toBe('0.3027');
});

it('a list reads as a sentence', () => {
  expect(list([])).toBe('');
  expect(list(['a', 'b', 'c'])).toBe('a, b and c');
});
