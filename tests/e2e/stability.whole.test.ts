/**
 * Stability of lists, and why a title is not in one, in the window. By mouse and by keyboard.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import { finalValue } from '../../src/shared/values/final-value';
import { ComparePage } from './pages/compare-page';
import { ProfilesPage } from './pages/profiles-page';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';
import { press, walkTo } from './support/keyboard';

describe.skipIf(NO_BROWSER !== null)(`stability and why not${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let dataset: Dataset;
  let runId: string;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 30, items: 80, eventsPerProfile: 10 });
    const { engine, small } = curator;
    dataset = await engine.import(small.folder);
    ({ runId } = await engine.train(dataset, 'first'));
  });
  afterAll(() => curator.leave());

  const percent = (share: number): string => `${Math.round(share * 100)}%`;

  /** A title that a small change adds to a profile's list, and one it has watched. */
  async function titlesOf(profile: string): Promise<{ near: string; watched: string }> {
    const { client } = curator.engine;
    const { history } = await client.profiles.open({ data: dataset.fingerprint, profile });
    const { items } = await client.lists.show({ runId, profile, count: 40 });
    for (const { item, title } of items.slice(25)) {
      const { change } = await client.profiles.whyNot({ runId, profile, item });
      if (change !== null) return { near: title!, watched: history[0]!.title! };
    }
    throw new Error('No title is near.');
  }

  it('is measured, shown beside each title, and filtered by, with the mouse', async () => {
    const { window, engine } = curator;
    const { page, content, t } = window;
    await page.reload();
    await window.openDataset(dataset.name);
    await window.show('runs');
    await content.getByRole('link', { name: 'first' }).click();
    await content.getByText(t('stability.none')).waitFor();
    await window.button(t('stability.measure')).click();
    await content.getByText(t('stability.mean'), { exact: true }).waitFor();
    const measured = (await engine.client.runs.stability({ runId }))!;
    await content
      .getByText(
        t('stability.measured.all', {
          count: measured.profiles,
          noise: t('stability.noise.own', { copies: 100, hidden: '50%' }),
        }),
      )
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const { profile } = measured.shakiest[0]!;
    await content.getByRole('link', { name: profile, exact: true }).click();
    const compare = new ComparePage(window);
    await compare.untilOpen(profile);
    const told = await engine.client.profiles.stability({ runId, profile });
    const lines = compare.list.getByRole('list').first().getByRole('listitem');
    for (const [place, { share }] of told.items.entries())
      await lines
        .nth(place)
        .getByText(t('stability.item', { share: percent(share) }))
        .waitFor();
    await compare.list.getByText(t('stability.steady', { share: percent(told.share!) })).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const { near, watched } = await titlesOf(profile);
    const search = compare.list.getByRole('combobox', { name: t('whyNot.search') });
    const ask = async (title: string): Promise<void> => {
      await search.fill(title);
      await page.getByRole('option', { name: title, exact: true }).click();
    };
    const panel = content.getByRole('region', { name: t('whyNot.title') });
    await ask(watched);
    await panel.getByText(t('whyNot.reasons.watched')).waitFor();
    await ask(near);
    await panel.getByText(t('whyNot.change')).waitFor();
    expect(await compare.titles()).not.toContain(near);
    expect(await axeFindings(page)).toEqual([]);
    await panel
      .getByRole('button', { name: t('whyNot.try') })
      .first()
      .click();
    await compare.untilList('tuned');
    expect(await compare.titles()).toContain(near);
    await panel.getByRole('button', { name: t('compare.why') }).click();
    await content
      .getByRole('region', { name: t('compare.why') })
      .getByText(near)
      .first()
      .waitFor();
    await panel.waitFor({ state: 'hidden' });
  });

  it('is answered, and found again among the profiles, by keyboard and in Korean', async () => {
    const { app, engine } = curator;
    const { shaky: count, profiles: all } = await finalValue(await engine.client.runs.measureStability({ runId }));
    const window = await app.open({ language: 'ko' });
    const { page, content, t } = window;
    await window.openDataset(dataset.name);
    const goToProfiles = (): Promise<void> =>
      press(window, t('shell.shortcuts.goTo', { screen: t('shell.screen.profiles') }));
    await goToProfiles();
    const profiles = new ProfilesPage(window);
    const profile = await profiles.idInRow(1);
    const { rows } = await engine.client.profiles.page({ data: dataset.fingerprint, runId, start: 0, end: 1 });
    await profiles.row(1).getByText(percent(rows[0]!.stability!)).waitFor();
    await walkTo(page, profiles.firstCell);
    await page.keyboard.press('Enter');

    const compare = new ComparePage(window);
    await compare.untilOpen(profile);
    const { near } = await titlesOf(profile);
    await page.keyboard.press('Shift+Y');
    await page.keyboard.type(near);
    // The search for the typed text is done: every option contains it.
    const offered = page.getByRole('option');
    await expect.poll(async () => (await offered.allInnerTexts()).every((name) => name.includes(near))).toBe(true);
    const place = (await offered.allInnerTexts()).indexOf(near);
    for (let below = 0; below <= place; below++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const panel = content.getByRole('region', { name: t('whyNot.title') });
    await walkTo(page, panel.getByRole('button', { name: t('whyNot.try') }).first());
    await page.keyboard.press('Enter');
    await compare.untilList('tuned');
    expect(await compare.titles()).toContain(near);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });

    await goToProfiles();
    const shaky = content.getByRole('checkbox', { name: t('profiles.shaky') });
    await walkTo(page, shaky);
    await page.keyboard.press('Space');
    await content.getByText(t('profiles.count', { shown: count, all })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(window.problems).toEqual([]);
  });
});
