// Turns output of npm, pip, apt or the compiler into a sentence with advice.
import * as fs from 'node:fs';
import { SetupFailure } from './say.mjs';
import { ROOT } from './paths.mjs';

const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network (?:request|is unreachable)|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|name resolution|Failed to establish a new connection|Could not resolve/i;
const NO_SPACE = /ENOSPC|EDQUOT|No space left on device|not enough free disk space/i;
const NO_PERMISSION = /EACCES|EPERM|EROFS|Permission denied|Read-only file system/i;
const LOCK_OUT_OF_STEP = /npm ci.*can only install|package\.json and package-lock\.json.*in sync|EUSAGE/is;

/**
 * @param {string} output of the failed program, or an error's message
 * @returns {string | null} what is in the way and what to do; null if unknown
 */
export function knownCause(output) {
  if (NO_SPACE.test(output))
    return `There is no space left on the disk of ${ROOT}. Free 2 GB and run the command again.`;
  if (NO_NETWORK.test(output))
    return 'The network cannot be reached. Connect this computer (or set up its proxy) and run the command again.';
  if (LOCK_OUT_OF_STEP.test(output))
    return 'package.json and package-lock.json do not agree. Run "npm install" to bring them into step, then the command again.';
  if (NO_PERMISSION.test(output))
    return `A file may not be written. Make ${ROOT} writable for you (was it set up by another user?) and run the command again.`;
  return null;
}

export const isNetworkFailure = (output) => !NO_SPACE.test(output) && NO_NETWORK.test(output);

/**
 * The end of a program's output, for a failure of unknown cause.
 * @param {string} output
 */
export const lastLines = (output, count = 12) => output.trimEnd().split('\n').slice(-count).join('\n');

/** Refuses to start what would fill the disk. */
export function requireSpace(gigabytes, what) {
  let free;
  try {
    const disk = fs.statfsSync(ROOT);
    free = (disk.bavail * disk.bsize) / 1e9;
  } catch {
    return; // Not every file system can tell; the work itself will.
  }
  if (free < gigabytes)
    throw new SetupFailure(
      `${what} needs ${gigabytes} GB on the disk of ${ROOT}, where ${free.toFixed(1)} GB are free. Free some space and run the command again.`,
    );
}
