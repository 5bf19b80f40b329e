/** Prints by the system, which can also save a PDF. */
import type { BrowserWindow } from 'electron';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';

/** @throws ShelfwiseError `usage` if the system cannot print, for example without a printer */
export function printWindow(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: true }, (isPrinted, reason) => {
      // Electron reports a cancelled dialog as a failure.
      if (isPrinted || /cancel/i.test(reason)) resolve();
      else reject(new ShelfwiseError('usage', say('report.not-printed', { reason })));
    });
  });
}
