/** Long work as an async iterator: yields what a callback reports, and stops the work when the iterator is left. */
import type { Progress } from '../../shared/contract/progress';

/**
 * @param work starts at the first `next`; `signal` aborts when the iterator is left or the caller aborts
 * @returns yields the latest progress (skips older reports that were not read) and returns the result of `work`
 */
export async function* withProgress<Result, Told = Progress>(
  work: (onProgress: (progress: Told) => void, signal: AbortSignal) => Promise<Result>,
  callerSignal?: AbortSignal,
): AsyncGenerator<Told, Result> {
  const left = new AbortController();
  const signal = callerSignal === undefined ? left.signal : AbortSignal.any([callerSignal, left.signal]);
  let latest: Told | null = null;
  let wake = (): void => undefined;
  let ended = false;
  const result = work((progress) => {
    latest = progress;
    wake();
  }, signal).finally(() => {
    ended = true;
    wake();
  });
  // A failure is thrown where the result is awaited below; this keeps it from counting as unhandled if the iterator is left.
  result.catch(() => undefined);
  try {
    for (;;) {
      if (latest !== null) {
        const seen: Told = latest;
        latest = null;
        yield seen;
      } else if (ended) return await result;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    if (!ended) {
      left.abort();
      await result.catch(() => undefined);
    }
  }
}
