/** The number of threads of our own kernels. It changes no bit of their results. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

/** Environment variable with the number of threads. */
export const THREADS = 'SHELFWISE_THREADS';

const MOST_THREADS = 1024;

/**
 * @returns 0, for one per processor, if the environment does not say
 * @throws ShelfwiseError `usage` if it is not a number of threads
 */
export function threadsAskedFor(): number {
  const asked = process.env[THREADS] ?? '';
  const threads = Number(asked);
  if (Number.isInteger(threads) && threads >= 0 && threads <= MOST_THREADS) return threads;
  throw new ShelfwiseError('usage', say('backend.threads', { asked, most: MOST_THREADS }));
}
