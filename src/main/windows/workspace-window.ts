/** One window, one workspace, one engine host. */
import * as path from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { APP_ORIGIN } from '../../shared/processes/window-origin';
import { EngineProcess } from '../engine/engine-process';
import { texts } from '../language';
import { ICON, PRELOAD } from '../places';
import { setSetting } from '../settings';
import { log } from '../setups/log';
import { backgroundColour } from '../setups/theme';
import { OpenRequests } from './waiting-requests';
import { keepState, keptState } from './window-state';

export interface WorkspaceWindow {
  readonly workspace: string;
  readonly window: BrowserWindow;
  readonly engine: EngineProcess;
  readonly requests: OpenRequests;
  /** The work that the window reported. */
  readonly work: { isBusy: boolean };
}

const windows = new Map<number, WorkspaceWindow>();

export const windowOf = (webContentsId: number): WorkspaceWindow | null => windows.get(webContentsId) ?? null;
export const allWindows = (): WorkspaceWindow[] => [...windows.values()];

/** The focused window, or any. */
export function currentWindow(): WorkspaceWindow | null {
  const focused = BrowserWindow.getFocusedWindow();
  return (focused && windowOf(focused.webContents.id)) ?? allWindows().at(-1) ?? null;
}

/** One window per workspace: opening it again brings the existing window to the front. */
export function openWorkspaceWindow(folder: string): WorkspaceWindow {
  const workspace = path.resolve(folder);
  const present = allWindows().find((entry) => entry.workspace === workspace);
  if (present !== undefined) {
    if (present.window.isMinimized()) present.window.restore();
    present.window.focus();
    return present;
  }
  setSetting('workspace', workspace);
  return createWindow(workspace);
}

function createWindow(workspace: string): WorkspaceWindow {
  const { maximized, ...bounds } = keptState(workspace);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Shelfwise',
    icon: ICON,
    backgroundColor: backgroundColour(),
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (maximized) window.maximize();
  const { webContents } = window;
  const engine = new EngineProcess(
    workspace,
    webContents,
    (lastWords) => void engineGivenUp(window, engine, lastWords),
  );
  const requests = new OpenRequests();
  const entry: WorkspaceWindow = { workspace, window, engine, requests, work: { isBusy: false } };
  windows.set(webContents.id, entry);
  const id = webContents.id;
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) requests.endListening();
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('The window ended:', reason);
    if (reason !== 'clean-exit') webContents.reload();
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepState(workspace, window));
  window.once('closed', () => {
    windows.delete(id);
    engine.close();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return entry;
}

async function engineGivenUp(window: BrowserWindow, engine: EngineProcess, lastWords: string): Promise<void> {
  const t = texts();
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: t('desktop.engineFailedTitle'),
    message: t('desktop.engineFailed'),
    detail: lastWords.slice(-1000),
    buttons: [t('desktop.tryAgain'), t('desktop.close').replaceAll(/\(&.\)|&/g, '')],
    cancelId: 1,
  });
  if (response === 0) engine.startAgain();
  else window.close();
}
