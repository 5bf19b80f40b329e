/**
 * The packages of Windows under Wine. The setup: installed without a question, used by its command line and its page, found
 * among the apps, installed again over itself, and removed. The portable zip: unpacked, used, and deleted. `npm run
 * test:packages` makes them and runs this without a network.
 * Wine is no Windows: it shows files, registry and calls of a program, not the look of a desktop.
 *
 * @module-tag rare
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppWindow } from '../e2e/pages/app-window';
import { closeBrowser, theBrowser } from '../e2e/support/browser';
import { textsIn } from '../e2e/support/texts';
import { testTools } from '../support/test-tools';
import { expectGoldenAnswer, layGolden } from './support/golden-by-command';
import { filesBelow, madePackages, NO_PACKAGES, VERSION } from './support/made-packages';
import { outside, WindowsComputer } from './support/windows-computer';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const { extractWanted } = (await import(
  pathToFileURL(path.join(import.meta.dirname, '../../scripts/setup/unzip.mjs')).href
)) as { extractWanted: (archive: string, targetOf: (name: string) => string) => Promise<unknown> };

const { windows, browser } = testTools();
const WHY_NOT = NO_PACKAGES ?? windows.reason ?? browser.reason;

/** Trains the golden run by the command line, in the workspace of the user. */
async function expectGoldenRun(computer: WindowsComputer, launcher: string): Promise<void> {
  expect(computer.run(['cmd', '/c', launcher, '--version']).out).toBe(`shelfwise ${VERSION}\n`);
  const { out, err } = computer.run(['cmd', '/c', launcher, ...layGolden(computer.folder, outside)]);
  const { environment } = await expectGoldenAnswer(out || err);
  expect(environment!.platform).toBe('win32');
  expect(fs.existsSync(path.join(computer.workspace, 'runs'))).toBe(true);
}

