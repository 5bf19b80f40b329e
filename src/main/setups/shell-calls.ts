/** Answers the window's calls: sender checked, input checked, errors as data. */
import * as os from 'node:os';
import { app, ipcMain, nativeTheme, Notification, shell } from 'electron';
import { pathState } from '../../node/path-state';
import { CHANNELS } from '../../shared/bridge';
import {
  type Outcome,
  SHELL_CALLS,
  type ShellAnswers,
  type ShellCall,
  type ShellInput,
} from '../../shared/shell-calls';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { SAMPLE_FOLDER } from '../places';
import { setSetting } from '../settings';
import { pickFile, pickFolder, pickSaveFile } from '../shell/dialogs';
import { addRecentFolder, recentFolders, removeRecentFolder } from '../shell/recent-folders';
import { trustedSender } from '../shell/trusted-sender';
import type { WorkspaceWindow } from '../windows/workspace-window';
import { log } from './log';
import { setUpMenu } from './menu';

type Answer<Call extends ShellCall> = ShellAnswers[Call] | Promise<ShellAnswers[Call]>;
type Handlers = { [Call in ShellCall]: (from: WorkspaceWindow, input: ShellInput<Call>) => Answer<Call> };

const HANDLERS: Handlers = {
  describe: ({ workspace }) => ({
    kind: 'electron',
    platform: process.platform,
    version: app.getVersion(),
    workspace,
    home: os.homedir(),
    sampleFolder: SAMPLE_FOLDER,
    logFile: log.transports.file.getFile().path,
  }),
  pickFolder: ({ window }) => pickFolder(window),
  pickFile: ({ window }, filter) => pickFile(window, filter),
  pickSaveFile: ({ window }, { suggestedName, filter }) => pickSaveFile(window, suggestedName, filter),
  async showInFolder(_from, place) {
    // Only shown, never opened: a file of the user's could be a program.
    const { kind, path } = await pathState(place);
    if (kind !== 'missing') shell.showItemInFolder(path);
    return kind !== 'missing';
  },
  recentFolders,
  addRecentFolder(_from, folder) {
    addRecentFolder(folder);
    setUpMenu();
  },
  removeRecentFolder(_from, folder) {
    removeRecentFolder(folder);
    setUpMenu();
  },
  pathState: (_from, place) => pathState(place),
  tellWork({ window }, { training, fraction }) {
    // A value above 1 shows an indeterminate bar; a value below 0 removes the bar.
    window.setProgressBar(training ? (fraction ?? 2) : -1);
  },
  notify({ window }, { title, body }) {
    if (!window.isFocused() && Notification.isSupported()) new Notification({ title, body }).show();
  },
  tellPreferences(_from, { language, theme }) {
    setSetting('language', language);
    setSetting('theme', theme);
    nativeTheme.themeSource = theme;
    setUpMenu();
  },
};

async function answer<Call extends ShellCall>(
  from: WorkspaceWindow | null,
  name: Call,
  raw: unknown,
): Promise<Outcome<ShellAnswers[Call]>> {
  try {
    if (from === null || !Object.hasOwn(SHELL_CALLS, name))
      throw new ShelfwiseError('no-permission', 'The shell does not answer this.');
    const input = SHELL_CALLS[name].safeParse(raw);
    if (!input.success) throw new ShelfwiseError('usage', `The shell was asked for ${name} in a wrong way.`);
    return { ok: true, value: await HANDLERS[name](from, input.data as ShellInput<Call>) };
  } catch (thrown) {
    const { code, message } = toShelfwiseError(thrown);
    log.warn('A call of the shell failed', name, code);
    return { ok: false, code, message };
  }
}

export function handleShellCalls(): void {
  ipcMain.handle(CHANNELS.call, (event, name: ShellCall, input: unknown) => answer(trustedSender(event), name, input));
  ipcMain.on(CHANNELS.readyForPort, (event) => trustedSender(event)?.ready());
}
