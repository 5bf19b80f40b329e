import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { forgetToken, tokenOfStart } from './token';

const FILE = 'web-token';

describe('the token of a start', () => {
  it('is the stored one if requested, until it is forgotten', async () => {
    const folder = await temporaryFolder();
    const kept = await tokenOfStart(folder, true);
    expect(await tokenOfStart(folder, true)).toBe(kept);
    await forgetToken(folder);
    expect(await tokenOfStart(folder, true)).not.toBe(kept);
  });

  it.skipIf(process.platform === 'win32')('is new if others could read the stored one', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, FILE);
    const kept = await tokenOfStart(folder, true);
    await fs.chmod(file, 0o660);
    expect(await tokenOfStart(folder, true)).not.toBe(kept);
    expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')(
    'is only readable by its owner, even in a workspace shared with a group',
    async () => {
      const folder = await temporaryFolder();
      await fs.chmod(folder, 0o770);
      await tokenOfStart(folder, true);
      expect((await fs.stat(path.join(folder, FILE))).mode & 0o777).toBe(0o600);
    },
  );

  it.skipIf(process.getuid?.() !== 0)('is new if another user created the file', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, FILE);
    await fs.writeFile(file, 'k'.repeat(43), { mode: 0o600 });
    await fs.chown(file, 12345, 12345);
    expect(await tokenOfStart(folder, true)).not.toBe('k'.repeat(43));
  });

  it('is new if the file is a link', async () => {
    const folder = await temporaryFolder();
    const elsewhere = path.join(await temporaryFolder(), 'known');
    await fs.writeFile(elsewhere, 'k'.repeat(43), { mode: 0o600 });
    await fs.symlink(elsewhere, path.join(folder, FILE));
    expect(await tokenOfStart(folder, true)).not.toBe('k'.repeat(43));
    expect(await fs.readFile(elsewhere, 'utf8')).toBe('k'.repeat(43));
  });
});
