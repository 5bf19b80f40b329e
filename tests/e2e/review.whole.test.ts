/**
 * From flagged lists to an approved export: in English by mouse, in Korean by keyboard.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import type { RunRecord } from '../../src/shared/contract/run';
import type { AppWindow } from './pages/app-window';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';
import { press, typeOver, walkTo } from './support/keyboard';

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

  const grid = ({ content, t }: AppWindow): Locator => content.getByRole('region', { name: t('checks.queue') });
  const row = (window: AppWindow, place: number): Locator =>
    grid(window).getByRole('row').nth(place).filter({ hasText: /\S/ });
  const profileIn = (window: AppWindow, place: number): Promise<string> =>
    row(window, place).getByRole('gridcell').first().innerText();
  const queue = (of: object = {}) => engine.client.review.queue({ runId: run.runId, start: 0, end: 1000, ...of });

  it('breaks the reasons of a list between two of them', async () => {
    const window = await app.open();
    const { page } = window;
    await page.setViewportSize({ width: 1280, height: 800 });
    await window.openDataset(dataset.name);
    await window.show('review');
    await row(window, 1).waitFor();
    const reasons = grid(window).locator('[role="gridcell"][col-id="reasons"] span > span');
    await expect.poll(() => reasons.count()).toBeGreaterThan(10);
    const lines = await reasons.evaluateAll((all) => all.map((one) => one.getClientRects().length));
    expect(lines).toEqual(lines.map(() => 1));
  });

  it('by mouse: one check, a decision and its undo, a sample, an approval that the export shows', async () => {
    const window = await app.open();
    const { content, page, t } = window;
    await window.openDataset(dataset.name);
    await window.show('review');
    const { odd } = await queue();
    await content.getByText(t('checks.lead', { lists: dataset.profiles, odd, decided: 0 })).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    // A check's count is that of its lists in the queue.
    const count = (await queue({ check: 'favourite' })).total;
    expect(count).toBeGreaterThan(0);
    const name = t('checks.names.favourite');
    await content.getByRole('button', { name: `${name} ${count}` }).click();
    await row(window, 1).getByText(name).first().waitFor();
    const profile = await profileIn(window, 1);
    await row(window, 1).click();
    const panel = content.getByRole('complementary', { name: t('checks.listOf', { profile }) });
    await panel.getByRole('listitem').nth(25).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // The list beside the queue follows the focused row: with arrow keys, and after a decision moved rows up.
    const next = content.getByRole('complementary', {
      name: t('checks.listOf', { profile: await profileIn(window, 2) }),
    });
    await page.keyboard.press('ArrowDown');
    await next.waitFor();
    await page.keyboard.press('ArrowUp');
    await panel.waitFor();
    await page.keyboard.press('f');
    await next.waitFor();
    await page.keyboard.press('Control+Z');
    await panel.waitFor();
    await panel.getByRole('button', { name: 'Needs a rule' }).click();
    await expect.poll(async () => (await queue({ profile })).rows[0]!.decision.decision).toBe('rule');
    await expect.poll(() => profileIn(window, 1)).not.toBe(profile);
    await page.getByRole('button', { name: t('versions.undo') }).click();
    await expect.poll(async () => (await queue({ profile })).rows[0]!.decision.decision).toBe(null);
    await expect.poll(() => profileIn(window, 1)).toBe(profile);

    // A profile opened from the queue keeps it, and the way back leads to its row.
    const ids = (await queue({ check: 'favourite', state: 'open' })).rows.map((one) => one.profile);
    await row(window, 2).dblclick();
    await content.locator(`[data-profile="${ids[1]!}"]`).waitFor();
    const place = (at: number): string => t('compare.placeDecided', { place: at, total: count, decided: 0 });
    await content.getByText(place(2)).waitFor();
    const reasons = content.getByRole('region', { name: t('checks.columns.reasons') });
    await reasons.getByRole('listitem').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('j');
    await content.getByText(place(3)).waitFor();
    await page.reload();
    await content.getByText(place(3)).waitFor();
    await reasons.and(content.locator('[aria-busy="false"]')).waitFor();
    await page.keyboard.press('f');
    await content.getByText(t('compare.placeDecided', { place: 3, total: count, decided: 1 })).waitFor();
    await page.keyboard.press('k');
    await content.getByText(t('compare.placeDecided', { place: 2, total: count, decided: 1 })).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Control+Z');
    await content.getByText(place(3)).waitFor();
    await page.keyboard.press('u');
    await row(window, 3).and(page.locator('[aria-selected="true"]')).waitFor();
    expect(await profileIn(window, 3)).toBe(ids[2]);
    // Left, the list of all profiles takes its place.
    await page.keyboard.press('Enter');
    await content.getByText(place(3)).waitFor();
    await content.getByRole('button', { name: t('compare.from.leave') }).click();
    await content.getByText(new RegExp(` of ${dataset.profiles} in the list`)).waitFor();
    await page.goBack();
    await row(window, 1).waitFor();

    // Another order is explained, and kept in the address.
    await content.getByText(t('checks.orders.help.need')).waitFor();
    await content.getByRole('combobox', { name: t('checks.order') }).click();
    await page.getByRole('option', { name: t('checks.orders.names.reach') }).click();
    await content.getByText(t('checks.orders.help.reach')).waitFor();
    const byReach = (await queue({ check: 'favourite', state: 'open', order: 'reach' })).rows[0]!.profile;
    await expect.poll(() => profileIn(window, 1)).toBe(byReach);
    await page.reload();
    await expect.poll(() => profileIn(window, 1)).toBe(byReach);
    await content.getByRole('combobox', { name: t('checks.order') }).click();
    await page.getByRole('option', { name: t('checks.orders.names.need') }).click();

    // Lists with one reason are decided about together, and undone together.
    await row(window, 1).click();
    const alike = content.getByRole('link', { name: /^All \d+ lists with / }).first();
    const alikes = Number(/\d+/.exec(await alike.innerText())![0]);
    await alike.click();
    const all = content.getByRole('group', { name: t('checks.alike.decide', { count: alikes }) });
    await all.getByRole('button', { name: 'Fine' }).click();
    await expect.poll(async () => (await queue()).decided).toBe(alikes);
    await page.getByRole('button', { name: t('versions.undo') }).click();
    await expect.poll(async () => (await queue()).decided).toBe(0);

    await content.getByText('Some of the rest', { exact: true }).click();
    await content.getByRole('button', { name: t('checks.anotherSample') }).waitFor();

    // A disabled check leaves the queue.
    await window.button('Set the checks').click();
    const mode = content.getByRole('radiogroup', { name: t('checks.mode', { check: t('checks.names.series') }) });
    await mode.getByText('Off').click();
    await expect.poll(async () => (await queue()).odd).toBeLessThan(odd);
    await mode.getByText('On', { exact: true }).click();
    await expect.poll(async () => (await queue()).odd).toBe(odd);

    // A curator's own check, in the terms of rules.
    await window.button('Add a check of your own').click();
    const form = window.dialog('A check of your own');
    await form.getByLabel('What it is called').fill('Episodes two');
    await form.getByLabel(t('rules.text')).fill('2화');
    await form.getByRole('button', { name: 'Save the check' }).click();
    await content.getByRole('button', { name: /^Episodes two \d+$/ }).click();
    await row(window, 1).getByText('Episodes two').waitFor();
    const own = (await engine.client.checks.settings({ data: dataset.fingerprint })).own;
    expect(own).toMatchObject([{ name: 'Episodes two', titles: { text: '2화' }, most: 0 }]);

    // Under a rule that hides its titles it finds nothing.
    const { revision } = await engine.client.rules.get({ data: dataset.fingerprint });
    const hide = { id: 'hide-1', name: 'No second episodes', kind: 'hide', on: true, titles: { text: '2화' } } as const;
    const set = { formatVersion: 1, rules: [hide] } as const;
    await engine.client.rules.set({ data: dataset.fingerprint, revision, set: { ...set, rules: [hide] } });
    await page.reload();
    await window.show('review');
    await content
      .getByRole('group', { name: t('rules.counting') })
      .getByText('No second episodes')
      .waitFor();
    await content.getByText('Episodes two').locator('xpath=..').getByText('0', { exact: true }).waitFor();
    await engine.client.rules.set({
      data: dataset.fingerprint,
      revision: revision + 1,
      set: { ...set, rules: [{ ...hide, on: false }] },
    });
    await content
      .getByText('Episodes two')
      .locator('xpath=..')
      .getByText('0', { exact: true })
      .waitFor({ state: 'detached' });

    await window.show('export');
    await content.getByText('Not approved for export yet.').waitFor();
    await content.getByRole('link', { name: t('checks.goReview') }).click();
    await window.button('Approve for export').click();
    const dialog = window.dialog('Approve for export');
    await dialog.getByLabel('Your name').fill('Jiwoo');
    await dialog.getByLabel('Why these lists can go out').fill('Looked at forty');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Approve for export' }).click();
    await content.getByText(/Approved by Jiwoo on/).waitFor();
    await window.show('export');
    await content.getByText(/Approved by Jiwoo on/).waitFor();
    expect(window.problems).toEqual([]);
  });

  it('by keyboard, in Korean: decisions in the grid, and the approval withdrawn', async () => {
    await engine.client.review.approve({ runId: run.runId, by: 'Minsu', reason: 'read them' });
    const window = await app.open({ language: 'ko' });
    const { content, page, t } = window;
    await window.openDataset(dataset.name);
    await press(window, t('shell.shortcuts.goTo', { screen: '검토' }));
    await row(window, 1).waitFor();
    const [first, second, third] = [await profileIn(window, 1), await profileIn(window, 2), await profileIn(window, 3)];
    const keys = await window.shortcuts();
    const decideBy = (what: string): Promise<void> =>
      page.keyboard.press([...keys].find(([name]) => name.startsWith(what))![1]);
    await walkTo(page, row(window, 1).getByRole('gridcell').first());
    await decideBy('이상 없음으로 결정');
    await expect.poll(() => profileIn(window, 1)).toBe(second);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => profileIn(window, 1)).toBe(first);
    await decideBy('이상 없음으로 결정');
    await expect.poll(() => profileIn(window, 1)).toBe(second);
    await decideBy('나중에 다시 보기');
    await expect.poll(async () => (await queue({ profile: second })).rows[0]!.decision.decision).toBe('again');
    await page.keyboard.press('ArrowDown');
    await decideBy('규칙 필요로 결정');
    await expect
      .poll(async () => (await queue({ state: 'decided' })).rows.map((one) => one.profile).sort())
      .toEqual([first, third].sort());
    // What is approved has no main action: Ctrl+Enter takes nothing back.
    await page.keyboard.press('Control+Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await walkTo(page, content.getByRole('button', { name: '승인 취소' }));
    await page.keyboard.press('Enter');
    const dialog = window.dialog('승인 취소');
    await typeOver(page, dialog.getByLabel('이름'), '지우');
    await page.keyboard.press('Tab');
    await page.keyboard.type('시리즈 순서가 틀림');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await content.getByRole('button', { name: '내보내기 승인' }).waitFor();
    const { current, all } = await engine.client.review.approvals({ runId: run.runId });
    expect(current).toBe(null);
    expect(all.slice(0, 2).map(({ kind, by }) => [kind, by])).toEqual([
      ['withdrawn', '지우'],
      ['approved', 'Minsu'],
    ]);
    expect(window.problems).toEqual([]);
  });
});
