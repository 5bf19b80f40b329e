/** The system's Chromium under Playwright: one browser a test file, a context of its own (storage, language, colours) a page. */
import { type Browser, chromium } from 'playwright-core';
import { testTools } from '../../support/test-tools';

const { path: executablePath, reason } = testTools().browser;

/** Why there is no browser here, for the skipped test to say; null where there is one. */
export const NO_BROWSER: string | null = reason;

/** Ends the name of a group of tests that is skipped without a browser. */
export const WHY_SKIPPED = NO_BROWSER === null ? '' : ` (${NO_BROWSER})`;

export function launchBrowser(): Promise<Browser> {
  if (executablePath === null) throw new Error(`There is no browser: ${reason}`);
  // Containers, where tests run as root, have no sandbox to offer; what is shown is our own page only.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
