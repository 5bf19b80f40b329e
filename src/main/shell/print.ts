/** Printing by the system, which can also save what it prints as PDF. */
import type { BrowserWindow } from 'electron';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';

/** @throws ShelfwiseError `usage` where the system cannot print, for example because there is no printer */
export function printWindow(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: true }, (isPrinted, reason) => {
      // Electron tells of a dialog that was cancelled as it does of a failure.
      if (isPrinted || /cancel/i.test(reason)) resolve();
      else reject(new ShelfwiseError('usage', say('report.not-printed', { reason })));
    });
  });
}
