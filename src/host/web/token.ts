/** The secret that a page sends before its socket is answered. It appears in no address and no list of processes. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { removeFile, writeFile } from '../../engine/storage/files';
import { readTextIfThere } from '../../engine/storage/read-files';

const FILE = 'web-token';
const BYTES = 32;

/**
 * The token of this start of the host.
 * @param keep reuses the last start's token from a file of the workspace, so that an open page reconnects; otherwise
 * that file is removed
 */
export async function tokenOfStart(workspaceFolder: string, keep: boolean): Promise<string> {
  const file = path.join(workspaceFolder, FILE);
  const token = randomBytes(BYTES).toString('base64url');
  if (!keep) {
    await removeFile(file);
    return token;
  }
  if (await isOursAlone(file)) {
    const kept = (await readTextIfThere(file))?.trim() ?? '';
    if (/^[\w-]{43}$/.test(kept)) return kept;
  }
  // Replaces a link instead of following it. The group of a shared workspace gets no access to this file.
  await fs.rm(file, { force: true });
  await writeFile(file, `${token}\n`, { mode: 0o600, forUser: true });
  return token;
}

/** The group of a shared workspace can read and replace files: with a token it knows, it could act as this user. */
async function isOursAlone(file: string): Promise<boolean> {
  const stats = await fs.lstat(file).catch(() => null);
  if (stats === null || !stats.isFile()) return false;
  return process.platform === 'win32' || ((stats.mode & 0o077) === 0 && stats.uid === process.getuid?.());
}

/** Gives the next start a new token, because this one may be known. */
export const forgetToken = (workspaceFolder: string): Promise<void> => removeFile(path.join(workspaceFolder, FILE));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares digests: timingSafeEqual throws for different lengths, so a wrong token would end the host. */
export function isRightToken(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}
