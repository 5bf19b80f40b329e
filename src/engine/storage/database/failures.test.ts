import { expect, it } from 'vitest';
import { ShelfwiseError } from '../../../shared/errors';
import { databaseFailure, isRefusedByDuckdb } from './failures';

it('failures of the database say what is full, what is too wide and what it refused', () => {
  const failure = (message: string) => databaseFailure(new Error(message), '2GB');
  expect(failure('IO Error: No space left on device')).toMatchObject({ code: 'no-space', said: [{ id: 'disk.full' }] });
  expect(failure('Out of Memory Error: failed')).toMatchObject({
    code: 'bad-data',
    said: [{ id: 'data.too-wide', values: { limit: '2GB' } }],
  });
  expect(failure('Binder Error: x')).toMatchObject({ code: 'internal', message: 'Binder Error: x' });
  const isRefused = (message: string): boolean => isRefusedByDuckdb(new Error(message));
  expect(
    [
      'IO Error: x',
      'Invalid Input Error: x',
      'Conversion Error: x',
      'Snappy decompression failed',
      'no magic bytes',
    ].map(isRefused),
  ).toEqual([true, true, true, true, true]);
  expect(
    ['Binder Error: x', 'IO Error: No space left on device', 'An IO Error: x', 'Out of Memory Error: x'].map(isRefused),
  ).toEqual([false, false, false, false]);
  expect(isRefusedByDuckdb(new ShelfwiseError('stopped', 'IO Error: x'))).toBe(false);
});
