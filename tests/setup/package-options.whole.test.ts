/** What `npm run package` is asked for is checked before anything is made. */
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

it.each([[['--target', 'plan9-mips']], [['--targets']]])('%j is refused with the systems that there are', (words) => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toContain('linux-x64, linux-arm64, win32-x64, darwin-x64, darwin-arm64');
  expect(status).toBe(2);
});
