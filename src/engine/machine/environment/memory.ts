/** Determines the memory available to the program. It decides only where data lies while it is used, never a result. */
import * as os from 'node:os';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

/** Environment variable with the megabytes, if the system does not know: for a cluster job, or a share of a computer. */
export const MEMORY = 'SHELFWISE_MEMORY';

const MEGABYTE = 1e6;

/**
 * In bytes: of the computer, or of the container that the program runs in.
 * @throws ShelfwiseError `usage` if the variable is not a number of megabytes
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
