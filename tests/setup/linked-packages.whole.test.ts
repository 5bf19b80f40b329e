/** Setup in a checkout whose node_modules is a link to another folder: `npm ci` would empty that folder. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../support/finished-run';

const ROOT = path.join(import.meta.dirname, '..', '..');

let checkout: string;
let others: string;

beforeEach(async () => {
  const folder = await temporaryFolder();
  checkout = path.join(folder, 'checkout');
  others = path.join(folder, 'others', 'node_modules');
  await fs.mkdir(path.join(others, 'something'), { recursive: true });
  await fs.cp(path.join(ROOT, 'scripts'), path.join(checkout, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    await fs.copyFile(path.join(ROOT, file), path.join(checkout, file));
  await fs.symlink(others, path.join(checkout, 'node_modules'), 'junction');
});

it('is refused with a sentence that names the link, and the folder stays as it is', async () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs'], { cwd: checkout, encoding: 'utf8' });
  expect(stderr).toContain(`${path.join(checkout, 'node_modules')} is a link to ${others}`);
  expect(stderr).toContain('Remove the link');
  expect(status).toBe(1);
  expect(await fs.readdir(others)).toEqual(['something']);
});
