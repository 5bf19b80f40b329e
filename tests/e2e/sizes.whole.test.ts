/**
 * The window at common sizes: a laptop, a smaller one, and a laptop at 200 %, which has one column as half a screen does.
 *
 * @module-tag rare
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screensFrom } from '../../src/features/screens';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type AtProfile, startAtProfile } from './support/curator';
import { walkTo } from './support/keyboard';
import { offTheScale } from './support/text-scale';
import { triedOf } from '../support/tried';

const LARGEST = { name: '1440 x 900', width: 1440, height: 900 };
/** First the one with the least room. */
const SIZES = triedOf(
  [{ name: '1440 x 900 at 200 %', width: 720, height: 450 }],
  [{ name: '1280 x 720', width: 1280, height: 720 }, LARGEST],
);

describe.skipIf(NO_BROWSER !== null)(`the window${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: AtProfile;
  beforeAll(async () => {
    curator = await startAtProfile();
  });
  afterAll(() => curator.leave());

  describe.each(SIZES)('at $name', (size) => {
    beforeAll(() => curator.window.page.setViewportSize(size));
    /** Whether an element is completely inside the visible page. */
    const isInSight = (element: Locator): Promise<boolean> =>
      element.evaluate((node) => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const isWithin = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return isWithin && seen !== null && (node.contains(seen) || seen.contains(node));
      });

    it('the window never scrolls, and no screen scrolls sideways', async () => {
      const { window, profiles, compare, profile } = curator;
      const expectNoScroll = async (screen: string): Promise<void> => {
        const scrolls = await window.page.evaluate(() => {
          const boxes = [document.scrollingElement!, document.querySelector('#content > :last-child')!];
          return boxes.map((box) => [box.scrollWidth > box.clientWidth, box.scrollHeight > box.clientHeight]);
        });
        expect({ screen, scrolls: [scrolls[0], [scrolls[1]![0]]] }).toEqual({
          screen,
          scrolls: [[false, false], [false]],
        });
      };
      /** Checks controls and states for overlaps and clipping. */
      const expectNothingCut = async (screen: string): Promise<void> => {
        const cut = await window.page.evaluate(() => {
          const title = document.querySelector('main h1')!.getBoundingClientRect();
          const badges = [...document.querySelectorAll('main .mantine-Badge-label')];
          const buttons = [...document.querySelectorAll('main button')].map((button) => button.getBoundingClientRect());
          return {
            badges: badges.filter((badge) => badge.scrollWidth > badge.clientWidth).map((badge) => badge.textContent),
            // At most one thing to do stands out.
            primary: [
              ...document.querySelectorAll(
                'main .mantine-Button-root:is(:not([data-variant]), [data-variant="filled"])',
              ),
            ]
              .filter((button) => button.checkVisibility())
              .map((button) => button.textContent)
              .slice(1),
            overTitle: buttons.filter(
              ({ left, right, top, bottom, width }) =>
                width > 0 && left < title.right && right > title.left && top < title.bottom && bottom > title.top,
            ).length,
          };
        });
        expect({ screen, ...cut }).toEqual({ screen, badges: [], primary: [], overTitle: 0 });
      };
      const expectScale = async (screen: string): Promise<void> =>
        expect({ screen, texts: await offTheScale(window.page) }).toEqual({ screen, texts: [] });
      for (const screen of [...screensFrom('rail'), ...screensFrom('foot')]) {
        await window.show(screen);
        await window.heading(/./).first().waitFor();
        await expectNoScroll(screen);
        await expectNothingCut(screen);
        expect(await axeFindings(window.page, ['scrollable-region-focusable'])).toEqual([]);
        await expectScale(screen);
      }
      await window.show('runs');
      await window.content.getByRole('link', { name: 'first' }).click();
      await window.heading(window.t('runs.scores')).waitFor();
      await expectNoScroll('run');
      await expectNothingCut('run');
      await expectScale('run');
      await window.show('help');
      await window.content.getByRole('link', { name: window.t('help.pages.privacy') }).click();
      await window.content.getByRole('table').waitFor();
      await expectNoScroll('a page of the guide');
      await expectScale('a page of the guide');
      await window.show('profiles');
      await profiles.row(1).dblclick();
      await compare.untilOpen(profile);
      await expectNoScroll('compare');
      await expectScale('compare');
      await window.page.keyboard.press('Control+k');
      await window.page.getByRole('dialog').waitFor();
      await expectScale('palette');
      await window.page.keyboard.press('Escape');
    });

    it('training can start without scrolling, wherever the settings are scrolled to', async () => {
      const { window } = curator;
      await window.show('train');
      const start = window.button(window.t('train.start'));
      await start.waitFor();
      expect(await isInSight(start)).toBe(true);
      await window.content.getByText(window.t('compare.advanced'), { exact: true }).click();
      await window.button(window.t('train.openAll')).click();
      await window.content.getByLabel('Batch', { exact: true }).scrollIntoViewIfNeeded();
      expect(await isInSight(start)).toBe(true);
    });

    it('tuning, history and reasons of a list are at most one press away', async () => {
      const { window, profiles, compare, profile } = curator;
      const { content, page, t } = window;
      await window.show('profiles');
      await profiles.row(1).dblclick();
      await compare.untilOpen(profile);
      const tab = (name: string | RegExp): Locator => content.getByRole('tab', { name });
      const tabs = content.getByRole('tablist');
      expect(await tabs.evaluate((list) => list.scrollWidth > list.clientWidth)).toBe(false);
      // The tuning lies over the history; in one column, over the list too.
      await compare.openTuning();
      await compare.hiddenShare.press('End');
      await page.keyboard.press('Escape');
      await compare.untilList('tuned');
      await page.keyboard.press('y');
      await content.getByRole('region', { name: t('compare.why') }).waitFor();
      await page.keyboard.press('Escape');
      await content.getByRole('region', { name: t('compare.why') }).waitFor({ state: 'hidden' });
      await tab(new RegExp(t('compare.history'))).click();
      const history = content.getByRole('region', { name: t('compare.history') }).getByRole('listitem');
      await history.first().waitFor();
      expect(await history.count()).toBe(10);
    });

    it('profiles are filtered beside the grid, or by a button above it', async () => {
      const { window, profiles } = curator;
      const { content, t } = window;
      await window.show('profiles');
      await profiles.row(1).waitFor();
      const filters = content.getByRole('complementary', { name: t('profiles.filters') });
      if (size.width > 1100) expect(await filters.isVisible()).toBe(true);
      else {
        expect(await filters.count()).toBe(0);
        await content.getByRole('button', { name: t('profiles.filters') }).click();
      }
      await filters.getByLabel(t('profiles.find')).fill('7');
      await content.getByText(t('profiles.count', { shown: 3, all: 30 })).waitFor();
      if (size.width <= 1100)
        await content.getByRole('button', { name: t('profiles.filtersOn', { number: 1 }) }).waitFor();
      await filters.getByLabel(t('profiles.find')).fill('');
      // Restores the rows for the next test.
      await expect.poll(() => window.page.locator('.ag-row').count()).toBeGreaterThan(3);
    });
  });

  it('in forced colours, selections and drawings stay distinguishable', async () => {
    const { window, profiles, compare, profile } = curator;
    const { page, content, t } = window;
    await page.setViewportSize(LARGEST);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const outlined = (chosen: Locator): Promise<string> =>
      chosen.evaluate((node) => getComputedStyle(node).outlineStyle);
    await window.show('train');
    const presets = content.getByRole('radiogroup', { name: t('train.preset') }).locator('label');
    await presets.first().waitFor();
    expect(await outlined(presets.filter({ has: page.getByRole('radio', { checked: true }) }))).toBe('solid');
    expect(await outlined(presets.filter({ has: page.getByRole('radio', { checked: false }) }).first())).toBe('none');
    await window.show('profiles');
    await profiles.row(1).dblclick();
    await compare.untilOpen(profile);
    await compare.openTuning();
    await compare.openAdvanced();
    const watched = content.getByRole('radiogroup', { name: t('compare.watchedMode') });
    expect(await outlined(watched.getByText(t('compare.watchedDefault')).locator('xpath=ancestor::label'))).toBe(
      'solid',
    );
    expect(await outlined(watched.getByText(t('compare.watchedInclude')).locator('xpath=ancestor::label'))).toBe(
      'none',
    );
    await window.show('data');
    const letters = content.getByRole('img').locator('text').first();
    await letters.waitFor();
    const [drawn, written] = await letters.evaluate((node) => [
      getComputedStyle(node).fill,
      getComputedStyle(document.body).color,
    ]);
    expect(drawn).toBe(written);
    await window.show('profiles');
    const box = content.getByRole('complementary', { name: t('profiles.filters') }).getByLabel(t('profiles.noted'));
    await box.check();
    const tick = box.locator('xpath=following-sibling::*').first();
    // A white tick shows on a dark box only.
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    const [ticked, ground] = await tick.evaluate((node) => [
      getComputedStyle(node).color,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(ticked).not.toBe(ground);
    await box.uncheck();
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  });

  describe('a grid, by keyboard', () => {
    const MOST_TABS = 6;
    /** Presses Tab until the focus is in this row of a grid, by the number that screen readers announce, and counts. */
    const isAtRow = (row: number): Promise<boolean> =>
      curator.window.page.evaluate(
        (wanted) =>
          document.activeElement?.role === 'gridcell' &&
          document.activeElement.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') === wanted,
        String(row + 1),
      );
    const tabsToRow = async (row: number): Promise<number> => {
      for (let tabs = 0; tabs < 50; tabs++) {
        if (await isAtRow(row)) return tabs;
        await curator.window.page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to row ${row}.`);
    };
    const GRIDS = SIZES.flatMap((size) => (['profiles', 'titles'] as const).map((screen) => ({ screen, size })));

    it.each(GRIDS)('is at most six Tabs away on $screen at $size.name', async ({ screen, size }) => {
      const { window } = curator;
      const { page, t, content } = window;
      await page.setViewportSize(size);
      await window.show('settings');
      // From the link that opens it, and from the top of the page.
      await window
        .region('screens')
        .getByRole('link', { name: t(`shell.screen.${screen}`) })
        .press('Enter');
      const row = content
        .getByRole('region', { name: t(`${screen}.grid`) })
        .getByRole('row')
        .nth(1);
      await row.filter({ hasText: /\S/ }).waitFor();
      expect(await tabsToRow(1)).toBeLessThanOrEqual(MOST_TABS);
      await window.show('settings');
      await window.show(screen);
      await row.filter({ hasText: /\S/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await tabsToRow(1)).toBe(0);
      await page.reload();
      await row.filter({ hasText: /\S/ }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await tabsToRow(1)).toBe(0);
    });

    it('is one tab stop: Tab leaves it, arrows reach every row and the headings, and it is entered where it was left', async () => {
      const { window, profiles } = curator;
      const { page } = window;
      const focused = (): Promise<string | null> =>
        page.evaluate(() =>
          document.querySelector('.ag-root')!.contains(document.activeElement) ? document.activeElement!.role : null,
        );
      // The grid accepts the next key once it has drawn the last one's effect, which takes a person no time.
      const press = async (key: string): Promise<void> => {
        await page.keyboard.press(key);
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      };
      await page.setViewportSize(LARGEST);
      await window.show('profiles');
      await profiles.row(1).waitFor();
      await tabsToRow(1);
      await press('ArrowUp');
      await expect.poll(focused).toBe('columnheader');
      const before = await profiles.idInRow(1);
      await press('Enter');
      await press('Enter');
      await expect.poll(() => profiles.idInRow(1)).not.toBe(before);
      await press('Tab');
      await expect.poll(focused).toBe(null);
      await press('Shift+Tab');
      await press('ArrowDown');
      await press('ArrowDown');
      await press('Tab');
      await expect.poll(focused).toBe(null);
      await press('Shift+Tab');
      await expect.poll(() => isAtRow(3)).toBe(true);
      await press('Shift+Tab');
      await expect.poll(focused).toBe(null);
      // Tab reaches what follows the grid.
      await walkTo(page, window.content.getByLabel(window.t('profiles.find')));
    });
  });

  describe('preferences', () => {
    const rowsInSight = (): Promise<number> =>
      curator.window.page.locator('.ag-row').evaluateAll((rows) => {
        const { top, bottom } = rows[0]!.closest('.ag-root')!.getBoundingClientRect();
        return rows.map((row) => row.getBoundingClientRect()).filter((row) => row.top >= top && row.bottom <= bottom)
          .length;
      });
    const choose = async (setting: 'density' | 'motion', option: string): Promise<void> => {
      const { window } = curator;
      await window.show('settings');
      const group = window.content.getByRole('radiogroup', { name: window.t(`settings.${setting}`) });
      await group.getByText(option, { exact: true }).click();
    };
    beforeAll(() => curator.window.page.setViewportSize(LARGEST));

    it('compact shows more rows of a grid, also after reopening it', async () => {
      const { window, profiles } = curator;
      await window.show('profiles');
      await profiles.row(1).waitFor();
      const comfortable = await rowsInSight();
      await choose('density', window.t('settings.densities.compact'));
      await window.page.reload();
      await window.show('profiles');
      await profiles.row(1).waitFor();
      expect(await rowsInSight()).toBeGreaterThan(comfortable);
      await choose('density', window.t('settings.densities.comfortable'));
      await window.show('profiles');
      await profiles.row(1).waitFor();
      await expect.poll(rowsInSight).toBe(comfortable);
    });

    it('movements take less than 200 ms, and none is left when turned off', async () => {
      const { window } = curator;
      const { page, t } = window;
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      /** The longest animation on the page in milliseconds, without loading indicators. */
      const longest = (): Promise<number> =>
        page.evaluate(() => {
          const milliseconds = (text: string): number[] =>
            text.split(', ').map((one) => Number.parseFloat(one) * (one.endsWith('ms') ? 1 : 1000));
          const all = Array.from(document.querySelectorAll('*'), (node) => getComputedStyle(node));
          return Math.max(
            ...all.flatMap(({ transitionDuration, animationDuration, animationIterationCount }) => [
              ...milliseconds(transitionDuration),
              ...(animationIterationCount === 'infinite' ? [] : milliseconds(animationDuration)),
            ]),
          );
        });
      const longestAnywhere = async (): Promise<number> => {
        const found: number[] = [];
        for (const screen of ['data', 'profiles', 'train', 'export', 'settings'] as const) {
          await window.show(screen);
          await window.heading(/./).first().waitFor();
          found.push(await longest());
        }
        await window
          .region('topBar')
          .getByRole('button', { name: t('shell.dataset') })
          .click();
        await page.getByRole('menu').waitFor();
        found.push(await longest());
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').waitFor();
        found.push(await longest());
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        return Math.max(...found);
      };
      const usual = await longestAnywhere();
      expect(usual).toBeGreaterThan(0);
      expect(usual).toBeLessThan(200);
      await choose('motion', t('settings.motions.off'));
      expect(await longestAnywhere()).toBeLessThan(1);
      await choose('motion', t('settings.motions.system'));
      await page.emulateMedia({ reducedMotion: 'reduce' });
    });

    it('texts and charts use the packaged fonts', async () => {
      const { window } = curator;
      await window.show('data');
      const { content } = window;
      const texts = content.locator('figure svg text');
      await texts.first().waitFor();
      // A chart being redrawn to its new width has no texts for a moment.
      await expect
        .poll(() => texts.first().evaluate((text) => getComputedStyle(text).fontFamily))
        .toMatch(/^"Wanted Sans Variable"/);
      const loaded = await window.page.evaluate(() =>
        Array.from(document.fonts, ({ family: name, status }) => `${name.replaceAll('"', '')}: ${status}`),
      );
      expect(loaded).toEqual(['Wanted Sans Variable: loaded']);
    });
  });
});
