/** Starts the app on a test workspace. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { AppWindow } from '../../e2e/pages/app-window';
import { textsIn } from '../../e2e/support/texts';
import { appFolder, executable, IS_OLD, switchesOf } from './which-electron';
import { openScreen, type Screen } from './screen';

/** A workspace, settings and a screen, for apps started one after the other. */
export interface Home {
  readonly folder: string;
  readonly workspace: string;
  /** @param words after the app's name on the command line; the workspace by default */
  start(words?: readonly string[]): Promise<RunningApp>;
  /** Starts the app beside a running one; returns its exit status. */
  startAgain(words: readonly string[]): Promise<number | null>;
  remove(): Promise<void>;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: AppWindow;
  readonly ended: Promise<number | null>;
  /** Folder of its settings. */
  readonly userData: string;
}

/** What is started: the checkout's app, or a package. */
export interface Program {
  readonly executable: string;
  /** An Electron that needs help (README.md). */
  readonly isOld: boolean;
  /** First words of the command line. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Called with the folder of the home before anything is started. */
  prepare?(folder: string): void;
}

const fromTheCheckout = (): Program => ({
  executable: executable(),
  isOld: IS_OLD,
  words: [appFolder()],
  environment: { ...(process.env as Record<string, string>), SHELFWISE_NODE: process.execPath },
});

/** Milliseconds for a test and its set-up: on a busy machine, and with the build for Electron 9. */
export const PATIENCE = 180_000;

/** A crash of the app must not stall the tests. */
const LONG = 120_000;

export async function makeHome(program: Program = fromTheCheckout()): Promise<Home> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-electron-'));
  program.prepare?.(folder);
  const screen = await openScreen();
  const workspace = path.join(folder, 'workspace');
  const processes: ChildProcess[] = [];
  return {
    folder,
    workspace,
    async start(words = ['--workspace', workspace]) {
      const electron = await _electron.launch({ ...commandOf(program, folder, screen, words), timeout: LONG });
      processes.push(electron.process());
      return useApp(electron, program.isOld);
    },
    async startAgain(words) {
      const { executablePath, args, cwd, env } = commandOf(program, folder, screen, words);
      const child = spawn(executablePath, args, { cwd, env, stdio: 'ignore' });
      processes.push(child);
      const [status] = (await once(child, 'exit')) as [number | null];
      return status;
    },
    async remove() {
      for (const app of processes) app.kill('SIGKILL');
      screen.close();
      await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function commandOf(program: Program, folder: string, screen: Screen, words: readonly string[]) {
  const settings = path.join(folder, 'settings');
  return {
    executablePath: program.executable,
    args: [...switchesOf(program.isOld), `--user-data-dir=${settings}`, ...program.words, ...words],
    cwd: folder,
    env: {
      ...program.environment,
      ...(screen.display !== null && { DISPLAY: screen.display }),
      XDG_CONFIG_HOME: settings,
      LANGUAGE: 'en',
    },
  };
}

async function useApp(electron: ElectronApplication, isOld: boolean): Promise<RunningApp> {
  const child = electron.process();
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const page = await electron.firstWindow({ timeout: LONG });
  if (isOld) await teachVisibility(page);
  const window = new AppWindow(page, textsIn('en'));
  await window.content.getByRole('heading', { level: 1 }).first().waitFor({ timeout: LONG });
  const userData = await electron.evaluate(({ app }) => app.getPath('userData'));
  return { electron, window, ended, userData };
}

/** Playwright calls `checkVisibility` of elements, which Chrome has since 105; in every world, its own included. */
async function teachVisibility(page: Page): Promise<void> {
  const expression =
    'Element.prototype.checkVisibility = Element.prototype.checkVisibility || function () { return this.getClientRects().length > 0; }';
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context }) => {
    session.send('Runtime.evaluate', { expression, contextId: context.id }).catch(() => undefined);
  });
  await session.send('Runtime.enable');
}
