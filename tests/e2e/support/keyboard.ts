/** What a person without a mouse does: looks up a shortcut, walks with Tab, types into the field that has the focus. */
import type { Locator, Page } from 'playwright-core';
import type { AppWindow } from '../pages/app-window';

/** More stops than any screen has. */
const MOST_STOPS = 150;

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/**
 * Presses Tab until the element has the focus, going round where the page ends.
 * @param key Shift+Tab goes the other way, to what lies before the focus
 * @throws where Tab never comes there: it cannot be used without a mouse
 */
export async function walkTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

/** Presses Tab until something in the rows of a grid has the focus. @throws where Tab never comes there */
export async function tabInto(page: Page, grid: Locator): Promise<void> {
  const cell = grid.getByRole('gridcell').and(page.locator(':focus'));
  await grid.getByRole('gridcell').first().waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if ((await cell.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead into ${String(grid)}`);
}

/**
 * Writes into the field that gets the focus as it opens, in the place of what it holds.
 * @throws where the focus never comes there
 */
export async function typeOver(page: Page, field: Locator, text: string): Promise<void> {
  const element = await field.elementHandle();
  await page.waitForFunction((wanted) => wanted === document.activeElement, element);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Takes the entry that the palette, asked for just now, finds first; it takes keys once it is there, a tenth of a second later. */
export async function takeFromPalette(page: Page, text: string): Promise<void> {
  await typeOver(page, page.getByRole('dialog').getByRole('textbox'), text);
  await page.keyboard.press('Enter');
}

/** What the overlay of shortcuts lists for each window: looked up once, as one does who remembers. */
const known = new WeakMap<AppWindow, Map<string, string>>();

/** Opens the overlay of shortcuts and remembers what it lists. */
export async function learnShortcuts(window: AppWindow): Promise<Map<string, string>> {
  const listed = known.get(window) ?? (await window.shortcuts());
  known.set(window, listed);
  return listed;
}

/** Presses the keys that the overlay of shortcuts lists for this. */
export async function press(window: AppWindow, what: string): Promise<void> {
  // What works on some screens only is listed with their names behind it.
  const [, keys] = [...(await learnShortcuts(window))].find(([listed]) => listed.startsWith(what)) ?? unlisted(what);
  await window.page.keyboard.press(keys);
}

function unlisted(what: string): never {
  throw new Error(`No shortcut is listed for "${what}"`);
}
