/** How many threads our own kernels take. Their bits are the same with any number. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

/** The variable in which a number may be asked for. */
export const THREADS = 'SHELFWISE_THREADS';

const MOST_THREADS = 1024;

/**
 * @returns 0, one a processor, where the environment does not say
 * @throws ShelfwiseError `usage` for what is no number of threads: the kernels of TensorFlow would be no answer to that
 */
export function threadsAskedFor(): number {
  const asked = process.env[THREADS] ?? '';
  const threads = Number(asked);
  if (Number.isInteger(threads) && threads >= 0 && threads <= MOST_THREADS) return threads;
  throw new ShelfwiseError('usage', say('backend.threads', { asked, most: MOST_THREADS }));
}
