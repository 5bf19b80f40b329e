/**
 * The desktop app uses a GPU through a plain Node beside Electron. Slow with a software adapter: npm run test:gpu.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SOFTWARE } from '../../../src/engine/machine/gpu/webgpu/open-gpu';
import { makeHome, PATIENCE } from '../../electron/support/running-app';
import { appFolder, executable, IS_OLD, NO_ELECTRON } from '../../electron/support/which-electron';
import { temporaryFolder } from '../../support/finished-run';
import { adapterForTests, runsAll } from './support/adapter';

const gpu = await adapterForTests();
afterAll(() => gpu?.close());

describe.skipIf(gpu === null || !runsAll || NO_ELECTRON !== null)('the app', { timeout: PATIENCE }, () => {
  it('finds the GPU in a Node that is not Electron’s', async () => {
    const folder = await temporaryFolder();
    // Records how it is started: utility processes of the old Electron are children of a Node too.
    const [log, node] = [path.join(folder, 'starts'), path.join(folder, 'node')];
    await fs.writeFile(node, `#!/bin/sh\necho "$*" >> '${log}'\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
    const home = await makeHome({
      executable: executable(),
      isOld: IS_OLD,
      words: [appFolder()],
      environment: { ...(process.env as Record<string, string>), [SOFTWARE]: '1', SHELFWISE_NODE: node },
    });
    try {
      const app = await home.start();
      await app.window.show('device');
      await app.window.content
        .getByText(gpu!.gpu.name)
        .first()
        .waitFor({ timeout: PATIENCE / 2 });
      expect(await fs.readFile(log, 'utf8')).toMatch(/^\S*trainer\.js measure +\{.*"device":"gpu"/m);
      expect(app.window.problems).toEqual([]);
      await app.electron.close();
    } finally {
      await home.remove();
    }
  });
});
