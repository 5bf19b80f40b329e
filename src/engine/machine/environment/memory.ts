/** How much memory there is for the program. No result depends on it: it only decides where data lies while it is worked on. */
import * as os from 'node:os';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

/** The variable that names it, in megabytes, where the system does not know: of a cluster's job, or of a share of a computer. */
export const MEMORY = 'SHELFWISE_MEMORY';

const MEGABYTE = 1e6;

/**
 * In bytes: of the computer, or of the container that the program runs in.
 * @throws ShelfwiseError `usage` for a variable that is no number of megabytes
 */
export function memoryThere(): number {
  const asked = process.env[MEMORY] ?? '';
  if (asked !== '') {
    const bytes = Number(asked) * MEGABYTE;
    if (Number.isFinite(bytes) && bytes > 0) return bytes;
    throw new ShelfwiseError('usage', say('limits.memory', { asked }));
  }
  const ofContainer = process.constrainedMemory();
  return ofContainer > 0 ? Math.min(os.totalmem(), ofContainer) : os.totalmem();
}
