/**
 * The engine host, the trainer or the app ends during training. Nothing is lost.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile, readdir } from 'node:fs/promises';
import type { RunRecord } from '../../src/shared/contract/run';
import type { AppWindow } from '../e2e/pages/app-window';
import { askedBy, stubDialogs } from './support/dialogs';
import { makeHome, PATIENCE, type Home, type RunningApp } from './support/running-app';
import { NO_ELECTRON, WHY_SKIPPED } from './support/which-electron';

/** As src/main names them for the system. */
type Process = 'Shelfwise engine' | 'Shelfwise trainer';

const pidsOf = ({ electron }: RunningApp, name: Process): Promise<number[]> =>
  electron.evaluate(
    ({ app }, wanted) =>
      app
        .getAppMetrics()
        .filter((metric) => metric.name === wanted)
        .map(({ pid }) => pid),
    name,
  );

async function kill(app: RunningApp, name: Process): Promise<void> {
  const pids = await pidsOf(app, name);
  expect(pids).toHaveLength(1);
  process.kill(pids[0]!, 'SIGKILL');
}

const staysAwake = ({ electron }: RunningApp): Promise<boolean> =>
  electron.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3, 4, 5].some((id) => powerSaveBlocker.isStarted(id)));

const running = ({ content, t }: AppWindow): Locator =>
  content.getByText(t('common.statuses.running'), { exact: true });

/**
 * Collects alerts from now on: the engine may be back before a look at the page finds the alert that says it was gone.
 */
async function alertsFromNow({ page }: AppWindow): Promise<() => Promise<string>> {
  const told = await page.evaluateHandle(() => {
    const texts: string[] = [];
    const look = (): void => {
      for (const alert of document.querySelectorAll('[role="alert"]')) texts.push(alert.textContent ?? '');
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    return texts;
  });
  return () => told.evaluate((texts) => texts.join('\n'));
}

/** Waits for an epoch, and with it a checkpoint. */
async function untilTrained(window: AppWindow): Promise<void> {
  await window.untilShown(running(window));
  await window.untilShown(window.content.getByRole('img', { name: /loss [\d.]+ after \d+ epochs?/ }));
}

/** Trains on the sample for longer than the test takes. */
async function train(window: AppWindow): Promise<void> {
  const { content, t } = window;
  await window.show('train');
  await content.getByText(t('common.presets.careful'), { exact: true }).click();
  await window.button(t('train.start')).click();
  await untilTrained(window);
}

describe.skipIf(NO_ELECTRON !== null)(`while a model is trained${WHY_SKIPPED}`, { timeout: PATIENCE }, () => {
  let home: Home;
  let app: RunningApp;
  beforeAll(async () => {
    home = await makeHome();
    app = await home.start();
    const { window } = app;
    await window.content.getByRole('button', { name: window.t('welcome.sample') }).click();
    await window.content.getByRole('row', { name: /history_data\.csv.*accepted/ }).waitFor();
  }, PATIENCE);
  afterAll(() => home.remove());

  const runs = async (): Promise<RunRecord[]> => {
    const folder = path.join(home.workspace, 'runs');
    const records = (await readdir(folder)).map((run) => readFile(path.join(folder, run, 'run.json'), 'utf8'));
    return (await Promise.all(records)).map((text) => JSON.parse(text) as RunRecord);
  };

  it('the engine host dies: the window says so, reconnects with everything still open, and the run continues', async () => {
    const { window } = app;
    const { t } = window;
    expect(await staysAwake(app)).toBe(false);
    await train(window);
    expect(await staysAwake(app)).toBe(true);
    const [trainer] = await pidsOf(app, 'Shelfwise trainer');
    const told = await alertsFromNow(window);
    await kill(app, 'Shelfwise engine');
    await expect.poll(told, { timeout: PATIENCE / 2 }).toContain(t('common.errors.lost'));
    await window.page.getByRole('alert').waitFor({ state: 'hidden' });
    await running(window).waitFor();
    expect(await pidsOf(app, 'Shelfwise trainer')).toEqual([trainer]);
    expect(await pidsOf(app, 'Shelfwise engine')).toHaveLength(1);
    await window.show('data');
    await window.content.getByRole('row', { name: /history_data\.csv.*accepted/ }).waitFor();
    await window.show('train');
  });

  it('the window is reloaded: it finds the run', async () => {
    const { window } = app;
    await window.page.reload();
    await window.untilShown(running(window));
    expect(await pidsOf(app, 'Shelfwise trainer')).toHaveLength(1);
  });

  it('the trainer dies: its run is shown as crashed, with the reason, and is resumed', async () => {
    const { window } = app;
    const { t } = window;
    await kill(app, 'Shelfwise trainer');
    await window.untilShown(window.content.getByText(t('common.statuses.crashed'), { exact: true }));
    await window.content.getByText(t('train.crashed')).waitFor();
    expect(await staysAwake(app)).toBe(false);
    await window.button(t('runs.resume')).click();
    await untilTrained(window);
  });

  it('the user quits: the app asks, and stays on "Keep training"', async () => {
    await stubDialogs(app.electron, { button: 1 });
    await app.electron.evaluate(({ app: itself }) => itself.quit());
    await expect.poll(async () => (await askedBy(app.electron)).length).toBe(1);
    const [asked] = await askedBy(app.electron);
    expect(asked).toMatchObject({ buttons: ['Stop and quit', 'Keep training'] });
    expect(await pidsOf(app, 'Shelfwise trainer')).toHaveLength(1);
    await running(app.window).waitFor();
  });

  it('the user closes the window and agrees: the run is stopped in order, and its best epoch is kept', async () => {
    await stubDialogs(app.electron, { button: 0 });
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    expect(await app.ended).toBe(0);
    const [run, ...others] = await runs();
    expect(others).toEqual([]);
    expect(run).toMatchObject({ status: 'stopped' });
    expect(run!.listsSha256).not.toBeNull();
  });
});
