/** What a person without a mouse does: looks up a shortcut, walks with Tab, types into the field that has the focus. */
import type { Locator, Page } from 'playwright-core';
import type { AppWindow } from '../pages/app-window';

/** More stops than any screen has. */
const MOST_STOPS = 150;

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/**
 * Presses Tab until the element has the focus, going round where the page ends.
 * @throws where Tab never comes there: it cannot be used without a mouse
 */
export async function walkTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
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

/** Presses the keys that the overlay of shortcuts lists for this. */
export async function press(window: AppWindow, what: string): Promise<void> {
  await window.page.keyboard.press((await window.shortcuts()).get(what) ?? unlisted(what));
}

function unlisted(what: string): never {
  throw new Error(`No shortcut is listed for "${what}"`);
}
