/**
 * A bundle is shown before any of it is imported, and nothing is imported without consent.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finalValue } from '../../src/shared/values/final-value';
import { makeSmallFolder } from '../support/small-folder';
import type { AppWindow } from './pages/app-window';
import { PathDialog } from './pages/path-dialog';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';

describe.skipIf(NO_BROWSER !== null)(`a bundle in the window${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  /** Where the run was trained, and where its bundle is opened. */
  let home: App;
  let app: App;
  let engine: Engine;
  beforeAll(async () => {
    const small = await makeSmallFolder({ profiles: 40, items: 80, eventsPerProfile: 12 });
    home = await startApp();
    const trainer = engineOf(home);
    const { runId } = await trainer.train(await trainer.import(small.folder), 'evening children');
    const out = path.join(home.folder, 'run.shelfwise');
    await finalValue(await trainer.client.runs.bundle({ runId, out, withData: true }));
    trainer.close();
    await small.remove();
    app = await startApp();
    engine = engineOf(app);
  });
  afterAll(async () => {
    engine.close();
    await app.close();
    await home.close();
  });

  async function pick(window: AppWindow): Promise<void> {
    const dialog = new PathDialog(window, 'titleFile');
    await dialog.goTo(home.folder);
    await dialog.dialog.getByRole('button', { name: 'run.shelfwise' }).click();
  }

  it('is shown, left alone, opened, and recognised again', async () => {
    const window = await app.open();
    const { content, page, t } = window;
    const question = window.dialog(t('bundles.question'));
    const runs = async (): Promise<number> => (await engine.client.runs.list()).length;

    await content.getByRole('button', { name: t('welcome.bundle') }).click();
    await pick(window);
    await question.getByText(/^evening children/).waitFor();
    for (const fact of ['40', '80'])
      await question
        .getByText(new RegExp(`^${fact}`))
        .first()
        .waitFor();
    await question.getByText(t('bundles.trust')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    if (process.env['SHELFWISE_PICTURES'] !== undefined)
      await page.screenshot({ path: path.join(process.env['SHELFWISE_PICTURES'], 'bundle.png') });

    // Enter presses the focused button, which is not Open.
    await question.getByRole('button', { name: t('common.cancel') }).waitFor();
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    expect(await runs()).toBe(0);

    await window.show('runs');
    await content.getByRole('button', { name: t('runs.openBundle') }).click();
    await pick(window);
    await question.getByRole('button', { name: t('bundles.open') }).click();
    await window.heading('evening children').waitFor();
    expect(await runs()).toBe(1);

    await window.show('runs');
    await content.getByRole('button', { name: t('runs.openBundle') }).click();
    await pick(window);
    await page.getByText(t('bundles.same')).waitFor();
    expect(await runs()).toBe(1);
    expect(window.problems).toEqual([]);
  });

  it('shows the same in Korean', async () => {
    for (const { runId } of await engine.client.runs.list()) await engine.client.workspace.delete({ id: runId });
    const window = await app.open({ language: 'ko' });
    const { content, page, t } = window;
    await window.goToPlace('/week/open');
    await content.getByRole('button', { name: t('welcome.bundle') }).click();
    await pick(window);
    const question = window.dialog(t('bundles.question'));
    await question.getByText(/^evening children/).waitFor();
    await question.getByText(t('bundles.trust')).waitFor();
    if (process.env['SHELFWISE_PICTURES'] !== undefined)
      await page.screenshot({ path: path.join(process.env['SHELFWISE_PICTURES'], 'bundle-ko.png') });
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await engine.client.runs.list()).toEqual([]);
    expect(window.problems).toEqual([]);
  });
});
