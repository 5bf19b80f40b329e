/** Calls that the main process answers a window: src/shared/processes/shell-contract.ts without a browser page's. */
import { nativeTheme, Notification, shell } from 'electron';
import { implement } from '@orpc/server';
import { pathState } from '../../node/path-state';
import { fromBorder } from '../../node/wire-errors';
import { shellContract } from '../../shared/processes/shell-contract';
import { SAMPLE_FOLDER } from '../places';
import { setSetting } from '../settings';
import { log } from '../setups/log';
import { setUpMenu } from '../setups/menu';
import { agreeToUpdates, doOfUpdates, updateState } from '../setups/updates';
import type { WorkspaceWindow } from '../windows/workspace-window';
import { pickFile, pickFolder, pickSaveFile } from './dialogs';
import { printWindow } from './print';
import { addRecentFolder, recentFolders, removeRecentFolder } from './recent-folders';

const calls = implement(shellContract).use(async ({ next, path }) => {
  try {
    return await next();
  } catch (thrown) {
    log.warn('A call of the shell failed', path.join('.'), fromBorder(thrown).code);
    throw thrown;
  }
});

export function createShellRouter({ workspace, window, requests, work }: WorkspaceWindow) {
  const { host, user, desktop } = calls;
  return {
    host: host.router({
      describe: host.describe.handler(() => ({
        workspace,
        sampleFolder: SAMPLE_FOLDER,
        logFile: log.transports.file.getFile().path,
      })),
      pathState: host.pathState.handler(({ input }) => pathState(input.path)),
      recentFolders: host.recentFolders.handler(recentFolders),
      addRecentFolder: host.addRecentFolder.handler(({ input }) => {
        addRecentFolder(input.folder);
        setUpMenu();
      }),
      removeRecentFolder: host.removeRecentFolder.handler(({ input }) => {
        removeRecentFolder(input.folder);
        setUpMenu();
      }),
    }),
    user: user.router({
      pickFolder: user.pickFolder.handler(({ input }) => pickFolder(window, input.purpose)),
      pickFile: user.pickFile.handler(({ input }) => pickFile(window, input)),
      pickSaveFile: user.pickSaveFile.handler(({ input }) => pickSaveFile(window, input)),
      print: user.print.handler(() => printWindow(window)),
      notify: user.notify.handler(({ input }) => {
        if (!window.isFocused() && Notification.isSupported()) new Notification(input).show();
      }),
    }),
    desktop: desktop.router({
      showInFolder: desktop.showInFolder.handler(async ({ input }) => {
        // Shown but never opened: a user's file could be a program.
        const { kind, path } = await pathState(input.path);
        if (kind !== 'missing') shell.showItemInFolder(path);
      }),
      tellWork: desktop.tellWork.handler(({ input: { training, busy, fraction } }) => {
        work.isBusy = busy;
        // A value above 1 shows an indeterminate bar; a value below 0 removes the bar.
        window.setProgressBar(training ? (fraction ?? 2) : -1);
      }),
      tellPreferences: desktop.tellPreferences.handler(({ input: { language, theme } }) => {
        setSetting('language', language);
        setSetting('theme', theme);
        nativeTheme.themeSource = theme;
        setUpMenu();
      }),
      openRequests: desktop.openRequests.handler(({ signal }) => requests.listen(signal)),
      updates: desktop.updates.router({
        state: desktop.updates.state.handler(updateState),
        agree: desktop.updates.agree.handler(({ input }) => agreeToUpdates(input.agreed)),
        look: desktop.updates.look.handler(() => doOfUpdates('look')),
        download: desktop.updates.download.handler(() => doOfUpdates('download')),
        stop: desktop.updates.stop.handler(() => doOfUpdates('stop')),
        install: desktop.updates.install.handler(() => doOfUpdates('install')),
      }),
    }),
  };
}
