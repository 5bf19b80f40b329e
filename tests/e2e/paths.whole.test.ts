/**
 * In a browser page, typing a path of a folder or file replaces browsing.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finalValue } from '../../src/shared/values/final-value';
import { PathDialog } from './pages/path-dialog';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';

describe.skipIf(NO_BROWSER !== null)(`a typed path${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let bundle: string;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 20, items: 40, eventsPerProfile: 8 });
    const { app, engine } = curator;
    const { runId } = await engine.train(await engine.import(curator.small.folder), 'evening');
    bundle = path.join(app.folder, 'run.shelfwise');
    await finalValue(await engine.client.runs.bundle({ runId, out: bundle, withData: false }));
  });
  afterAll(() => curator.leave());

  it('of a file selects it', async () => {
    const { window } = curator;
    const { content, t } = window;
    await window.show('runs');
    await content.getByRole('button', { name: t('runs.openBundle') }).click();
    const dialog = new PathDialog(window, 'titleFile');
    await dialog.goTo(path.join(curator.app.folder, 'none.shelfwise'));
    await dialog.dialog.getByRole('alert').waitFor();
    await dialog.goTo(bundle);
    await dialog.dialog.waitFor({ state: 'hidden' });
    await window.page.getByText(t('bundles.same')).waitFor();
    expect(window.problems).toEqual([]);
  });

  it('of a file to save opens its folder, with its name', async () => {
    const { app, window } = curator;
    const { content, page, t } = window;
    await window.show('device');
    await content.getByRole('button', { name: t('device.save') }).click();
    const dialog = new PathDialog(window, 'titleSave');
    const suggested = await dialog.fileName.inputValue();
    const extension = path.extname(suggested);

    await dialog.goTo(path.join(app.folder, 'no such folder'));
    await dialog.dialog.getByRole('alert').waitFor();
    await dialog.goTo(app.folder);
    expect(await dialog.fileName.inputValue()).toBe(suggested);

    await fs.writeFile(path.join(app.folder, `there${extension}`), 'theirs');
    await dialog.goTo(path.join(app.folder, `there${extension}`));
    await dialog.dialog.getByText(t('paths.replaces')).waitFor();
    expect([await dialog.address.inputValue(), await dialog.fileName.inputValue()]).toEqual([
      app.folder,
      `there${extension}`,
    ]);

    const wanted = path.join(app.folder, `new${extension}`);
    await dialog.goTo(wanted);
    await dialog.save.click();
    await page.getByText(wanted).waitFor();
    expect(await fs.readFile(path.join(app.folder, `there${extension}`), 'utf8')).toBe('theirs');
    expect((await fs.stat(wanted)).size).toBeGreaterThan(100);
  });
});
