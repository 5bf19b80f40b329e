/** Only the top frame of one of our own windows, showing our own page, is answered. */
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { APP_ORIGIN } from '../../shared/window-origin';
import { log } from '../setups/log';
import { windowOf, type WorkspaceWindow } from '../windows/workspace-window';

export function trustedSender({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): WorkspaceWindow | null {
  const isOurs = senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`);
  if (!isOurs) log.warn('A message from elsewhere was not answered');
  return isOurs ? windowOf(sender.id) : null;
}
