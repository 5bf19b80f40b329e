/**
 * Rules in the window: created, tried before they count, saved, undone and exported with. By mouse and by keyboard.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import type { RulesChoice } from '../../src/shared/contract/rules';
import { today } from '../../src/shared/values/day';
import { finalValue } from '../../src/shared/values/final-value';
import { ComparePage } from './pages/compare-page';
import { ProfilesPage } from './pages/profiles-page';
import { RulesPage } from './pages/rules-page';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';
import { walkTo } from './support/keyboard';

const NEW_TITLES = ['9001', '9002'].map((id, place) => {
  const title = `A new one, no. ${place + 1}`;
  return { id, title, line: `${id},"${title}",,키즈,장르 ${place + 1},,한국,10,20260601,,,,,,,` };
});

describe.skipIf(NO_BROWSER !== null)(`rules${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let dataset: Dataset;
  let runId: string;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 30, items: 80, eventsPerProfile: 10 });
    const { engine, small } = curator;
    // Titles without viewings, in the genre of every other title.
    await fs.appendFile(path.join(small.folder, 'meta_data.csv'), NEW_TITLES.map(({ line }) => `${line}\n`).join(''));
    dataset = await engine.import(small.folder);
    ({ runId } = await engine.train(dataset, 'first'));
  });
  afterAll(() => curator.leave());

  const saved = () => curator.engine.client.rules.get({ data: dataset.fingerprint });
  /** The engine's effect of the saved rules, to compare with the window's. */
  async function effectOfSaved() {
    const { set } = await saved();
    return finalValue(await curator.engine.client.rules.try({ runId, set, date: today() }));
  }
  it('are begun, saved, undone and exported with, by mouse', async () => {
    const { window, engine } = curator;
    const { page, content, t } = window;
    const data = dataset.fingerprint;
    await page.reload();
    await window.openDataset(dataset.name);
    await window.show('rules');
    await window.heading(t('rules.none')).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const { rows } = await engine.client.titles.page({
      data,
      runId,
      start: 0,
      end: 1,
      sort: { column: 'recommended', descending: true },
    });
    const { item, title } = rows[0]!;
    const screen = new RulesPage(window);
    await screen.begin('hide').click();
    await content.getByText(t('rules.unfinished')).waitFor();
    await screen.findTitles.fill(item);
    await screen.titleNamed(title ?? item).click();
    await screen.untilEffect('hide-1');
    // The first Escape closes the list of titles, the second one the picker.
    await page.keyboard.press('Escape');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await screen.saved.waitFor();
    const effect = await effectOfSaved();
    expect(effect.changed).toBe(rows[0]!.recommended);
    const { changed, profiles } = effect;
    await window.heading(t('rules.changeLists', { count: 1, changed, all: profiles })).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    // The drawn track covers the switch it belongs to.
    await screen.switchOf('hide-1').click({ force: true });
    await expect.poll(async () => (await saved()).set.rules[0]!.on).toBe(false);
    await screen.undo.click();
    await expect.poll(async () => (await saved()).set.rules[0]!.on).toBe(true);
    const { name } = (await saved()).set.rules[0]!;
    const said = name.replace(/\.$/, '');

    await window.show('export');
    await content
      .getByRole('group', { name: t('rules.counting') })
      .getByText(said)
      .waitFor();
    const linesOf = async (rules: RulesChoice): Promise<string[]> =>
      (await engine.client.runs.previewExport({ runId, format: 'submission', rules })).lines;
    const lines = await linesOf({ set: (await saved()).set, date: today() });
    await content.locator('pre', { hasText: lines.at(-1)! }).waitFor();
    expect(lines.join('\n')).not.toContain(`${item},`);
    // Leaving them out is for one file: it is forgotten on another screen.
    const leaveOut = content.getByRole('switch', { name: t('exporting.leaveRules') });
    await leaveOut.click({ force: true });
    const without = await linesOf('none');
    expect(without).not.toEqual(lines);
    await content.locator('pre', { hasText: without.join('\n') }).waitFor();
    await window.show('rules');
    await window.show('export');
    await content.locator('pre', { hasText: lines.join('\n') }).waitFor();
    expect(await leaveOut.isChecked()).toBe(false);
    await window.button(t('exporting.go')).click();
    await window.dialog(t('exporting.firstTitle')).getByText(said).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it("start from a title's row, by keyboard and in Korean", async () => {
    const { app } = curator;
    const window = await app.open({ language: 'ko' });
    const { page, t } = window;
    await window.openDataset(dataset.name);
    await window.show('profiles');
    const profiles = new ProfilesPage(window);
    await profiles.row(1).waitFor();
    const profile = await profiles.idInRow(1);
    await profiles.row(1).dblclick();
    const compare = new ComparePage(window);
    await compare.untilOpen(profile);
    const row = compare.list.getByRole('listitem').nth(2);
    const item = (await row.getAttribute('data-item'))!;
    await walkTo(page, row.getByRole('link').first());
    await page.keyboard.press('p');
    await walkTo(page, page.getByRole('link', { name: t('rules.look') }));
    await page.keyboard.press('Enter');
    expect((await saved()).set.rules.at(-1)).toMatchObject({ kind: 'pin', place: 3, titles: { ids: [item] } });
    await new RulesPage(window).untilEffect((await saved()).set.rules.at(-1)!.id);
    expect(await axeFindings(page)).toEqual([]);
    expect(window.problems).toEqual([]);
  });

  it('place new titles, which explain why they are there', async () => {
    const { app, engine } = curator;
    const kept = await saved();
    await engine.client.rules.set({
      data: dataset.fingerprint,
      revision: kept.revision,
      set: { ...kept.set, rules: [] },
    });
    const window = await app.open({ language: 'ko' });
    const { page, content, t } = window;
    await window.openDataset(dataset.name);
    await window.show('titles');
    await content.getByText(t('titles.unwatched'), { exact: true }).click();
    const data = dataset.fingerprint;
    const { total, all } = await engine.client.titles.page({ data, start: 0, end: 0, filter: { watched: false } });
    await content.getByText(t('titles.count', { shown: total, all })).waitFor();

    await window.show('rules');
    const screen = new RulesPage(window);
    await window.button(t('rules.beginOther')).click();
    await page.getByRole('menuitem', { name: t('rules.begin.new-titles') }).click();
    await screen.picker.getByRole('textbox', { name: t('rules.newCount') }).fill('1');
    await page.keyboard.press('Enter');
    await screen.untilEffect('new-titles-1');
    expect(await axeFindings(page)).toEqual([]);
    await screen.saved.waitFor();
    const { newTitles } = await effectOfSaved();
    expect(newTitles!.titles).toBe(total);
    expect(newTitles!.placed).toBeGreaterThanOrEqual(NEW_TITLES.length);
    const { placed: found, titles: offered } = newTitles!;
    await content.getByText(t('rules.newTitlesOf', { placed: found, titles: offered })).waitFor();

    await window.show('profiles');
    const profiles = new ProfilesPage(window);
    await profiles.row(1).waitFor();
    const profile = await profiles.idInRow(1);
    await profiles.row(1).dblclick();
    const compare = new ComparePage(window);
    await compare.untilOpen(profile);
    const { set } = await saved();
    const { items } = await engine.client.lists.show({ runId, profile, rules: { set, date: today() } });
    const [placed] = items.filter(({ newTitle }) => newTitle !== null);
    const row = compare.list.locator(`[data-item="${placed!.item}"]`);
    await row.getByText(t('common.newTitle'), { exact: true }).waitFor();
    await walkTo(page, row.getByRole('link').first());
    await page.keyboard.press('y');
    await content.getByText(placed!.newTitle!.sentence.ko).waitFor();
    // The focused title's full name is shown outside all landmarks while it has the focus.
    await content.getByRole('heading', { name: t('compare.why'), exact: true }).click();
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);

    await window.show('export');
    const preview = await engine.client.runs.previewExport({
      runId,
      format: 'submission',
      rules: { set, date: today() },
    });
    const { item, title, lists } = preview.newTitles[0]!;
    await content
      .getByRole('listitem')
      .filter({ hasText: title! })
      .filter({ hasText: item })
      .getByText(t('exporting.inLists', { count: lists }))
      .waitFor();
    expect(window.problems).toEqual([]);
  });
});
