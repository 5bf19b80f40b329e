/** The grids of Profiles, Titles and Review: what fits, what is cut, what has the focus, and titles by series. */
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/shared/words/templates';
import type { AppWindow } from './pages/app-window';
import { ComparePage } from './pages/compare-page';
import { type App, startApp } from './support/app';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';
import { tabInto } from './support/keyboard';
import { openShown } from './support/open-shown';
import { triedOf } from '../support/tried';

const SIZES = triedOf(
  [{ width: 1280, height: 720 }],
  [
    { width: 1440, height: 900 },
    { width: 320, height: 640 },
    { width: 390, height: 844 },
  ],
);
const SCREENS = [
  { screen: 'profiles', grid: 'profiles.grid' },
  { screen: 'titles', grid: 'titles.grid' },
  { screen: 'review', grid: 'checks.queue' },
] as const;
const LANGUAGES = triedOf<Language>(['ko'], ['en']);

describe.skipIf(NO_BROWSER !== null)(`the grids${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let app: App;
  let engine: Engine;
  let runId: string;
  let data: string;
  const windows = new Map<Language, AppWindow>();
  beforeAll(async () => {
    app = await startApp();
    engine = engineOf(app);
    const dataset = await engine.import(path.join(import.meta.dirname, '../../resources/sample'));
    data = dataset.fingerprint;
    ({ runId } = await engine.train(dataset, 'first'));
    for (const language of LANGUAGES) {
      const window = await openShown(app, language, { data, runId });
      windows.set(language, window);
    }
  });
  afterAll(async () => {
    for (const window of windows.values()) expect(window.problems).toEqual([]);
    engine.close();
    await app.close();
  });

  async function open(window: AppWindow, { screen, grid }: (typeof SCREENS)[number]): Promise<Locator> {
    // Review is a deck unless its address says otherwise.
    const place = screen === 'review' ? 'review/form=list' : screen;
    await window.page.goto(`${new URL(window.page.url()).origin}/#/${place}`);
    const region = window.content.getByRole('region', { name: window.t(grid) });
    await region.getByRole('row').nth(1).filter({ hasText: /\S/ }).waitFor();
    return region;
  }

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(SIZES.flatMap((size) => SCREENS.map((of) => ({ ...size, ...of }))))(
      'has whole rows, whole headings and columns that fit on $screen at $width x $height',
      async ({ width, height, ...of }) => {
        const window = windows.get(language)!;
        await window.page.setViewportSize({ width, height });
        const region = await open(window, of);
        await window.page.evaluate(() => document.fonts.ready);
        const measure = (): Promise<object> =>
          region.evaluate((grid) => {
            const box = grid.querySelector('.ag-grid-viewport')!;
            const { bottom } = box.getBoundingClientRect();
            const named = (node: Element): string => node.textContent.slice(0, 40);
            const isCut = (node: Element): boolean => node.scrollWidth > node.clientWidth + 1;
            const rows = [...grid.querySelectorAll('.ag-row')].map((row) => row.getBoundingClientRect());
            const table = grid.querySelector('[data-rows]')!;
            return {
              // Some pixels are left where the height is no multiple of the rows' number.
              isRoomLeft: table.parentElement!.clientHeight - table.clientHeight > 24,
              halfRows: rows.filter((row) => row.top < bottom - 1 && row.bottom > bottom + 1).length,
              sideways: box.scrollWidth - box.clientWidth,
              cutHeadings: [...grid.querySelectorAll('.ag-header-cell-text')].filter(isCut).map(named),
              // A scroll bar that takes no room leaves the end of each row to be seen.
              overRows: [...grid.querySelectorAll('.ag-scrollbar-invisible *')].filter(
                (node) => getComputedStyle(node).backgroundColor !== 'rgba(0, 0, 0, 0)',
              ).length,
              smallCovers: [...grid.querySelectorAll('[data-cover]')].filter((cover) => {
                const drawn = cover.getBoundingClientRect();
                return drawn.width < 44 || drawn.height < 60;
              }).length,
            };
          });
        await expect
          .poll(measure)
          .toEqual({ isRoomLeft: false, halfRows: 0, sideways: 0, cutHeadings: [], overRows: 0, smallCovers: 0 });
      },
    );

    it.each(SCREENS.slice(0, 2))('has one ring, on the row that is selected, on $screen', async (of) => {
      const window = windows.get(language)!;
      const { page } = window;
      await page.setViewportSize(SIZES[0]!);
      const region = await open(window, of);
      await tabInto(page, region);
      await page.keyboard.press('ArrowDown');
      const rings = (): Promise<object> =>
        page.evaluate(() => {
          const hasRing = (node: Element): boolean => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
            return (outlineStyle === 'solid' && outlineWidth !== '0px') || /inset/.test(boxShadow);
          };
          const ringed = [...document.querySelectorAll('main, main *')].filter(
            (node) => hasRing(node) && (node.matches(':focus-within') || node.matches(':focus')),
          );
          const rowOf = (node: Element | null | undefined): string | null | undefined =>
            node?.closest('.ag-row')?.getAttribute('row-index');
          return {
            rings: ringed.map((node) => node.getAttribute('role')),
            focused: rowOf(document.activeElement),
            selected: [...document.querySelectorAll('.ag-row-selected')].map(rowOf),
          };
        });
      await expect.poll(rings).toEqual({ rings: ['gridcell'], focused: '1', selected: ['1'] });
    });

    it('shows on Profiles what was watched last by its covers, and the genres', async () => {
      const window = windows.get(language)!;
      const region = await open(window, SCREENS[0]);
      const { rows } = await engine.client.profiles.page({ data, runId, start: 0, end: 1 });
      const { history } = await engine.client.profiles.open({ data, profile: rows[0]!.profile });
      expect(rows[0]!.latest).toEqual(history.slice(0, 3).map(({ item, title }) => ({ item, title })));
      const row = region.getByRole('row').nth(1);
      expect(
        await row.locator('[data-item]').evaluateAll((all) => all.map((one) => one.getAttribute('title'))),
      ).toEqual(rows[0]!.latest.map(({ title }) => title));
      const [most] = rows[0]!.taste;
      const share = new Intl.NumberFormat(language, { style: 'percent' }).format(most!.titles / rows[0]!.watched);
      expect(await row.innerText()).toContain(share);
    });

    it('tells of a decision, with Undo, without moving the row it is about', async () => {
      const window = windows.get(language)!;
      await window.page.setViewportSize(SIZES[0]!);
      const row = (await open(window, SCREENS[2])).getByRole('row').nth(1);
      await row.click();
      const topOfRow = async (): Promise<number> => (await row.boundingBox())!.y;
      const before = await topOfRow();
      await window.page.keyboard.press('f');
      const undo = window.page.getByRole('button', { name: window.t('versions.undo') });
      await undo.waitFor();
      expect(await topOfRow()).toBe(before);
      await undo.click();
      await undo.waitFor({ state: 'hidden' });
    });

    it('opens a child with a click on its name; the second of a double click opens nothing behind it', async () => {
      const window = windows.get(language)!;
      const { page } = window;
      const region = await open(window, SCREENS[0]);
      const child = region.getByRole('row').nth(3).getByRole('gridcell').first();
      const profile = await child.locator('span').last().innerText();
      await child.locator('b').dblclick();
      await new ComparePage(window).untilOpen(profile);
      expect(page.url()).toContain(`#/compare/${profile}/profiles`);
      expect(await page.getByRole('dialog').count()).toBe(0);
    });

    it(
      'opens a series with its titles below, by keyboard, under each order and filter, and closes it',
      { tags: ['rare'] },
      async () => {
        const window = windows.get(language)!;
        const { page, t } = window;
        await page.setViewportSize(SIZES[0]!);
        const region = await open(window, SCREENS[1]);
        const row = (place: number): Locator => region.locator(`.ag-row[row-index="${place}"]`);
        const press = async (key: string): Promise<void> => {
          await page.keyboard.press(key);
          await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        };
        const { rows } = await engine.client.titles.series({ data, runId, start: 0, end: 1 });
        const [series] = rows;
        if (series?.kind !== 'series') throw new Error('The sample begins with a series.');
        await tabInto(page, region);
        await row(0)
          .getByRole('button', { name: t('titles.openSeries', { series: series.name }), expanded: false })
          .waitFor();
        await press('ArrowRight');
        await row(0)
          .getByRole('button', { name: t('titles.closeSeries', { series: series.name }), expanded: true })
          .waitFor();
        const below = await engine.client.titles.series({ data, runId, start: 0, end: 2, open: [series.series] });
        expect(below.rows[1]).toMatchObject({ kind: 'title', isEpisode: true });
        await row(1).locator('[data-item][data-indent="episode"]').waitFor();
        const [, episode] = below.rows;
        const title = episode?.kind === 'title' ? episode.title : null;
        expect(await row(1).locator('[data-title]').getAttribute('data-title')).toBe(title);
        // The focus stays, and its row says that it is open.
        expect(
          await row(0)
            .getByRole('gridcell')
            .first()
            .evaluate((cell) => cell === document.activeElement),
        ).toBe(true);
        expect(await axeFindings(page)).toEqual([]);
        await press('ArrowLeft');
        await row(0).getByRole('button', { expanded: false }).waitFor();
        await press('Enter');
        await row(0).getByRole('button', { expanded: true }).waitFor();

        await region.getByRole('columnheader', { name: t('titles.columns.popularity') }).click();
        const sort = { column: 'popularity', descending: true };
        const first = (await engine.client.titles.series({ data, runId, start: 0, end: 1, sort })).rows[0]!;
        const name = first.kind === 'series' ? first.name : first.title!;
        await row(0).getByText(name).first().waitFor();
        await window.content.getByLabel(t('titles.find')).fill(series.name);
        await row(0)
          .getByRole('button', { name: t('titles.closeSeries', { series: series.name }) })
          .waitFor();
        await row(series.titles).locator('[data-item][data-indent="episode"]').waitFor();
        await window.content.getByLabel(t('titles.find')).fill('');
        await window.content.getByRole('switch', { name: t('titles.bySeries') }).click();
        await expect.poll(() => region.locator('[data-series]').count()).toBe(0);
        await window.content.getByRole('switch', { name: t('titles.bySeries') }).click();
      },
    );

    it('has the lengths of titles, sorted and within a range that is typed, kept, and cleared', async () => {
      const window = windows.get(language)!;
      const { page, t, content } = window;
      await page.setViewportSize(SIZES[0]!);
      const region = await open(window, SCREENS[1]);
      const heading = region.getByRole('columnheader', {
        name: `${t('labels.known.attributes.run_time')} (${t('labels.minutes', { minutes: '' }).trim()})`,
      });
      await heading.click();
      const sort = { column: 'attributes.run_time', descending: true };
      const { rows } = await engine.client.titles.series({ data, runId, start: 0, end: 1, sort });
      const lengthAt = (place: number): Locator =>
        region.locator(`.ag-row[row-index="${place}"] [col-id="attributes.run_time"]`);
      await expect.poll(() => lengthAt(0).innerText()).toBe(String(rows[0]!.numbers['run_time']));
      await heading.press('Control+Enter');
      await page.getByRole('spinbutton', { name: t('grid.ariaFilterFromValue') }).fill('60');
      const to = page.getByRole('spinbutton', { name: t('grid.ariaFilterToValue') });
      await to.fill('70');
      expect(await axeFindings(page)).toEqual([]);
      await to.press('Enter');
      const within = { numbers: { run_time: { from: 60, to: 70 } } };
      const found = await engine.client.titles.page({ data, runId, start: 0, end: 1, sort, filter: within });
      const counted = content.getByText(t('titles.count', { shown: found.total, all: found.all }), { exact: true });
      await counted.waitFor();
      await expect.poll(() => lengthAt(0).innerText()).toBe(String(found.rows[0]!.numbers['run_time']));
      await page.reload();
      await counted.waitFor();
      // In a narrow window, what leaves rows out stays in sight.
      await page.setViewportSize({ width: 390, height: 844 });
      await heading.waitFor();
      await content.getByLabel(t('titles.find')).fill('no such title');
      await content.getByText(t('titles.emptyWithin', { names: [t('labels.known.attributes.run_time')] })).waitFor();
      await content.getByRole('button', { name: t('titles.showAll') }).click();
      await content.getByText(t('titles.count', { shown: found.all, all: found.all }), { exact: true }).waitFor();
      await page.setViewportSize(SIZES[0]!);
      await heading.click();
      await heading.click();
    });

    it('opens a title with a click, and its panel follows the row that is chosen', async () => {
      const window = windows.get(language)!;
      const { page, t } = window;
      await page.setViewportSize(SIZES[0]!);
      const region = await open(window, SCREENS[1]);
      const bySeries = window.content.getByRole('switch', { name: t('titles.bySeries') });
      await bySeries.click();
      await expect.poll(() => region.locator('[data-series]').count()).toBe(0);
      const nameAt = async (place: number): Promise<string> =>
        (await region.locator(`.ag-row[row-index="${place}"] [data-title]`).getAttribute('data-title'))!;
      const names = [await nameAt(0), await nameAt(1), await nameAt(2)];
      const panelOf = (name: string): Locator => window.content.getByRole('complementary', { name, exact: true });
      for (const place of [0, 2]) {
        await region.locator(`.ag-row[row-index="${place}"]`).getByRole('gridcell').first().click();
        await panelOf(names[place]!).waitFor();
      }
      await page.keyboard.press('ArrowUp');
      await panelOf(names[1]!).waitFor();
      expect(await panelOf(names[2]!).count()).toBe(0);
      await bySeries.click();
    });
  });

  it('counts the lists that have any title of a series as its audience does', async () => {
    const { rows } = await engine.client.titles.series({
      data,
      runId,
      start: 0,
      end: 1,
      sort: { column: 'recommended', descending: true },
    });
    const [most] = rows;
    if (most?.kind !== 'series') throw new Error('A series is recommended most.');
    const audience = await engine.client.titles.audience({ runId, titles: { series: [most.name] } });
    expect(most).toMatchObject({ recommended: audience.recommended, popularity: audience.watched });
    expect(most.meanRank).toBeCloseTo(audience.meanPlace!, 6);
  });
});