describe.skipIf(WHY_NOT !== null)(`the setup of Windows ${WHY_NOT ?? ''}`, () => {
  const made = WHY_NOT === null ? madePackages('windows-x64') : null!;
  let computer: WindowsComputer;
  let installed: string;
  let launcher: string;
  let page: ChildProcess | null = null;

  const wine = (words: readonly string[]) => computer.run(words);
  const registry = (key: string, value = '/ve'): string => {
    const words = value === '/ve' ? ['/ve'] : ['/v', value];
    return /REG_\w+\s+(.*)/.exec(wine(['reg', 'query', key, ...words]).out)?.[1]?.trim() ?? '';
  };
  const UNINSTALL = `HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${made?.name}`;

  beforeAll(() => {
    computer = new WindowsComputer();
    installed = path.join(computer.user, 'AppData/Local/Programs', made.name);
    launcher = computer.ofUser(`AppData\\Local\\Programs\\${made.name}\\resources\\bin\\shelfwise.cmd`);
    const path_ = [
      'reg',
      'add',
      'HKCU\\Environment',
      '/v',
      'Path',
      '/t',
      'REG_EXPAND_SZ',
      '/d',
      'C:\\도구;%USERPROFILE%\\bin',
    ];
    wine(path_);
  });
  afterAll(async () => {
    page?.kill('SIGKILL');
    await closeBrowser();
    computer.remove();
  });

  it('installs without a question what was packed', () => {
    expect(wine([outside(made.file('-setup.exe')), '/S']).status).toBe(0);
    expect(filesBelow(installed).filter((file) => file !== 'uninstall.exe')).toEqual(filesBelow(made.folder));
  });

  it('is found among the apps, in the start menu, by its file type and on the PATH', () => {
    expect(registry(UNINSTALL, 'DisplayName')).toBe(made.isTestArtifact ? 'Shelfwise TEST ARTIFACT' : 'Shelfwise');
    expect(registry(UNINSTALL, 'DisplayVersion')).toBe(VERSION);
    // It lists them on standard error.
    expect(wine(['uninstaller', '--list']).err).toContain(registry(UNINSTALL, 'DisplayName'));
    const kilobytes = Number(registry(UNINSTALL, 'EstimatedSize'));
    expect(kilobytes).toBeGreaterThan(100_000);
    expect(filesBelow(computer.user).filter((file) => file.endsWith('.lnk'))).toHaveLength(1);
    const type = registry('HKCU\\Software\\Classes\\.shelfwise');
    expect(registry(`HKCU\\Software\\Classes\\${type}\\shell\\open\\command`)).toMatch(/^"C:\\.*" "%1"$/);
    const places = registry('HKCU\\Environment', 'Path').split(';');
    expect(places).toHaveLength(3);
    expect(places[1]).toBe('%USERPROFILE%\\bin');
    expect(places[2]).toBe(path.win32.dirname(launcher));
    expect(registry('HKCU\\Software\\Classes\\shelfwise', 'URL Protocol')).toBe('');
  });

  it('trains the golden run by its command line, in the workspace of the user', () =>
    expectGoldenRun(computer, launcher));

  it('opens its page in a browser', async () => {
    const out = fs.openSync(path.join(computer.folder, 'page.txt'), 'w');
    page = spawn('wine', ['cmd', '/c', launcher, 'web', '--no-open', '--port', '0'], {
      env: computer.environment,
      stdio: ['ignore', out, out],
    });
    const address = await vi.waitFor(
      () => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(
          fs.readFileSync(path.join(computer.folder, 'page.txt'), 'utf8'),
        );
        expect(found).not.toBe(null);
        return found![0];
      },
      { timeout: 120_000, interval: 250 },
    );
    const context = await (await theBrowser()).newContext({ locale: 'en-US' });
    const window = new AppWindow(await context.newPage(), textsIn('en'));
    await window.goTo(address);
    await window.show('runs');
    // The model of the golden run, whatever people call it.
    await window.content.locator('a[href*="/runs/"]').first().waitFor({ timeout: 120_000 });
    expect(window.problems).toEqual([]);
    await context.close();
  });

  it('refuses to replace or remove itself while it is open, and says so by its status', () => {
    expect(wine([outside(made.file('-setup.exe')), '/S']).status).toBe(2);
    expect(fs.existsSync(path.join(installed, 'resources/node.exe'))).toBe(true);
  });

  it('installs over itself: once among the apps, once on the PATH', async () => {
    spawnSync('wine', ['taskkill', '/f', '/im', 'node.exe'], { env: computer.environment, stdio: 'ignore' });
    page?.kill('SIGKILL');
    await later(1000);
    expect(wine([outside(made.file('-setup.exe')), '/S']).status).toBe(0);
    expect(filesBelow(installed).filter((file) => file !== 'uninstall.exe')).toEqual(filesBelow(made.folder));
    expect(registry('HKCU\\Environment', 'Path').split(';')).toHaveLength(3);
  });

  it('removes what it installed, and leaves the workspace and what the user put beside it', async () => {
    const own = path.join(installed, 'my notes.txt');
    fs.writeFileSync(own, 'mine');
    // The uninstaller goes on from a copy of itself, and the first ends at once.
    wine([`${path.win32.resolve(launcher, '../../..')}\\uninstall.exe`, '/S']);
    await vi.waitFor(() => expect(registry(UNINSTALL, 'DisplayName')).toBe(''), { timeout: 120_000, interval: 500 });
    expect(filesBelow(installed)).toEqual(['my notes.txt']);
    expect(registry('HKCU\\Environment', 'Path').split(';')).toHaveLength(2);
    expect(registry('HKCU\\Software\\Classes\\.shelfwise')).toBe('');
    expect(filesBelow(computer.user).filter((file) => file.endsWith('.lnk'))).toEqual([]);
    expect(filesBelow(computer.workspace).some((file) => file.endsWith('run.json'))).toBe(true);
  });
});

describe.skipIf(WHY_NOT !== null)(`the portable zip of Windows ${WHY_NOT ?? ''}`, () => {
  const made = WHY_NOT === null ? madePackages('windows-x64') : null!;
  let computer: WindowsComputer;
  beforeAll(() => {
    computer = new WindowsComputer();
  });
  afterAll(() => computer.remove());

  it('trains the golden run from the folder it is unpacked into, and goes with it', async () => {
    // As a user names one.
    const place = '새 폴더';
    const folder = path.join(computer.user, place);
    await extractWanted(made.file('-portable.zip'), (name) => path.join(folder, name));
    const [top] = fs.readdirSync(folder);
    expect(filesBelow(path.join(folder, top!))).toEqual(filesBelow(made.folder));
    const before = filesBelow(computer.user).filter((file) => !file.startsWith(place));
    await expectGoldenRun(computer, computer.ofUser(`${place}\\${top}\\resources\\bin\\shelfwise.cmd`));
    fs.rmSync(folder, { recursive: true });
    const left = filesBelow(computer.user).filter((file) => !before.includes(file));
    const ofWorkspace = `${path.relative(computer.user, computer.workspace)}/`;
    expect(left.some((file) => file.endsWith('run.json'))).toBe(true);
    expect(left.filter((file) => !file.startsWith(ofWorkspace))).toEqual([]);
  });
});
