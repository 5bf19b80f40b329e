/**
 * The lists of a profile, tuned and beside a second run, at four sizes and in both languages: what each row shows of
 * its title's name, and that nothing is too small, stacked, cut for good, or wider than the window.
 */
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/shared/words/templates';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import type { AppWindow } from './pages/app-window';
import { ComparePage } from './pages/compare-page';
import { type App, startApp } from './support/app';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Engine, engineOf } from './support/engine';
import { measureRoom, type Room } from './support/measure-room';
import { triedOf } from '../support/tried';

/** English texts are the longer ones; Korean is tried with the rare tests. */
const TRIED = triedOf<Language>(['en'], ['ko']);

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');

/** A laptop, a common one, a desktop, and 1280 pixels at 400 %. */
const SIZES = triedOf(
  [{ width: 1280, height: 720 }],
  [
    { width: 320, height: 256 },
    { width: 1440, height: 900 },
    { width: 1920, height: 1080 },
  ],
);

const NOTHING: Omit<Room, 'rows'> = {
  shortNames: [],
  smallTexts: [],
  stackedTexts: [],
  cutTexts: [],
  unevenRows: [],
  smallCovers: [],
  sideways: [],
};

describe.skipIf(NO_BROWSER !== null)(`the lists of a profile${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let app: App;
  let engine: Engine;
  const windows = new Map<string, AppWindow>();
  beforeAll(async () => {
    app = await startApp();
    engine = engineOf(app);
    const dataset = await engine.import(SAMPLE);
    const { runId: second } = await engine.train(dataset, 'second');
    const { runId } = await engine.train(dataset, 'first');
    const { rows } = await engine.client.profiles.page({ data: dataset.fingerprint, start: 0, end: 4 });
    const profile = rows[3]!.profile;
    const tuning = { ...NEUTRAL_TUNING, hidden: 0.5, condition: 1.6 };
    for (const language of TRIED) {
      const window = await app.open({ language });
      await window.page.evaluate(
        ([selection, tuned, beside, place]) => {
          localStorage.setItem('shelfwise.selection', JSON.stringify(selection));
          sessionStorage.setItem('shelfwise.tuning', JSON.stringify(tuned));
          sessionStorage.setItem('shelfwise.second-run', JSON.stringify(beside));
          location.hash = place;
        },
        [
          { state: { dataset: dataset.fingerprint, runId }, version: 1 },
          { state: { runId, profile, tuning, keptId: null }, version: 2 },
          { state: { of: { [dataset.fingerprint]: { runId: second, from: null } } }, version: 1 },
          `#/compare/${profile}`,
        ] as const,
      );
      await window.page.reload();
      windows.set(language, window);
    }
  });
  afterAll(async () => {
    for (const window of windows.values()) expect(window.problems).toEqual([]);
    engine.close();
    await app.close();
  });

  describe.each(TRIED)('in %s', (language) => {
    it.each(SIZES)('have room for the names at $width x $height', async (size) => {
      const window = windows.get(language)!;
      await window.page.setViewportSize(size);
      const { page } = window;
      const compare = new ComparePage(window);
      // In the narrowest window, each list is a tab.
      const rows = size.width > 560 ? [25, 25] : [25];
      await compare.untilList('tuned');
      await expect.poll(() => compare.list.locator('ol > [data-item]').count()).toBe(25);
      await page.evaluate(() => document.fonts.ready);
      expect(await measureRoom(page)).toEqual({ ...NOTHING, rows });
      await page.keyboard.press('d');
      await expect.poll(() => compare.list.locator('[data-details]').count()).toBe(25);
      expect(await measureRoom(page)).toEqual({ ...NOTHING, rows });
      await page.keyboard.press('d');
      await page.keyboard.press('t');
      await compare.hiddenShare.waitFor();
      expect(await measureRoom(page)).toEqual({ ...NOTHING, rows: size.width > 560 ? rows : [] });
      await page.keyboard.press('Escape');
    });
  });
});
