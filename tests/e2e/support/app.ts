/** The web host in its own process on a fresh workspace, and pages connected to it. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Language } from '../../../src/renderer/stores/preferences';
import { startWeb, type WebProcess } from '../../support/web-process';
import { AppWindow } from '../pages/app-window';
import { theBrowser } from './browser';
import { slowDown } from './slow-wire';
import { textsIn } from './texts';

export interface WindowOptions {
  language?: Language;
  colours?: 'light' | 'dark';
  /** Whether the tour starts by itself, as on a first start. */
  takesTour?: boolean;
  /** How a child is shown, as it was left; a first start shows the shelf. */
  form?: 'shelf' | 'list';
}

export interface App {
  readonly workspace: string;
  /** A folder for the test, removed at the end. */
  readonly folder: string;
  readonly web: WebProcess;
  /** A page with separate storage, like another browser; ready when the screen is shown. */
  open(options?: WindowOptions): Promise<AppWindow>;
  /** Kills the host, as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Starts a host on the same workspace and port. */
  restart(): Promise<void>;
  /** Closes pages and host, and removes the workspace. */
  close(): Promise<void>;
}

/** 1440 by 900: a common office laptop. */
const VIEWPORT = { width: 1440, height: 900 };

/** @param options.workspace elsewhere than in the test's folder, as on a small disk */
export async function startApp(options: { workspace?: string } = {}): Promise<App> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-e2e-'));
  const workspace = options.workspace ?? path.join(folder, 'workspace');
  // Hides data of the account that runs the tests, such as clusters, from the screens. On Linux only, where the tests
  // run.
  const account = { XDG_DATA_HOME: path.join(folder, 'account') };
  let web = await startWeb(workspace, ['--port', '0', '--keep-token'], account);
  const browser = await theBrowser();
  const contexts: BrowserContext[] = [];
  return {
    workspace,
    folder,
    get web() {
      return web;
    },
    async open({ language = 'en', colours = 'light', takesTour = false, form = 'list' } = {}) {
      const context = await browser.newContext({
        viewport: VIEWPORT,
        locale: language === 'ko' ? 'ko-KR' : 'en-US',
        timezoneId: 'Asia/Seoul',
        colorScheme: colours,
        // Tests wait for animations anyway; without them they are faster.
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      await slowDown(context);
      // As after the address was opened; tests/e2e/entry.whole.test.ts opens addresses.
      await context.addInitScript((token) => sessionStorage.setItem('shelfwise.token', token), web.token);
      // Only the tour's test starts as a first start.
      if (!takesTour)
        await context.addInitScript((name) => {
          if (localStorage.getItem(name) === null)
            localStorage.setItem(name, JSON.stringify({ state: { tour: 'left' }, version: 1 }));
        }, 'shelfwise.preferences');
      await context.addInitScript((chosen) => {
        if (localStorage.getItem('shelfwise.child-form') === null)
          localStorage.setItem('shelfwise.child-form', JSON.stringify({ state: { form: chosen }, version: 1 }));
      }, form);
      const window = new AppWindow(await context.newPage(), textsIn(language));
      await window.goTo(`http://127.0.0.1:${web.port}/`);
      return window;
    },
    async kill() {
      web.process.kill('SIGKILL');
      await web.ended;
    },
    async restart() {
      web = await startWeb(workspace, ['--port', String(web.port), '--keep-token'], account);
    },
    async close() {
      for (const context of contexts) await context.close();
      web.process.kill('SIGINT');
      await web.ended;
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
