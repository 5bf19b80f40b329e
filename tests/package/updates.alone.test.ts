/**
 * Updates in a packaged app, against a server on this computer: `npm run test:packages` names its address and a key when
 * it makes the packages. src/main/updates has what is refused.
 *
 * @module-tag rare
 */
import { createHash, sign } from 'node:crypto';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHome, PATIENCE, type Home, type RunningApp } from '../electron/support/running-app';
import { madePackages, NO_PACKAGES, updateKey } from './support/made-packages';

/** As in scripts/check/check-packages.mjs. */
const PORT = 48_123;
const FILE = Buffer.alloc(2_000_000, 'newer');
const NAME = 'shelfwise-9.0.0-linux-x64.AppImage';

describe.skipIf(NO_PACKAGES !== null)('updates of a packaged app', { timeout: PATIENCE }, () => {
  const asked: string[] = [];
  let server: http.Server;
  let home: Home | null = null;

  beforeAll(async () => {
    const feed = Buffer.from(
      JSON.stringify({
        format: 1,
        product: 'shelfwise',
        version: '9.0.0',
        date: '2030-01-01',
        notes: { en: 'Lists are twice as fast.', ko: '목록이 두 배 빨라졌습니다.' },
        files: {
          'linux-x64': { name: NAME, bytes: FILE.length, sha256: createHash('sha256').update(FILE).digest('hex') },
        },
      }),
    );
    const served: Record<string, Buffer> = {
      '/updates.json': feed,
      '/updates.json.sig': Buffer.from(sign(null, feed, updateKey()).toString('base64')),
      [`/${NAME}`]: FILE,
    };
    server = http.createServer(({ url }, answer) => {
      asked.push(url!);
      answer.writeHead(served[url!] === undefined ? 404 : 200).end(served[url!]);
    });
    await new Promise<void>((resolve) => server.listen(PORT, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.close();
    await home?.remove();
  });

  /** @param environment APPIMAGE is what the runtime of an AppImage sets */
  async function start(environment: Record<string, string>): Promise<RunningApp> {
    await home?.remove();
    const made = madePackages('linux-x64');
    home = await makeHome({
      executable: path.join(made.folder, 'shelfwise'),
      isOld: made.isTestArtifact,
      words: [],
      environment: { ...(process.env as Record<string, string>), ...environment },
    });
    const app = await home.start();
    await app.window.show('settings');
    return app;
  }

  it('where the user replaces it: its age alone, and nothing is asked', async () => {
    const { window, electron } = await start({});
    await window.content.getByText(/This installation does not update itself/).waitFor();
    expect(await window.content.getByRole('switch').count()).toBe(0);
    expect(asked).toEqual([]);
    await electron.close();
  });

  it('of an AppImage: nothing until the user agrees, then notes, the download, and the file in its folder', async () => {
    const { window, electron, userData } = await start({ APPIMAGE: '/somewhere/Shelfwise.AppImage' });
    const { content, t } = window;
    const agree = content.getByRole('switch', { name: t('updates.agree') });
    await agree.waitFor();
    expect(asked).toEqual([]);
    await agree.press('Space');
    await window.button(t('updates.look')).click();
    await content.getByText('Lists are twice as fast.').waitFor();
    expect(asked).toEqual(['/updates.json', '/updates.json.sig']);
    await content.getByRole('button', { name: /^Download/ }).click();
    await content.getByText(t('updates.ready', { version: '9.0.0' })).waitFor();
    await window.button(t('updates.install')).click();
    const file = path.join(userData, 'update', NAME);
    await expect.poll(() => fs.statSync(file).mode & 0o111).toBe(0o111);
    expect(fs.readFileSync(file).equals(FILE)).toBe(true);
    expect(window.problems).toEqual([]);
    await electron.close();
  });
});
