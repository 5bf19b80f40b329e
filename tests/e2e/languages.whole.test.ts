/**
 * Korean and English, light and dark: as the system has it, and as the user chooses, also after a reload.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NUMBERED_SCREENS, screenRow } from '../../src/features/screens';
import { type App, startApp } from './support/app';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { takeFromPalette } from './support/keyboard';
import { textsIn } from './support/texts';

describe.skipIf(NO_BROWSER !== null)(`the window speaks${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it.each(['en', 'ko'] as const)("the system's language, %s, on every screen", async (language) => {
    const window = await app.open({ language });
    const { page, t } = window;
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    for (const screen of NUMBERED_SCREENS) {
      await window.show(screen);
      await window.heading(/./).first().waitFor();
      // A screen that the palette leads to has no link.
      if (screenRow(screen).from !== 'palette') {
        const link = window.region('screens').getByRole('link', { name: t(`shell.screen.${screen}`) });
        expect(await link.getAttribute('aria-current')).toBe('page');
      }
      const texts = await page.locator('body').innerText();
      // A missing text would show its key.
      expect(texts).not.toMatch(/\b(?:common|shell|data|train|runs|device|settings|profiles|titles)\.[a-z]\w+/);
    }
    expect(window.problems).toEqual([]);
  });

  it('the language and colours chosen in Settings, and keeps them', async () => {
    const window = await app.open();
    const { content, page, t } = window;
    await window.show('settings');
    await content.getByText(t('settings.themes.dark'), { exact: true }).click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await content.getByText(t('settings.languages.ko'), { exact: true }).click();
    const korean = textsIn('ko');
    await page.getByRole('heading', { name: korean('shell.screen.settings'), level: 1 }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: korean('shell.screen.settings'), level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.keyboard.press('Control+k');
    await takeFromPalette(page, korean('shell.palette.toggleLanguage'));
    await window.heading(t('shell.screen.settings')).waitFor();
    expect(window.problems).toEqual([]);
  });
});
