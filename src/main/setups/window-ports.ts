/** Gives each page its ports once it listens: one to its engine host, one to this process. */
import { ipcMain } from 'electron';
import { serve } from '../../node/serve';
import { CHANNELS } from '../../shared/processes/bridge';
import { createShellRouter } from '../shell/shell-router';
import { trustedSender } from '../shell/trusted-sender';
import { portInto } from '../windows/port-into';

export function giveWindowsPorts(): void {
  ipcMain.on(CHANNELS.readyForPorts, (event) => {
    const from = trustedSender(event);
    if (from === null) return;
    const port = portInto(from.window.webContents, CHANNELS.shellPort);
    serve({ shell: createShellRouter(from) }).overPort(port);
    port.start();
    from.engine.connectWindow();
  });
}
