/** Ctrl-C: the first asks the work to stop and keep its results, the second ends the program at once. */

export interface Interrupt {
  /** Aborted by the first Ctrl-C, unless `stopWith` is active. */
  readonly signal: AbortSignal;
  readonly requested: boolean;
  /** While `work` runs, Ctrl-C calls `stop` instead of aborting the signal; the work then ends by itself. */
  stopWith<Result>(stop: () => void, work: () => Promise<Result>): Promise<Result>;
}

/** How long aborted work may take to clean up. */
const SECONDS_TO_TIDY = 10;

/** @param end ends the program; called by a second Ctrl-C, or if aborted work does not end */
export function listenForInterrupt(end: () => void): Interrupt {
  const controller = new AbortController();
  let requested = false;
  let stop: (() => void) | null = null;
  const onSignal = (): void => {
    if (requested) return end();
    requested = true;
    if (stop !== null) return stop();
    controller.abort();
    setTimeout(end, SECONDS_TO_TIDY * 1000).unref();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    get requested() {
      return requested;
    },
    stopWith: async (stopNow, work) => {
      if (requested) stopNow();
      stop = stopNow;
      try {
        return await work();
      } finally {
        stop = null;
      }
    },
  };
}
