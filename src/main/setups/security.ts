/** Electron's security checklist for what a window may do; windows/workspace-window.ts creates the window. */
import { app, session } from 'electron';
import { APP_ORIGIN } from '../../shared/processes/window-origin';
import { log } from './log';

/** Allows navigation to the window's own pages only. */
const isOwn = (address: string): boolean => address.startsWith(`${APP_ORIGIN}/`);

/** For every page: no navigation elsewhere, no new windows, no web views. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuseForeign = (event: { preventDefault(): void }, address: string): void => {
      if (isOwn(address)) return;
      event.preventDefault();
      log.warn('A navigation was refused');
    };
    contents.on('will-navigate', (event) => refuseForeign(event, event.url));
    contents.on('will-frame-navigate', (event) => refuseForeign(event, event.url));
    contents.on('will-redirect', (event) => refuseForeign(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Grants no permission, and allows no download and no network request. */
export function lockDownSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) && !isTool(url) }));
}

/** The developer tools of a development start. */
const isTool = (address: string): boolean => !app.isPackaged && address.startsWith('devtools://');
