/** Reads small text files that the user names: recipes, mappings, tokens, certificates. */
import { readFile, stat } from 'node:fs/promises';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { say } from '../shared/words/sentence';

/** In bytes; larger than any file written by hand. */
const LARGEST = 16 << 20;

/**
 * @param what "recipe", for the error
 * @param holds "JSON", for its advice
 * @throws ShelfwiseError `usage` for a folder, pipe, device or oversized file, `not-found`, `no-permission`
 */
export async function readTextFile(file: string, what: string, holds: string): Promise<string> {
  try {
    const stats = await stat(file);
    // Checks before opening: reading a pipe may wait for ever, and a device may never end.
    if (!stats.isFile()) throw new ShelfwiseError('usage', say('command-line.file-is-none', { holds }));
    if (stats.size > LARGEST)
      throw new ShelfwiseError('usage', say('command-line.file-too-large', { megabytes: LARGEST >> 20, holds }));
    return await readFile(file, 'utf8');
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    const why =
      error.code === 'not-found'
        ? say('command-line.file-missing', { kind: what, file })
        : say('command-line.file-unreadable', { kind: what, file, message: error.message.replace(/\.$/, '') });
    throw new ShelfwiseError(error.code, why, { cause: thrown });
  }
}
