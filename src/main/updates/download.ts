/** Downloads a file of a feed, and keeps it only if it is the one whose hash was signed. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import type { UpdateFile } from '../../shared/processes/updates';
import { say } from '../../shared/words/sentence';
import { fetchPieces } from './request';

/**
 * @param folder is emptied before: only the last update stays
 * @param signal ends it with the signal's reason
 * @returns the file
 * @throws ShelfwiseError `bad-data` for other bytes, `not-found` if it breaks off, `no-space` on a full disk; nothing
 * of it stays then
 */
export async function downloadFile(
  feed: URL,
  { name, bytes, sha256 }: UpdateFile,
  folder: string,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const file = path.join(folder, name);
  const partial = `${file}.part`;
  removeFolder(folder);
  let open: number | null = null;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    open = fs.openSync(partial, 'wx', 0o600);
    const target = open;
    const hash = createHash('sha256');
    let got = 0;
    await fetchPieces(
      new URL(name, feed),
      (piece) => {
        got += piece.length;
        if (got > bytes) throw new ShelfwiseError('bad-data', say('updates.other-file'));
        for (let written = 0; written < piece.length;) written += fs.writeSync(target, piece, written);
        hash.update(piece);
        onProgress(got / bytes);
      },
      signal,
    );
    if (got < bytes) throw new ShelfwiseError('not-found', say('updates.cut-off'));
    if (hash.digest('hex') !== sha256) throw new ShelfwiseError('bad-data', say('updates.other-file'));
    fs.fsyncSync(target);
    fs.closeSync(target);
    open = null;
    fs.renameSync(partial, file);
    return file;
  } catch (thrown) {
    if (open !== null) fs.closeSync(open);
    removeFolder(folder);
    throw toShelfwiseError(thrown);
  }
}

/** File by file: Electron's Node and the oldest that tests use differ in how they remove folders. */
function removeFolder(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) fs.unlinkSync(path.join(folder, name));
  fs.rmdirSync(folder);
}

/** Whether a file still has the signed hash: time has passed since it was downloaded. */
export function isSigned(file: string, { bytes, sha256 }: UpdateFile): boolean {
  const content = fs.readFileSync(file);
  return content.length === bytes && createHash('sha256').update(content).digest('hex') === sha256;
}
