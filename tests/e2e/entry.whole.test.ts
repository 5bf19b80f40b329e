/**
 * How a page gains access: by an address that opens it once.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWeb, type WebProcess } from '../support/web-process';
import { theBrowser } from './support/browser';

let folder: string;
let web: WebProcess;
let browser: Browser;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-entry-'));
  web = await startWeb(folder);
  browser = await theBrowser();
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  web.process.kill('SIGINT');
  await web.ended;
  await fs.rm(folder, { recursive: true, force: true });
});

const contexts: BrowserContext[] = [];
const contextIn = async (locale: string): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale });
  contexts.push(context);
  return context;
};

const nextAddress = async (): Promise<string> => {
  const seen = /.*another page: (\S+)/s;
  await expect.poll(() => seen.exec(web.err())).not.toBeNull();
  return seen.exec(web.err())![1]!;
};

it('an address opens one page, which clears it, survives a reload, and reports a restart of Shelfwise', async () => {
  const address = await nextAddress();
  const page = await (await contextIn('en-US')).newPage();
  await page.goto(address);
  // The welcome screen names the workspace, which only an accepted page knows.
  await page.getByText(folder, { exact: true }).waitFor();
  await expect.poll(() => page.url()).not.toContain('code');
  await page.reload();
  await page.getByText(folder, { exact: true }).waitFor();

  const other = await (await contextIn('en-US')).newPage();
  await other.goto(address);
  await other.getByRole('alert').getByText('This address was used before').waitFor();
  await expect.poll(() => other.url()).not.toContain('code');

  const korean = await (await contextIn('ko-KR')).newPage();
  await korean.goto(address);
  await korean.getByRole('alert').getByText('이미 사용한 주소입니다').waitFor();

  web.process.kill('SIGINT');
  await web.ended;
  web = await startWeb(folder, ['--port', String(web.port)]);
  await page.getByRole('alert').getByText('This page is not signed in').waitFor();
});
