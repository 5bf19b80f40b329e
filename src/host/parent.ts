/** The process that forked this one: Node's (an IPC channel), or Electron's main process (a port). */

/** The used part of Electron's MessagePortMain. */
interface ParentsPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/** Defined by Electron in a utility process only. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { data: unknown; ports: ParentsPort[] }) => void): void;
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;

/** Resolves when the parent's channel has taken the last message; messages keep their order. */
let taken: Promise<void> = Promise.resolve();

/** Does nothing if the parent has gone. */
export function tellParent(message: unknown): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else if (process.connected)
    taken = new Promise((resolve) => {
      process.send!(message, undefined, undefined, () => resolve());
    });
}

export function onParentMessage(listener: (message: unknown, ports: ParentsPort[]) => void): void {
  if (parentPort !== undefined) parentPort.on('message', ({ data, ports }) => listener(data, ports));
  else process.on('message', (message) => listener(message, []));
}

/**
 * Lets this process end by itself. A utility process never does, and is ended with its exit code. Waits for pending
 * messages first: closing the channel would drop what the system has not yet taken, which is most of an answer of 300
 * kB.
 */
export async function leaveParent(): Promise<void> {
  if (parentPort !== undefined) process.exit();
  await taken;
  if (process.connected) process.disconnect();
}
