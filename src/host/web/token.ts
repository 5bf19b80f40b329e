/** The secret that a page shows before its socket is answered. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as path from 'node:path';
import { writeFile } from '../../engine/storage/files';
import { readTextIfThere } from '../../engine/storage/read-files';

const FILE = 'web-token';
const BYTES = 32;

/**
 * The workspace's token, made when it is first asked for. Kept, so that an open page finds its engine again when the host was started
 * anew; only the owner may read the file, as everything else of the workspace that a token would open.
 */
export async function workspaceToken(workspaceFolder: string): Promise<string> {
  const file = path.join(workspaceFolder, FILE);
  const kept = (await readTextIfThere(file))?.trim() ?? '';
  if (/^[\w-]{43}$/.test(kept)) return kept;
  const token = randomBytes(BYTES).toString('base64url');
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  return token;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Digests, because timingSafeEqual throws where the lengths differ: a wrong token would end the host. */
export function isRightToken(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}
