/**
 * The system's Chromium under Playwright: one browser per process, one context (storage, language, colours) per page.
 */
import { type Browser, chromium } from 'playwright-core';
import { testTools } from '../../support/test-tools';

const { path: executablePath, reason } = testTools().browser;

/** Why there is no browser, shown by skipped tests; null if there is one. */
export const NO_BROWSER: string | null = reason;

/** Suffix of the name of a test group skipped without a browser. */
export const WHY_SKIPPED = NO_BROWSER === null ? '' : ` (${NO_BROWSER})`;

/** Outside our modules, which are loaded anew for each test file (tests/support/fresh-modules.ts). */
const kept = globalThis as { shelfwiseBrowser?: Promise<Browser> };

/** The browser of this process, which its test files share: starting one takes two seconds of a processor. It ends with the process. */
export function theBrowser(): Promise<Browser> {
  kept.shelfwiseBrowser ??= launchBrowser();
  return kept.shelfwiseBrowser;
}

/** Ends the browser, for a program that goes on. */
export async function closeBrowser(): Promise<void> {
  const browser = await kept.shelfwiseBrowser;
  delete kept.shelfwiseBrowser;
  await browser?.close();
}

function launchBrowser(): Promise<Browser> {
  if (executablePath === null) throw new Error(`There is no browser: ${reason}`);
  // Containers, where tests run as root, offer no sandbox; only our own page is shown.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
