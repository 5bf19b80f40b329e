/**
 * Electron's security checklist (https://www.electronjs.org/docs/latest/tutorial/security), point by point, on the
 * running window. Fuses belong to the package: tests/package.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebPreferences } from 'electron';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS } from '../../src/shared/processes/bridge';
import { APP_ORIGIN } from '../../src/shared/processes/window-origin';
import { makeHome, PATIENCE, type Home } from './support/running-app';
import { type AskedShell, shellOf } from './support/shell-client';
import { IS_OLD, NO_ELECTRON, WHY_SKIPPED } from './support/which-electron';

/** Electron omits it from its types. */
interface Preferences extends WebPreferences {
  preload: string;
}

const FOREIGN = 'https://example.org/';
/**
 * Playwright holds a new page of Electron 9 until it has inspected it, and with it a page that waits for the answer.
 */
const WITHOUT_OPENER = 'noopener';

describe.skipIf(NO_ELECTRON !== null)(`the window of the app${WHY_SKIPPED}`, { timeout: PATIENCE }, () => {
  let home: Home;
  let electron: ElectronApplication;
  let page: Page;
  let shell: AskedShell;
  let server: Server;
  let heard = 0;

  beforeAll(async () => {
    home = await makeHome();
    const app = await home.start();
    electron = app.electron;
    page = app.window.page;
    shell = await shellOf(page);
    server = createServer((_request, response) => {
      heard += 1;
      response.setHeader('Access-Control-Allow-Origin', '*').end('<h1>from elsewhere</h1>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  }, PATIENCE);
  afterAll(async () => {
    server.close();
    await home.remove();
  });

  const outside = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const openWindows = () => electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);

  /**
   * Counts refusals of an address from now on: by the app, which Electron shows in the event, or by Chromium, which
   * logs to the page's console.
   */
  async function refusalsOf(address: string): Promise<() => Promise<number>> {
    let told = 0;
    page.on('console', (message) => {
      if (/^Not allowed to (load local resource|navigate top frame)/.test(message.text())) told += 1;
    });
    await electron.evaluate(({ BrowserWindow }, wanted) => {
      const counting = globalThis as { refused?: number };
      counting.refused = 0;
      // Electron 9 passes the address beside the event. Listeners run in order: the app's has decided.
      BrowserWindow.getAllWindows()[0]!.webContents.on('will-navigate', (event, url?: string) => {
        if ((url ?? event.url) === wanted && event.defaultPrevented) counting.refused! += 1;
      });
    }, address);
    return async () => told + (await electron.evaluate(() => (globalThis as { refused?: number }).refused!));
  }

  const preferencesOf = (): Promise<Preferences> =>
    electron.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      return (webContents as unknown as { getLastWebPreferences(): Preferences }).getLastWebPreferences();
    });

  /** Whether a resource of this address loads through an element. */
  const loads = (element: 'img' | 'script', src: string): Promise<boolean> =>
    page.evaluate(
      ([name, address]) =>
        new Promise<boolean>((resolve) => {
          const asking = document.createElement(name) as HTMLImageElement;
          asking.addEventListener('load', () => resolve(true));
          asking.addEventListener('error', () => resolve(false));
          asking.src = address;
          document.body.append(asking);
        }),
      [element, src] as const,
    );

  it('is sandboxed and isolated, without Node, web views and insecure content', async () => {
    const preferences = await preferencesOf();
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
    expect(preferences).not.toMatchObject({ experimentalFeatures: true });
    expect(preferences).not.toHaveProperty('enableBlinkFeatures', expect.stringMatching(/./));
  });

  it('has no access to Node or Electron, except a bridge of two functions that it cannot change', async () => {
    const found = await page.evaluate(() => {
      const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'];
      try {
        Object.assign(window.shelfwise, { pathOfDropped: () => 'taken over' });
      } catch {
        // Frozen, as it should be.
      }
      return { node: names.filter((word) => word in window), bridge: Object.keys(window.shelfwise).toSorted() };
    });
    expect(found.node).toEqual([]);
    expect(found.bridge).toEqual(['pathOfDropped', 'readyForPorts']);
    expect(await page.evaluate(() => window.shelfwise.pathOfDropped(null))).toBeNull();
  });

  it('is served by its own protocol, which only serves what was built', async () => {
    expect(await page.evaluate(() => location.origin)).toBe(APP_ORIGIN);
    expect(await loads('img', `${APP_ORIGIN}/icon.svg`)).toBe(false);
    const icon = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href);
    expect(await loads('img', icon)).toBe(true);
    expect(await loads('script', `${APP_ORIGIN}/../main/main.js`)).toBe(false);
    expect(await loads('script', `${APP_ORIGIN}/%2e%2e%2fmain%2fmain.js`)).toBe(false);
    expect(await loads('img', 'file:///usr/share/pixmaps/debian-logo.png')).toBe(false);
  });

  it('runs no script except its own files', async () => {
    const found = await page.evaluate(
      () =>
        new Promise<{ ran: string[]; refused: string[] }>((resolve) => {
          const ran: string[] = [];
          const refused: string[] = [];
          // The page receives an event per refused script: one inline, one handler, two evaluated.
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
            if (refused.push(violatedDirective) === 4) resolve({ ran, refused });
          });
          Object.assign(window, { tell: (what: string) => ran.push(what) });
          const inline = document.createElement('script');
          inline.textContent = 'tell("inline script")';
          document.body.append(inline);
          const handler = document.createElement('div');
          handler.setAttribute('onclick', 'tell("inline handler")');
          handler.click();
          // A separate task: code evaluated from outside may itself evaluate.
          setTimeout(() => {
            // oxlint-disable-next-line eslint/no-eval, typescript/no-implied-eval -- that it is refused is what is tried
            for (const evaluate of [() => (0, eval)('tell("eval")'), () => new Function('tell("Function")')()])
              try {
                evaluate();
              } catch (error) {
                if (!(error instanceof EvalError)) ran.push(String(error));
              }
          });
        }),
    );
    expect(found.ran).toEqual([]);
    expect(found.refused.every((directive) => directive.startsWith('script-src'))).toBe(true);
    expect(await loads('script', outside())).toBe(false);
    expect(await loads('script', 'data:text/javascript,tell("data")')).toBe(false);
  });

  it('takes no style without its nonce', async () => {
    const colour = await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) !important }';
      document.head.append(style);
      const heading = document.querySelector('h1')!;
      const found = getComputedStyle(heading).color;
      style.remove();
      return found;
    });
    expect(colour).not.toBe('rgb(1, 2, 3)');
  });

  it('reaches no network: not by fetch, socket, picture, frame or beacon', async () => {
    // The page receives an event per refusal; allowed requests would be under way without one.
    const ways = ['beacon', 'fetch', 'socket', 'picture', 'frame'];
    const refused = await page.evaluate(
      ([address, wanted]) =>
        new Promise<string[]>((resolve) => {
          const told = new Set<string>();
          document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
            // For sockets and frames the event only has the origin.
            const name = blockedURI.startsWith('ws') ? 'socket' : blockedURI.split('/').at(-1)!;
            const way = effectiveDirective === 'frame-src' ? 'frame' : name;
            // Events of the previous test may still arrive.
            if (wanted.includes(way)) told.add(way);
            if (told.size === wanted.length) resolve([...told]);
          });
          navigator.sendBeacon(`${address}beacon`, 'beacon');
          void fetch(`${address}fetch`).catch(() => undefined);
          try {
            void new WebSocket(`${address.replace('http', 'ws')}socket`);
          } catch {
            // Refused before it started.
          }
          document.body.append(Object.assign(document.createElement('img'), { src: `${address}picture` }));
          document.body.append(Object.assign(document.createElement('iframe'), { src: `${address}frame` }));
        }),
      [outside(), ways] as const,
    );
    expect(refused.toSorted()).toEqual(ways.toSorted());
    // The server sees who reaches it.
    const before = heard;
    await fetch(outside());
    expect([before, heard]).toEqual([0, 1]);
    heard = 0;
  });

  it.each([FOREIGN, 'file:///etc/passwd', 'data:text/html,<h1>elsewhere</h1>', 'shelfwise-app://elsewhere/index.html'])(
    'does not go to %s',
    async (address) => {
      const before = page.url();
      const refusals = await refusalsOf(address);
      await page.evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
      }, address);
      await expect.poll(refusals).toBe(1);
      await page.evaluate((to) => void location.assign(to), address).catch(() => undefined);
      await expect.poll(refusals).toBe(2);
      expect(page.url()).toBe(before);
      expect(await page.evaluate(() => document.querySelectorAll('h1').length)).toBeGreaterThan(0);
      expect(await page.evaluate(() => location.origin)).toBe(APP_ORIGIN);
    },
  );

  it('opens no other window and no web view', async () => {
    const before = await openWindows();
    const { opened, isView } = await page.evaluate(
      ([addresses, features]) => {
        const view = document.createElement('webview');
        view.setAttribute('src', 'about:blank');
        document.body.append(view);
        const link = document.createElement('a');
        Object.assign(link, { href: addresses[0], target: '_blank', rel: 'noopener' });
        document.body.append(link);
        link.click();
        view.remove();
        link.remove();
        return {
          isView: 'loadURL' in view,
          // The page waits for each answer, so earlier requests are answered too.
          opened: addresses
            .map((address) => window.open(address, '_blank', features))
            .filter((other) => other !== null),
        };
      },
      [[`${APP_ORIGIN}/index.html`, 'about:blank', FOREIGN], IS_OLD ? WITHOUT_OPENER : ''] as const,
    );
    expect(opened).toEqual([]);
    // Counts windows, and their views where allowed.
    const views = await electron.evaluate(async ({ BrowserWindow }) => {
      const own = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
      await own.loadURL('about:blank');
      return (await own.webContents.executeJavaScript(`'loadURL' in document.createElement('webview')`)) as boolean;
    });
    expect([isView, views]).toEqual([false, true]);
    expect(await openWindows()).toBe(before + 1);
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.destroy());
  });

  it('is given no permission', async () => {
    const given = await page.evaluate(async () => {
      const answers: string[] = [];
      answers.push(await Notification.requestPermission());
      answers.push(
        await new Promise<string>((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('found'),
            ({ code }) => resolve(code === 1 ? 'denied' : `error ${code}`),
          ),
        ),
      );
      answers.push(
        await navigator.clipboard.readText().then(
          () => 'read',
          () => 'denied',
        ),
      );
      return answers;
    });
    expect(given).toEqual(['denied', 'denied', 'denied']);
  });

  it('has its calls checked: names, and what they carry', async () => {
    const { client, post } = shell;
    expect(await client.host.describe()).toMatchObject({ workspace: home.workspace });
    const unknown = client as unknown as Record<'quit' | 'constructor', () => Promise<unknown>>;
    await expect(unknown.quit()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(unknown.constructor()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.page.listFolder({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const usage = { data: { code: 'usage' } };
    await expect(client.desktop.showInFolder('/' as never)).rejects.toMatchObject(usage);
    await expect(client.desktop.showInFolder({ path: 'a'.repeat(5000) })).rejects.toMatchObject(usage);
    const preferences = { language: 'en', theme: 'dark', more: 1 } as const;
    await expect(client.desktop.tellPreferences(preferences)).rejects.toMatchObject(usage);
    for (const junk of ['', '{', '[]', 'null', '{"i":"1"}', '{"i":{},"p":{"u":"\\u0000"}}', null, 7, [], {}])
      await post(junk);
    expect(await client.host.describe()).toMatchObject({ workspace: home.workspace });
  });

  it('alone is answered: the same preload in another window is given no port, shown our page or any other', async () => {
    const { preload } = await preferencesOf();
    const log = (await shell.client.host.describe()).logFile!;
    const refusals = async () => (await readFile(log, 'utf8')).split('A message from elsewhere').length - 1;
    // Our own page asks by itself too.
    const asked = { [`${APP_ORIGIN}/index.html`]: 2, 'about:blank': 1 };
    for (const [address, times] of Object.entries(asked)) {
      const before = await refusals();
      const other = await electron.evaluateHandle(
        async ({ BrowserWindow }, { file, url }) => {
          const window = new BrowserWindow({
            show: false,
            webPreferences: { preload: file, sandbox: true, contextIsolation: true },
          });
          await window.loadURL(url);
          await window.webContents.executeJavaScript(`
            window.given = [];
            window.addEventListener('message', ({ data }) => window.given.push(data));
            window.shelfwise.readyForPorts();
          `);
          return window;
        },
        { file: preload, url: address },
      );
      await expect.poll(refusals, { timeout: PATIENCE }).toBe(before + times);
      const given = await other.evaluate(async (window, last) => {
        // Takes the way of a port, after it. The preload passes nothing to a page without an origin.
        window.webContents.postMessage(last, null);
        const answer: unknown = await window.webContents.executeJavaScript(`
          new Promise((resolve) => {
            const isLast = () => location.origin === 'null' || window.given.includes('${last}');
            const look = () => (isLast() ? resolve(window.given) : setTimeout(look, 10));
            look();
          })
        `);
        window.destroy();
        return answer;
      }, CHANNELS.engineGone);
      expect(given, address).toEqual(address === 'about:blank' ? [] : [CHANNELS.engineGone]);
    }
  });

  it('is not the only one without a network: no page of this app has one', async () => {
    const reached = await electron.evaluate(async ({ BrowserWindow }, address) => {
      const other = new BrowserWindow({ show: false });
      const error = await other.loadURL(address).then(
        () => null,
        (thrown: Error) => thrown.message,
      );
      other.destroy();
      return error;
    }, outside());
    expect(reached).not.toBeNull();
    expect(heard).toBe(0);
  });
});
