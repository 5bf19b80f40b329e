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

/** Does nothing where the parent has gone. */
export function tellParent(message: unknown): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else if (process.connected) process.send!(message);
}

export function onParentMessage(listener: (message: unknown, ports: ParentsPort[]) => void): void {
  if (parentPort !== undefined) parentPort.on('message', ({ data, ports }) => listener(data, ports));
  else process.on('message', (message) => listener(message, []));
}

/** Lets this process end by itself; a utility process never does, and is ended with the status that was set. */
export function leaveParent(): void {
  if (parentPort !== undefined) process.exit();
  process.disconnect?.();
}
