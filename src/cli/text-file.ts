/** Small files of text that the user names: recipes, mappings, tokens, certificates. */
import { readFile, stat } from 'node:fs/promises';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';

/** Larger than any file that is written by hand, in bytes. */
const LARGEST = 16 << 20;

/**
 * @param what "recipe", for the sentence
 * @param holds "JSON", for what to do about it
 * @throws ShelfwiseError `usage` for a folder, a pipe, a device or what is too large, `not-found`, `no-permission`
 */
export async function readTextFile(file: string, what: string, holds: string): Promise<string> {
  try {
    const stats = await stat(file);
    // Checked before it is opened: reading a pipe may wait for ever, and a device may never end.
    if (!stats.isFile())
      throw new ShelfwiseError('usage', `it is a folder, a pipe or a device. Name a file that holds ${holds}`);
    if (stats.size > LARGEST)
      throw new ShelfwiseError('usage', `it is larger than ${LARGEST >> 20} MB. Name a file that holds ${holds}`);
    return await readFile(file, 'utf8');
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    const why = error.code === 'not-found' ? 'is not there' : `cannot be read: ${error.message.replace(/\.$/, '')}`;
    throw new ShelfwiseError(error.code, `The ${what} file ${file} ${why}.`, { cause: thrown });
  }
}
