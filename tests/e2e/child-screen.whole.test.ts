/**
 * The child's screen, which opens over the grids, over a profile and over a segment.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/shared/words/templates';
import { commandLineHere } from '../support/command-line-here';
import { triedOf } from '../support/tried';
import type { AppWindow } from './pages/app-window';
import { ComparePage } from './pages/compare-page';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';
import { openShown } from './support/open-shown';

const LANGUAGES = triedOf<Language>(['ko'], ['en']);

describe.skipIf(NO_BROWSER !== null)(`the child's screen${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let app: App;
  let engine: Engine;
  let runId: string;
  const windows = new Map<Language, AppWindow>();
  /** Where it opens: the address, the profile whose list it is, and what leads to that list. */
  let places: { place: string; profile: string; enter?: (window: AppWindow) => Promise<void> }[];
  let line: Awaited<ReturnType<typeof commandLineHere>>;
  beforeAll(async () => {
    app = await startApp();
    engine = engineOf(app);
    const dataset = await engine.import(path.join(import.meta.dirname, '../../resources/sample'));
    const data = dataset.fingerprint;
    ({ runId } = await engine.train(dataset, 'first'));
    for (const language of LANGUAGES) windows.set(language, await openShown(app, language, { data, runId }));
    const { client } = engine;
    line = await commandLineHere();
    const sort = { column: 'recommended', descending: true };
    const { rows: titles } = await client.titles.page({ data, runId, start: 0, end: 700, sort });
    // Of the title that fewest lists have, so that every list changes.
    const titleIds = { ids: [titles.at(-1)!.item] };
    const pin = { id: 'pin-1', name: 'Campaign', kind: 'pin', place: 1, titles: titleIds, on: true } as const;
    const { revision } = await client.rules.get({ data });
    await client.rules.set({ data, revision, set: { formatVersion: 1, rules: [pin] } });
    const filter = { attributes: { sex: ['F'] } };
    const { id } = await client.segments.keep({ data, name: 'Girls', filter });
    const { rows } = await client.profiles.page({ data, runId, start: 0, end: 3 });
    const { rows: segment } = await client.profiles.page({ data, filter, start: 0, end: 1 });
    const { rows: queue } = await client.review.queue({ runId, order: 'reach', state: 'open', start: 0, end: 1 });
    const item = titles[0]!.item;
    const { receivers } = await client.titles.open({ runId, item });
    const select = async (window: AppWindow) => {
      const region = window.content.getByRole('region', { name: window.t('profiles.grid') });
      await region.getByRole('row').nth(1).filter({ hasText: /\S/ }).click();
    };
    places = [
      {
        place: `/compare/${rows[2]!.profile}`,
        profile: rows[2]!.profile,
        enter: (window) => new ComparePage(window).untilList('ruled'),
      },
      { place: '/profiles', profile: rows[0]!.profile, enter: select },
      { place: '/review', profile: queue[0]!.profile },
      { place: `/titles/${item}`, profile: receivers[0]!.profile },
      { place: `/segment/${id}`, profile: segment[0]!.profile },
    ];
  });
  afterAll(async () => {
    for (const window of windows.values()) expect(window.problems).toEqual([]);
    await line.remove();
    engine.close();
    await app.close();
  });

  it.each(LANGUAGES)('shows the delivered list by one key from each place, in %s', async (language) => {
    const window = windows.get(language)!;
    const { page, content, t } = window;
    await page.setViewportSize({ width: 1280, height: 720 });
    for (const { place, profile, enter } of places) {
      await page.goto(`${new URL(page.url()).origin}/#${place}`);
      await enter?.(window);
      if (place !== '/profiles') await content.getByRole('button', { name: t('tv.open') }).waitFor();
      const before = await page.evaluateHandle(() => document.activeElement);
      await page.keyboard.press('v');
      const dialog = window.dialog(t('tv.title', { profile }));
      const after = dialog.getByRole('list', { name: t('tv.after', { name: t('compare.asDelivered') }) });
      const covers = after.locator('[data-item]').filter({ has: page.locator('[data-cover]') });
      await expect.poll(() => covers.count()).toBe(25);
      const items = await covers.evaluateAll((all) => all.map((one) => one.getAttribute('data-item')));
      const told = await line.run(`recommend --run ${runId} --profile ${profile} --json`, {
        SHELFWISE_WORKSPACE: app.workspace,
      });
      const recommended = (told.json() as { items: { item: string }[] }).items.map(({ item }) => item);
      expect({ place, items }).toEqual({ place, items: recommended });

      const hold = dialog.getByRole('button', { name: t('tv.hold') });
      await expect.poll(() => hold.evaluate((button) => button === document.activeElement)).toBe(true);
      const boxOf = (): Promise<unknown> => dialog.getByRole('list').boundingBox();
      const room = await boxOf();
      await page.keyboard.down('Space');
      await dialog.getByRole('list', { name: t('tv.before', { name: t('compare.asRanked') }) }).waitFor();
      // The covers of the list before are in the same places.
      expect(await boxOf()).toEqual(room);
      await page.keyboard.up('Space');
      await after.waitFor();
      if (place === places[0]!.place) expect(await axeFindings(page)).toEqual([]);

      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(page.url()).toContain(`#${place}`);
      await expect.poll(() => before.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });
});
