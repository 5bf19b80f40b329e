/** The frame of the window: rail, top bar, palette, shortcuts, running work. Everything is found by role and name. */
import type { Locator, Page } from 'playwright-core';
import { screenRow, type ScreenName } from '../../../src/features/screens';
import type { Texts } from '../support/texts';

export type { ScreenName };

/** Milliseconds that training on the sample or less may take on a busy machine. */
const LONG = 120_000;

export class AppWindow {
  /** Errors of the page and the browser; a test ends with none. */
  readonly problems: string[] = [];

  constructor(
    readonly page: Page,
    readonly t: Texts,
  ) {
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }

  async goTo(address: string): Promise<void> {
    await this.page.goto(address);
    await this.region('content').getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** Waits until a preloaded file and all its imports have loaded. @param name begins the file's name */
  async untilFetched(name: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const fetched = new Set(performance.getEntriesByType('resource').map((entry) => entry.name));
      const ahead = Array.from(
        document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]'),
        ({ href }) => href,
      );
      return ahead.some((href) => href.includes(`/${wanted}-`)) && ahead.every((href) => fetched.has(href));
    }, name);
  }

  /** Reloads the page with these files failing to load. @returns a function that lets them load again */
  async withoutFiles(files: RegExp): Promise<() => Promise<void>> {
    await this.page.route(files, (route) => route.abort());
    await this.goTo(this.page.url());
    await this.page.reload();
    return () => this.page.unroute(files);
  }

  /** A landmark of the window. */
  region(name: 'topBar' | 'screens' | 'content' | 'activity'): Locator {
    const role = { topBar: 'banner', screens: 'navigation', content: 'main', activity: 'contentinfo' } as const;
    return this.page.getByRole(role[name], { name: this.t(`shell.${name}`), exact: true });
  }

  get content(): Locator {
    return this.region('content');
  }

  button(name: string): Locator {
    return this.content.getByRole('button', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.content.getByRole('heading', { name });
  }

  /** The top dialog, by its title. */
  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Clicks in the rail; goes by the address to a screen that stands behind another. */
  async show(screen: ScreenName): Promise<void> {
    const { from, place } = screenRow(screen);
    if (from === 'palette') return this.goToPlace(place);
    await this.region('screens')
      .getByRole('link', { name: this.t(`shell.screen.${screen}`) })
      .click();
  }

  /** Changes the part of the address that names the screen. */
  async goToPlace(place: string): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, place);
  }

  /** Opens one of the workspace's data sets, and shows what was read of it. */
  async openDataset(name: string): Promise<void> {
    await this.goToPlace('/week/open');
    await this.content
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .last()
      .click();
    await this.goToPlace('/data');
    await this.heading(name).waitFor();
  }

  /** Shortcuts of the overlay: keys in Playwright's form, by what they do. */
  async shortcuts(): Promise<Map<string, string>> {
    const overlay = this.dialog(this.t('shell.shortcuts.title'));
    await this.page.keyboard.press('Shift+?');
    await this.dialog(this.t('help.ofScreen'))
      .getByRole('button', { name: this.t('help.allKeys') })
      .click();
    await overlay.waitFor();
    const rows = await overlay.getByRole('row').all();
    const cells = await Promise.all(rows.map((row) => row.getByRole('cell').allInnerTexts()));
    await this.page.keyboard.press('Escape');
    await overlay.waitFor({ state: 'hidden' });
    return new Map(
      cells.map(([what, keys]) => [what!, keys!.trim().split(/\s+/).join('+').replace('Ctrl', 'Control')]),
    );
  }

  /** Waits for all running work to end. */
  async untilIdle(): Promise<void> {
    await this.region('activity').getByText(this.t('shell.idle')).waitFor({ timeout: LONG });
  }

  async untilShown(locator: Locator): Promise<void> {
    await locator.waitFor({ timeout: LONG });
  }
}
