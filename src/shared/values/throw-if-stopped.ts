/** Called between the steps of long work. */
import { ShelfwiseError } from '../errors';
import { say } from '../words/sentence';

/** @throws ShelfwiseError `stopped` on abort */
export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ShelfwiseError('stopped', say('work.stopped'));
}
