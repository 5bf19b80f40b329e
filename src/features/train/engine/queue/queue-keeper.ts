/** Starts queued runs for as long as a host lives: polls once a second, reading only a small file while nothing waits. */

/** Milliseconds between two polls. */
const INTERVAL = 1000;

interface QueueKeeper {
  /** Stops polling; waiting runs stay for the next host. */
  stop(): Promise<void>;
}

/** @param step asks for the next run; after an error (a full disk) it is called again at the next poll */
export function keepQueue(step: () => Promise<unknown>): QueueKeeper {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let looking: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    looking = step()
      .catch(() => null)
      .then(() => (stopped ? undefined : later()));
  };
  const later = (): void => {
    timer = setTimeout(look, INTERVAL);
    // The timer does not keep the program alive.
    timer.unref();
  };
  later();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
