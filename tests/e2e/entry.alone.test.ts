/** How a page gains access: by an address that opens it once. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWeb, type WebProcess } from '../support/web-process';
import { launchBrowser } from './support/browser';

let folder: string;
let web: WebProcess;
let browser: Browser;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-entry-'));
  web = await startWeb(folder);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  web.process.kill('SIGINT');
  await web.ended;
  await fs.rm(folder, { recursive: true, force: true });
});

const nextAddress = async (): Promise<string> => {
  const seen = /.*another page: (\S+)/s;
  await expect.poll(() => seen.exec(web.err())).not.toBeNull();
  return seen.exec(web.err())![1]!;
};

it('an address opens one page, which clears it, survives a reload, and reports a restart of Shelfwise', async () => {
  const address = await nextAddress();
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(address);
  // The welcome screen names the workspace, which only an accepted page knows.
  await page.getByText(folder, { exact: true }).waitFor();
  await expect.poll(() => page.url()).not.toContain('code');
  await page.reload();
  await page.getByText(folder, { exact: true }).waitFor();

  const other = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await other.goto(address);
  await other.getByRole('alert').getByText('This address was used before').waitFor();
  await expect.poll(() => other.url()).not.toContain('code');

  const korean = await (await browser.newContext({ locale: 'ko-KR' })).newPage();
  await korean.goto(address);
  await korean.getByRole('alert').getByText('이미 사용한 주소입니다').waitFor();

  web.process.kill('SIGINT');
  await web.ended;
  web = await startWeb(folder, ['--port', String(web.port)]);
  await page.getByRole('alert').getByText('This page is no longer signed in').waitFor();
});
