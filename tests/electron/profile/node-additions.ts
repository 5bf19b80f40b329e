/** What the main process uses and Node 12 lacks. */
import { EventEmitter } from 'node:events';

/** A single event with one-time listeners: all that signals need. electron-store emits changes without listeners. */
class Target {
  private readonly emitter = new EventEmitter();

  addEventListener(type: string, listener: (event: { type: string }) => void): void {
    this.emitter.on(type, listener);
  }

  removeEventListener(type: string, listener: (event: { type: string }) => void): void {
    this.emitter.off(type, listener);
  }

  dispatchEvent(event: { type: string }): boolean {
    this.emitter.emit(event.type, event);
    return true;
  }
}

class Signal extends Target {
  aborted = false;
  reason: unknown;
}

/** oRPC tests values for these types; none exists here. */
const NEVER_MADE = ['Blob', 'File', 'FormData', 'ReadableStream', 'TransformStream', 'Headers'];

Object.assign(globalThis, {
  Event: class {
    constructor(readonly type: string) {}
  },
  EventTarget: Target,
  AbortController: class {
    readonly signal = new Signal();

    abort(reason?: unknown): void {
      if (this.signal.aborted) return;
      this.signal.aborted = true;
      this.signal.reason = reason ?? new Error('It was stopped.');
      this.signal.dispatchEvent({ type: 'abort' });
    }
  },
  ...Object.fromEntries(NEVER_MADE.map((name) => [name, class extends Target {}])),
});
