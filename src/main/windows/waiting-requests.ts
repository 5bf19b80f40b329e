import type { OpenRequest } from '../../shared/processes/shell-contract';

/** Requests to open something in a window, kept until its page has taken them. */
export class OpenRequests {
  private waiting: OpenRequest[] = [];
  private listener = 0;
  private wake = (): void => undefined;

  add(request: OpenRequest): void {
    this.waiting.push(request);
    this.wake();
  }

  /** Ends the current listener because its page goes away; pending requests wait for the next. */
  endListening(): void {
    this.listener += 1;
    this.wake();
  }

  /** Ends the previous listener. */
  async *listen(signal: AbortSignal | undefined): AsyncGenerator<OpenRequest, void, void> {
    if (signal?.aborted === true) return;
    this.endListening();
    const own = this.listener;
    signal?.addEventListener('abort', () => {
      if (own === this.listener) this.endListening();
    });
    while (own === this.listener) {
      const [next] = this.waiting;
      if (next === undefined) await new Promise<void>((resolve) => (this.wake = resolve));
      else {
        yield next;
        // A listener that asks for more has received the last one. One that ended leaves it to the next.
        this.waiting = this.waiting.filter((request) => request !== next);
      }
    }
  }
}
