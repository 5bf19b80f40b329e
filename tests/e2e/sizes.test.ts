/** The window in the sizes that people have it: a laptop, a smaller one, half a screen, and a laptop at 200 %. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type AtProfile, startAtProfile } from './support/curator';

const SIZES = [
  { name: '1440 x 900', width: 1440, height: 900 },
  { name: '1280 x 720', width: 1280, height: 720 },
  { name: '1024 x 768', width: 1024, height: 768 },
  { name: '1440 x 900 at 200 %', width: 720, height: 450 },
];

describe.skipIf(NO_BROWSER !== null)(`the window${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: AtProfile;
  beforeAll(async () => {
    curator = await startAtProfile();
  });
  afterAll(() => curator.leave());

  describe.each(SIZES)('at $name', (size) => {
    beforeAll(() => curator.window.page.setViewportSize(size));
    /** Whether all of an element lies in what is seen of the page. */
    const isInSight = (element: Locator): Promise<boolean> =>
      element.evaluate((node) => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const isWithin = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return isWithin && seen !== null && (node.contains(seen) || seen.contains(node));
      });

    it('the window never scrolls, and no screen does sideways', async () => {
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
      for (const screen of ['data', 'profiles', 'titles', 'train', 'runs', 'export', 'device', 'settings'] as const) {
        await window.show(screen);
        await window.heading(/./).first().waitFor();
        await expectNoScroll(screen);
      }
      await window.show('profiles');
      await profiles.row(1).dblclick();
      await compare.untilOpen(profile);
      await expectNoScroll('compare');
    });

    it('a training can be started without scrolling, wherever the settings are scrolled to', async () => {
      const { window } = curator;
      await window.show('train');
      const start = window.button(window.t('train.start'));
      await start.waitFor();
      expect(await isInSight(start)).toBe(true);
      await window.button(window.t('train.openAll')).click();
      await window.content.getByLabel('Batch', { exact: true }).scrollIntoViewIfNeeded();
      expect(await isInSight(start)).toBe(true);
    });

    it('tuning, history and reasons of a list are at most one tab away', async () => {
      const { window, profiles, compare, profile } = curator;
      const { content, page, t } = window;
      await window.show('profiles');
      await profiles.row(1).dblclick();
      await compare.untilOpen(profile);
      const tab = (name: string | RegExp): Locator => content.getByRole('tab', { name });
      if (size.width > 1100) expect(await tab(t('compare.tuning')).count()).toBe(0);
      else await tab(t('compare.tuning')).click();
      await compare.hiddenShare.press('End');
      if (size.width <= 800) await tab(t('compare.list')).click();
      await compare.untilList('tuned');
      await page.keyboard.press('w');
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
    });
  });
});
