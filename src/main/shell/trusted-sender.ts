/** Answers only the top frame of our own windows while it shows our own page. */
import type { IpcMainEvent } from 'electron';
import { APP_ORIGIN } from '../../shared/processes/window-origin';
import { log } from '../setups/log';
import { windowOf, type WorkspaceWindow } from '../windows/workspace-window';

export function trustedSender({ sender, senderFrame }: IpcMainEvent): WorkspaceWindow | null {
  const isOurs = senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`);
  const from = isOurs ? windowOf(sender.id) : null;
  if (from === null) log.warn('A message from elsewhere was not answered');
  return from;
}
