/** The Electron shell: a list of setups. It connects window and engine; their messages do not pass through it. */
import { app } from 'electron';
import { registerAppScheme, serveApp } from './setups/app-protocol';
import { keepCrashDumps } from './setups/crash-dumps';
import { log, startLog } from './setups/log';
import { setUpMenu } from './setups/menu';
import { listenForOpenRequests, openFromCommandLine, secondStart } from './setups/collect-open-requests';
import { askBeforeQuitting } from './setups/quitting';
import { lockDownContents, lockDownSession } from './setups/security';
import { applyTheme } from './setups/theme';
import { prepareUpdates } from './setups/updates';
import { followTrainers } from './setups/wakefulness';
import { giveWindowsPorts } from './setups/window-ports';

startLog();
keepCrashDumps();

if (app.requestSingleInstanceLock(secondStart())) {
  registerAppScheme();
  lockDownContents();
  listenForOpenRequests();
  void app.whenReady().then(() => {
    serveApp();
    lockDownSession();
    applyTheme();
    setUpMenu();
    giveWindowsPorts();
    followTrainers();
    askBeforeQuitting();
    openFromCommandLine();
    prepareUpdates().catch((thrown: unknown) => log.error('Updates could not be prepared', thrown));
  });
} else app.quit();
