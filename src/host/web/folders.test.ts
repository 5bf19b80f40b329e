import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { listFolder } from './folders';

test('shows the selectable entries of a large folder, the first by name', async () => {
  const folder = await temporaryFolder();
  const parts = Array.from({ length: 2100 }, (_, at) => `part-${at}.csv`);
  for (const name of parts) await fs.writeFile(path.join(folder, name), '');
  await fs.writeFile(path.join(folder, 'zebra.key'), '');
  await fs.mkdir(path.join(folder, 'zoo'));
  await fs.symlink(path.join(folder, 'zoo'), path.join(folder, 'zoo-too'));
  await fs.symlink(path.join(folder, 'nowhere'), path.join(folder, 'zoo-gone'));

  const keys = await listFolder(folder, ['key']);
  expect(keys.entries.map(({ name, kind }) => [name, kind])).toEqual([
    ['zoo', 'folder'],
    ['zoo-too', 'folder'],
    ['zebra.key', 'file'],
  ]);
  expect(keys.truncated).toBe(false);

  const all = await listFolder(folder, ['*']);
  expect(all.truncated).toBe(true);
  expect(all.entries.map(({ name }) => name)).toEqual(['zoo', 'zoo-too', ...parts.slice(0, 1998)]);
});
