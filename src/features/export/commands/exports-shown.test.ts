import { expect, it } from 'vitest';
import { exportKind } from './exports-shown';

it('names the format of an export and its special options', () => {
  expect(exportKind({ format: 'submission' })).toBe('submission');
  expect(exportKind({ format: 'csv', text: 'guarded', translated: false })).toBe('csv');
  expect(exportKind({ format: 'csv', text: 'raw', translated: true })).toBe('csv, raw, original IDs');
});
