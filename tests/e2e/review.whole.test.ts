/**
 * From odd lists to decisions about them: in English by mouse, in Korean by keyboard.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckId } from '../../src/features/review/contract/check-table';
import type { Dataset } from '../../src/shared/contract/dataset';
import type { RunRecord } from '../../src/shared/contract/run';
import type { AppWindow } from './pages/app-window';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';
import { ReviewPage } from './pages/review-page';
import { press } from './support/keyboard';

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');

describe.skipIf(NO_BROWSER !== null)(`reviewing the lists of a run${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let app: App;
  let engine: Engine;
  let dataset: Dataset;
  let run: RunRecord;
  beforeAll(async () => {
    app = await startApp();
    engine = engineOf(app);
    dataset = await engine.import(SAMPLE);
    run = await engine.train(dataset, 'first');
  });
  afterAll(async () => {
    engine.close();
    await app.close();
  });

  const queue = (of: object = {}) => engine.client.review.queue({ runId: run.runId, start: 0, end: 1000, ...of });
  const causesOf = ({ content, t }: AppWindow): Locator => content.getByRole('navigation', { name: t('deck.causes') });

  it('by mouse: a cause, decisions and their undo, a list, a check set, a sample', async () => {
    const window = await app.open();
    const { content, page, t } = window;
    const review = new ReviewPage(window);
    await window.openDataset(dataset.name);
    await window.show('review');
    const { causes, explained, lists: odd } = await engine.client.review.causes({ runId: run.runId });
    await window.heading(t('deck.finding', { causes: causes.length, explained, odd })).waitFor();
    await review.child();
    expect(await axeFindings(page)).toEqual([]);

    const { check, lists } = causes.at(-1)!;
    const name = t(`checks.names.${check as CheckId}`);
    await causesOf(window)
      .getByRole('button', { name: `${name} ${t('deck.children', { count: lists })}` })
      .click();
    const of = async () => (await queue({ check, state: 'open', order: 'reach' })).rows.map(({ profile }) => profile);
    const [first, second] = await of();
    await content.locator(`[data-profile="${first!}"]`).waitFor();
    await review.decision('fine').click();
    await content.locator(`[data-profile="${second!}"]`).waitFor();
    await expect.poll(async () => (await queue()).decided).toBe(1);
    await review.undo.click();
    await content.locator(`[data-profile="${first!}"]`).waitFor();
    await expect.poll(async () => (await queue()).decided).toBe(0);

    // The shelf of a child that was opened from the deck leads back to its card.
    await content.getByRole('heading', { level: 2 }).getByRole('link').click();
    const reasons = content.getByRole('region', { name: t('checks.columns.reasons') });
    await reasons.getByRole('listitem').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('u');
    await content.locator(`[data-profile="${first!}"]`).waitFor();

    // As a list, in any order.
    await page.keyboard.press('l');
    const grid = content.getByRole('region', { name: t('checks.queue') });
    await grid.getByRole('row').nth(1).filter({ hasText: /\S/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('l');
    await review.child();

    // A check that is off causes nothing.
    await window.button(t('checks.settings')).click();
    const mode = page.getByRole('radiogroup', { name: t('checks.mode', { check: name }) });
    await mode.getByText(t('checks.modes.off')).click();
    await expect.poll(async () => (await queue({ check })).total).toBe(0);
    await page.keyboard.press('Escape');
    await causesOf(window).getByRole('button', { name }).waitFor({ state: 'detached' });
    expect(window.problems).toEqual([]);
  });

  it('by keyboard, in Korean: what was decided stays decided in the next run', async () => {
    const window = await app.open({ language: 'ko' });
    const { content, page, t } = window;
    const review = new ReviewPage(window);
    await window.openDataset(dataset.name);
    await press(window, t('shell.shortcuts.goTo', { screen: '검토' }));
    const first = await review.child();
    await press(window, t('shell.shortcuts.decideFine'));
    const second = await review.child(first);
    await page.keyboard.press('Control+Z');
    await content.locator(`[data-profile="${first}"]`).waitFor();
    await press(window, t('shell.shortcuts.decideFine'));
    await review.child(first);
    await press(window, t('shell.shortcuts.decideAgain'));
    await review.child(second);
    await expect.poll(async () => (await queue({ profile: second })).rows[0]!.decision.decision).toBe('again');
    expect((await queue({ state: 'decided' })).rows.map(({ profile }) => profile)).toEqual([first]);
    const again = await engine.train(dataset, 'same again');
    const next = await engine.client.review.queue({ runId: again.runId, state: 'decided', start: 0, end: 9 });
    expect(next.rows.map(({ profile }) => profile)).toEqual([first]);
    expect(window.problems).toEqual([]);
  });
});
