/**
 * The app besides its window: menus, settings, a second start, links, dropped folders.
 *
 * @module-tag rare
 */
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { MenuItem } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenRow, screensFrom } from '../../src/features/screens';
import { askedBy, stubDialogs } from './support/dialogs';
import { makeHome, PATIENCE, type Home, type RunningApp } from './support/running-app';
import { shellOf } from './support/shell-client';
import { NO_ELECTRON, WHY_SKIPPED } from './support/which-electron';

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');

/** Clicks through the application menu by shown labels. */
const choose = ({ electron }: RunningApp, ...labels: string[]): Promise<void> =>
  electron.evaluate(({ Menu }, words) => {
    let items: MenuItem[] = Menu.getApplicationMenu()!.items;
    let found: MenuItem | undefined;
    for (const word of words) {
      found = items.find(({ label }) => label.replaceAll('&', '') === word);
      if (found === undefined) throw new Error(`No "${word}" among ${items.map(({ label }) => label).join(', ')}`);
      items = found.submenu === undefined || found.submenu === null ? [] : found.submenu.items;
    }
    found!.click();
  }, labels);

const menuBar = ({ electron }: RunningApp): Promise<string[]> =>
  electron.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label.replace(/\(&.\)|&/, '')));

/** Labels of one menu, without separators. */
const menuOf = ({ electron }: RunningApp, name: string): Promise<string[]> =>
  electron.evaluate(
    ({ Menu }, word) =>
      Menu.getApplicationMenu()!
        .items.find(({ label }) => label.replaceAll('&', '') === word)!
        .submenu!.items.filter(({ type }) => type !== 'separator')
        .map(({ label }) => label.replaceAll('&', '')),
    name,
  );

const untilSampleIsOpen = ({ window }: RunningApp): Promise<void> =>
  window.content.getByRole('row', { name: /history_data\.csv.*accepted/ }).waitFor();

/** A folder that was never read is shown first. */
async function readSample(app: RunningApp): Promise<void> {
  await app.window.button(app.window.t('data.look.read')).click();
  await untilSampleIsOpen(app);
}

describe.skipIf(NO_ELECTRON !== null)(`the shell of the app${WHY_SKIPPED}`, { timeout: PATIENCE }, () => {
  let home: Home;
  beforeEach(async () => {
    home = await makeHome();
  }, PATIENCE);
  afterEach(() => home.remove());

  it("opens a folder from the menu, keeps it among the recent ones, and uses the window's language", async () => {
    const app = await home.start();
    await stubDialogs(app.electron, { folder: SAMPLE });
    await choose(app, 'File', 'Open Folder…');
    await readSample(app);
    expect(await menuOf(app, 'Go')).toEqual(screensFrom('rail').map((one) => screenRow(one).name.en));
    await choose(app, 'Go', 'Titles');
    await app.window.heading(app.window.t('shell.screen.titles')).waitFor();
    await choose(app, 'File', 'Open Recent', SAMPLE);
    await untilSampleIsOpen(app);
    const { version } = JSON.parse(await readFile(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    await choose(app, 'Help', 'About Shelfwise');
    expect((await askedBy(app.electron))[0]!.detail).toContain(`Version ${version}`);
    expect(await menuBar(app)).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Go', 'Help']));
    const { client } = await shellOf(app.window.page);
    await client.desktop.tellPreferences({ language: 'ko', theme: 'dark' });
    expect(await menuBar(app)).toEqual(expect.arrayContaining(['파일', '편집', '보기', '이동', '도움말']));
    expect(await app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    // Cancelling a dialog is no failure; without a printer the reason is reported.
    const answerPrint = (reason: string): Promise<void> =>
      app.electron.evaluate(({ BrowserWindow }, why) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!;
        webContents.print = (_, done) => done?.(false, why);
      }, reason);
    await answerPrint('Print job canceled');
    await client.user.print();
    await answerPrint('No printer');
    await expect(client.user.print()).rejects.toThrow('No printer');
  });

  it('keeps the place and size of its window, and resets damaged settings', async () => {
    const bounds = { x: 40, y: 50, width: 1111, height: 777 };
    const first = await home.start();
    await first.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to), bounds);
    await first.electron.close();
    const size = ({ electron }: RunningApp) =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
    const second = await home.start();
    expect(await size(second)).toMatchObject({ width: 1111, height: 777 });
    await second.electron.close();

    const file = path.join(second.userData, 'settings.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ workspace: home.workspace });
    await writeFile(
      file,
      JSON.stringify({ theme: 7, windows: { [home.workspace]: { width: 'wide' } }, language: 'ko' }),
    );
    const third = await home.start();
    expect(await size(third)).toMatchObject({ width: 1360, height: 860 });
    expect(await third.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
    await third.electron.close();

    await writeFile(file, '{"theme": "da');
    await (await home.start()).electron.close();
  });

  it('runs once: a second start passes on what to open', async () => {
    const app = await home.start();
    const windows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(await home.startAgain(['--workspace', home.workspace, SAMPLE])).toBe(0);
    await readSample(app);
    expect(await windows()).toBe(1);
    expect(await home.startAgain(['shelfwise://titles'])).toBe(0);
    await app.window.heading(app.window.t('shell.screen.titles')).waitFor();
    expect(await home.startAgain([path.join(home.folder, 'gone.shelfwise')])).toBe(0);
    await app.window.page.getByText(app.window.t('welcome.bundleFailed')).waitFor();
    expect(await home.startAgain(['--workspace', path.join(home.folder, 'another')])).toBe(0);
    await expect.poll(windows, { timeout: 30_000 }).toBe(2);
    expect(await home.startAgain(['--workspace', home.workspace])).toBe(0);
    expect(await windows()).toBe(2);
  });

  it('opens what it was started with', async () => {
    const app = await home.start(['--workspace', home.workspace, SAMPLE]);
    await readSample(app);
    expect(app.window.problems).toEqual([]);
  });

  it('keeps crash dumps and logs to itself', async () => {
    const app = await home.start();
    expect(await app.electron.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
    const shown = await app.electron.evaluate(async ({ shell, Menu }) => {
      const places: string[] = [];
      shell.showItemInFolder = (place) => void places.push(place);
      const help = Menu.getApplicationMenu()!.items.find(({ label }) => label.includes('Help'));
      help!.submenu!.items[0]!.click();
      return places;
    });
    const log = await readFile(shown[0]!, 'utf8');
    expect(log).toContain('Shelfwise starts');
    expect(log).not.toContain(home.workspace);
  });
});
