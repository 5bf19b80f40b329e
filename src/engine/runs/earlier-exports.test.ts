import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import type { ExportRecord } from '../../shared/contract/run';
import { readExports, rememberExport } from './earlier-exports';

const exported = (name: string, changes: Partial<ExportRecord> = {}): ExportRecord => ({
  format: 'submission',
  path: `/of/the/user/${name}.csv`,
  profiles: 3,
  recipeSha256: 'a'.repeat(64),
  listsSha256: 'b'.repeat(64),
  sha256: 'c'.repeat(64),
  exportedAt: '2026-01-02T03:04:05.000Z',
  checks: [],
  approval: null,
  ...changes,
});

test('keeps all exports that programs note at the same time', async () => {
  const folder = await temporaryFolder();
  const names = Array.from({ length: 12 }, (_, at) => String(at));
  await Promise.all(names.map((name) => rememberExport(folder, exported(name))));
  const kept = (await readExports(folder)).map((one) => one.path);
  expect(kept.toSorted()).toEqual(names.map((name) => exported(name).path).toSorted());
  // The same bytes at the same place count once, with the latest time.
  await rememberExport(folder, exported('3', { exportedAt: '2026-01-03T03:04:05.000Z' }));
  const again = await readExports(folder);
  expect(again).toHaveLength(12);
  expect(again.at(-1)).toMatchObject({ path: exported('3').path, exportedAt: '2026-01-03T03:04:05.000Z' });
});
