/** Updates of the app, in a build that names a feed and a key; without both, nothing that looks for them is loaded. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { app, Notification, shell } from 'electron';
import type { UpdateState } from '../../shared/processes/updates';
import { runsAtWork } from '../engine/trainers';
import { texts } from '../language';
import { getSetting, setSetting } from '../settings';
import { type OfBuild, readOfBuild } from '../updates/of-build';
import type { Updater } from '../updates/updater';
import { allWindows } from '../windows/workspace-window';
import { log } from './log';

const SOON = 30_000;
const DAILY = 24 * 3600 * 1000;

let ofBuild: OfBuild = { madeAt: null, updates: null };
let updater: Updater | null = null;

/** Installed by our own installer of Windows, dragged to the applications of a Mac, or a file: not by a package manager. */
function updatesItself(): boolean {
  if (process.platform === 'win32') return fs.existsSync(path.join(path.dirname(process.execPath), 'uninstall.exe'));
  return process.platform === 'darwin' || process.env['APPIMAGE'] !== undefined;
}

/** A window of this app that trains, imports, or waits for a cluster; a run of any window. */
const isBusy = (): boolean => runsAtWork().length > 0 || allWindows().some(({ work }) => work.isBusy);

/** The installer of Windows or macOS opens; an AppImage is shown, for the user to put in its place. */
function handOver(file: string): void {
  if (process.platform === 'linux') {
    fs.chmodSync(file, 0o755);
    return shell.showItemInFolder(file);
  }
  if (process.platform === 'win32') spawn(file, { detached: true, stdio: 'ignore' }).unref();
  else void shell.openPath(file);
  app.quit();
}

/** Call when the app is ready. */
export async function prepareUpdates(): Promise<void> {
  if (!app.isPackaged) return;
  ofBuild = readOfBuild(fs.readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8'));
  if (ofBuild.updates === null || !updatesItself()) return;
  const { Updater: Loaded } = await import('../updates/updater');
  updater = new Loaded({
    ...ofBuild.updates,
    version: app.getVersion(),
    system: `${process.platform}-${process.arch}`,
    folder: path.join(app.getPath('userData'), 'update'),
    hasAgreed: () => getSetting('updates').agreed,
    isBusy,
    newestSeen: () => getSetting('updates').newestSeen,
    keepNewestSeen: (newestSeen) => setSetting('updates', { ...getSetting('updates'), newestSeen }),
    handOver,
  });
  setTimeout(() => void lookByItself(), SOON).unref();
  setInterval(() => void lookByItself(), DAILY).unref();
}

async function lookByItself(): Promise<void> {
  if (updater === null || !getSetting('updates').agreed || isBusy()) return;
  try {
    await updater.look();
  } catch (thrown) {
    return log.warn('Looking for updates failed', (thrown as Error).message);
  }
  const { step } = updater;
  if (step.kind !== 'offered' || !Notification.isSupported()) return;
  const t = texts();
  const title = t('updates.notice', { version: step.offer.version });
  new Notification({ title, body: t('updates.noticeBody') }).show();
}

export const updateState = (): UpdateState => ({
  madeAt: ofBuild.madeAt,
  updatesItself: updater !== null,
  agreed: getSetting('updates').agreed,
  step: updater?.step ?? { kind: 'not-looked' },
});

export function agreeToUpdates(agreed: boolean): UpdateState {
  setSetting('updates', { ...getSetting('updates'), agreed });
  return updateState();
}

/** @throws ShelfwiseError, which the window shows */
export async function doOfUpdates(what: 'look' | 'download' | 'stop' | 'install'): Promise<UpdateState> {
  await updater?.[what]();
  return updateState();
}
