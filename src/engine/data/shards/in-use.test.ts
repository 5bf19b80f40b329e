import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { MOST_SELECTIONS_SORTED } from '../../../shared/limits';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { headerFile } from './header';
import { removeUnused } from './in-use';

test('lets several programs tidy at once, even if all choose the same shards', async () => {
  const parent = await temporaryFolder();
  const folders = Array.from({ length: MOST_SELECTIONS_SORTED + 6 }, (_, at) =>
    path.join(parent, `v1-${String(at).padStart(16, '0')}`),
  );
  for (const [at, folder] of folders.entries()) {
    await fs.mkdir(folder);
    await fs.writeFile(headerFile(folder), '');
    await fs.utimes(headerFile(folder), at, at);
  }
  await Promise.all(Array.from({ length: 8 }, () => removeUnused(folders.at(-1)!)));
  const left = folders.slice(-MOST_SELECTIONS_SORTED).map((folder) => path.basename(folder));
  expect((await fs.readdir(parent)).toSorted()).toEqual(left);
});
