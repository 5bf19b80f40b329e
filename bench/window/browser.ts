/**
 * The window itself in this machine's Chromium: time to the first page, and memory after a walk through the screens.
 */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { LIST_LENGTH } from '../../src/shared/limits';
import { testTools } from '../../tests/support/test-tools';
import type { WebProcess } from '../../tests/support/web-process';
import { median, timed, type Measurement } from './measure';
import { startHost } from './window-host';

/** Number of opened profiles, with scrolling and filtering in between. */
const STEPS = 40;

export interface WindowMeasurement {
  readonly firstRow: Measurement;
  /** From the press that opens a profile to the last of its 25 titles, with covers. */
  readonly profile: Measurement;
  /** Resident size of the renderer process in MB; null if the system does not tell. */
  readonly megabytes: number | null;
}

/** Null without a browser; the reason goes to standard error. */
export async function measureWindow(
  workspace: string,
  subject: { data: string; runId: string },
  repeats: number,
): Promise<WindowMeasurement | null> {
  const { path: executablePath, reason } = testTools().browser;
  if (executablePath === null) {
    process.stderr.write(`The window is not measured: ${reason}\n`);
    return null;
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const times: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) times.push(await firstRow(browser, workspace, subject));
    const { profiles, megabytes } = await walk(browser, workspace, subject);
    return {
      firstRow: ofTimes('window: from the profiles to their first row', times),
      profile: ofTimes('window: a profile and its 25 titles', profiles),
      megabytes,
    };
  } finally {
    await browser.close();
  }
}

const ofTimes = (what: string, times: readonly number[]): Measurement => ({
  what,
  median: median(times),
  worst: Math.max(...times),
  direct: null,
});

/** A page that is signed in and whose stores hold what is open. */
async function openPage(
  browser: Browser,
  { port, token }: WebProcess,
  { data, runId }: { data: string; runId: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const stores = {
    'shelfwise.selection': { dataset: data, runId, runOf: { [data]: runId } },
    'shelfwise.preferences': { tour: 'left' },
  };
  await context.addInitScript(
    ([own, kept]) => {
      sessionStorage.setItem('shelfwise.token', own);
      for (const [name, state] of Object.entries(kept))
        localStorage.setItem(name, JSON.stringify({ state, version: 1 }));
    },
    [token, stores] as const,
  );
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  return page;
}

/** A row with text: rows are drawn before their page is there. */
const untilRow = (page: Page): Promise<void> =>
  page.locator('.ag-row .ag-cell').filter({ hasText: /\S/ }).first().waitFor();

async function firstRow(
  browser: Browser,
  workspace: string,
  subject: { data: string; runId: string },
): Promise<number> {
  const host = await startHost(workspace);
  try {
    const page = await openPage(browser, host.web, subject);
    await page.getByRole('navigation').waitFor();
    const time = await timed(async () => {
      await page.evaluate(() => void (location.hash = '#/profiles'));
      await untilRow(page);
    });
    await page.context().close();
    return time;
  } finally {
    await host.end();
  }
}

async function walk(
  browser: Browser,
  workspace: string,
  subject: { data: string; runId: string },
): Promise<{ profiles: number[]; megabytes: number | null }> {
  const host = await startHost(workspace);
  try {
    const page = await openPage(browser, host.web, subject);
    await page.evaluate(() => void (location.hash = '#/profiles'));
    await untilRow(page);
    const { rows } = await host.client.profiles.page({ data: subject.data, start: 0, end: STEPS });
    const profiles: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      await page.locator('.ag-body-viewport, .ag-grid-viewport').first().hover();
      await page.mouse.wheel(0, 40_000);
      const { profile } = rows[step]!;
      const opened = await timed(async () => {
        await page.evaluate((id) => void (location.hash = `#/compare/${id}`), profile);
        await page
          .locator('[data-item]')
          .nth(LIST_LENGTH - 1)
          .waitFor({ state: 'attached' });
      });
      profiles.push(opened);
      await page.keyboard.press('w');
      await page.evaluate(() => void (location.hash = '#/titles'));
      await untilRow(page);
      await page.evaluate(() => void (location.hash = '#/profiles'));
      await untilRow(page);
    }
    return { profiles, megabytes: await largestRenderer(browser) };
  } finally {
    await host.end();
  }
}

async function largestRenderer(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentSize(id)),
  );
  const known = sizes.filter((size) => size !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** MB of a process; null without /proc. */
async function residentSize(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /^VmRSS:\s+(\d+) kB/m.exec(status);
  return found === null ? null : Number(found[1]) / 1000;
}
