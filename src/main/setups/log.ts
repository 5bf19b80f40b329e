/** Logs stay on this computer: no transport sends them, and they contain no names or rows of data. */
import log from 'electron-log/main';

export function startLog(): void {
  log.transports.file.level = 'info';
  log.transports.console.level = process.env['NODE_ENV'] === 'development' ? 'info' : 'warn';
  // Do not log to the page's console.
  log.transports.ipc.level = false;
  log.errorHandler.startCatching({ showDialog: false });
  log.info('Shelfwise starts', process.versions['electron'], process.platform);
}

export { log };
