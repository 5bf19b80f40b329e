/**
 * The main job in the app's real window: real main process, preload, port, engine and TensorFlow.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doMainJob } from './support/main-job';
import { makeHome, PATIENCE, type Home } from './support/running-app';
import { NO_ELECTRON, WHY_SKIPPED } from './support/which-electron';

describe.skipIf(NO_ELECTRON !== null)(`the app${WHY_SKIPPED}`, { timeout: PATIENCE }, () => {
  let home: Home;
  beforeAll(async () => {
    home = await makeHome();
  }, PATIENCE);
  afterAll(() => home.remove());

  it('opens the sample, trains, compares, tunes and exports', async () => {
    const app = await home.start();
    await doMainJob(app, path.join(home.folder, 'submission.csv'));
    expect(app.window.problems).toEqual([]);
    await app.electron.close();
  });
});
