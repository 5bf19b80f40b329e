/**
 * The system's Chromium under Playwright: one browser per test file, one context (storage, language, colours) per page.
 */
import { type Browser, chromium } from 'playwright-core';
import { testTools } from '../../support/test-tools';

const { path: executablePath, reason } = testTools().browser;

/** Why there is no browser, shown by skipped tests; null if there is one. */
export const NO_BROWSER: string | null = reason;

/** Suffix of the name of a test group skipped without a browser. */
export const WHY_SKIPPED = NO_BROWSER === null ? '' : ` (${NO_BROWSER})`;

export function launchBrowser(): Promise<Browser> {
  if (executablePath === null) throw new Error(`There is no browser: ${reason}`);
  // Containers, where tests run as root, offer no sandbox; only our own page is shown.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
