/** The process that forked this one: Node's (an IPC channel), or Electron's main process (a port). */

/** Electron's MessagePortMain, as far as it is used here. */
export interface ParentsPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
}

/** As Electron defines it in a utility process; elsewhere it is not there. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { data: unknown; ports: ParentsPort[] }) => void): void;
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;

/** When the parent's channel has taken the last message; messages go in their order. */
let taken: Promise<void> = Promise.resolve();

/** Does nothing where the parent has gone. */
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
 * Lets this process end by itself; a utility process never does, and is ended with the status that was set. What was told is on its way by then: a
 * channel that is closed drops what the system has not taken yet, which is most of an answer of 300 kB.
 */
export async function leaveParent(): Promise<void> {
  if (parentPort !== undefined) process.exit();
  await taken;
  if (process.connected) process.disconnect();
}
