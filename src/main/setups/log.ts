/** Logs on this computer only: no transport that leaves it, no names or rows of data in them. */
import log from 'electron-log/main';

export function startLog(): void {
  log.transports.file.level = 'info';
  log.transports.console.level = process.env['NODE_ENV'] === 'development' ? 'info' : 'warn';
  // Not into the page's console, which belongs to the page.
  log.transports.ipc.level = false;
  log.errorHandler.startCatching({ showDialog: false });
  log.info('Shelfwise starts', process.versions['electron'], process.platform);
}

export { log };
