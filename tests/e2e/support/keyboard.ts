/** Uses the window without a mouse: looks up a shortcut, walks with Tab, types into the focused field. */
import type { Locator, Page } from 'playwright-core';
import type { AppWindow } from '../pages/app-window';

/** More stops than any screen has. */
const MOST_STOPS = 150;

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/**
 * Presses Tab until the element has the focus, wrapping around at the end of the page.
 * @param key Shift+Tab walks backwards
 * @throws if Tab never reaches it: it cannot be used without a mouse
 */
export async function walkTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' });
  // The field of a segmented control is drawn by its label.
  if (!(await target.evaluate((element) => element instanceof HTMLInputElement && element.type === 'radio')))
    await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

/** Presses Tab until an element in a grid's rows has the focus. @throws if Tab never reaches one */
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
 * Replaces the text of the field that is focused on opening.
 * @throws if it never gets the focus
 */
export async function typeOver(page: Page, field: Locator, text: string): Promise<void> {
  const element = await field.elementHandle();
  await page.waitForFunction((wanted) => wanted === document.activeElement, element);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Runs the palette's first match; the palette accepts keys a tenth of a second after it opens. */
export async function takeFromPalette(page: Page, text: string): Promise<void> {
  await typeOver(page, page.getByRole('dialog').getByRole('textbox'), text);
  await page.keyboard.press('Enter');
}

/** Shortcuts of each window, looked up once. */
const known = new WeakMap<AppWindow, Map<string, string>>();

/** Opens the overlay of shortcuts and remembers its list. */
export async function learnShortcuts(window: AppWindow): Promise<Map<string, string>> {
  const listed = known.get(window) ?? (await window.shortcuts());
  known.set(window, listed);
  return listed;
}

/** Presses the keys that the overlay lists for this. */
export async function press(window: AppWindow, what: string): Promise<void> {
  // Shortcuts of some screens only are listed with the screens' names behind.
  const [, keys] = [...(await learnShortcuts(window))].find(([listed]) => listed.startsWith(what)) ?? unlisted(what);
  await window.page.keyboard.press(keys);
}

function unlisted(what: string): never {
  throw new Error(`No shortcut is listed for "${what}"`);
}
