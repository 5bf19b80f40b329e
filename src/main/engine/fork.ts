/** Forks processes and hands them a port: the only file that knows utilityProcess, and that starts a plain Node. */
import { spawn } from 'node:child_process';
import { utilityProcess, type WebContents } from 'electron';
import { ENDS_WITH_PARENT } from '../../node/child-environment';
import { CHANNELS } from '../../shared/processes/bridge';
import type { ToEngine } from '../../shared/processes/engine-messages';
import { portInto } from '../windows/port-into';

export interface Forked {
  onMessage(listener: (message: unknown) => void): void;
  onOutput(listener: (text: string) => void): void;
  /** Called once; null for an unknown status. */
  onEnd(listener: (code: number | null) => void): void;
  tell(message: unknown): void;
  kill(): void;
  /** Creates a channel; one end goes to the window, the other to the process with the message. */
  connect(window: WebContents, message: ToEngine): void;
}

export function forkProcess(
  file: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  name: string,
): Forked {
  const child = utilityProcess.fork(file, [...words], { env: environment, stdio: 'pipe', serviceName: name });
  return {
    onMessage: (listener) => void child.on('message', listener),
    onOutput(listener) {
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => listener(chunk.toString('utf8')));
    },
    onEnd: (listener) => void child.once('exit', (code) => listener(code)),
    tell: (message) => child.postMessage(message),
    kill: () => void child.kill(),
    connect(window, message) {
      child.postMessage(message, [portInto(window, CHANNELS.enginePort)]);
    },
  };
}

/**
 * The same for a plain Node beside Electron, which has no window to connect to. It ends with this process, like a
 * utility process, and ignores options from outside, as Electron does.
 */
export function forkInNode(
  node: string,
  file: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Omit<Forked, 'connect'> {
  const { NODE_OPTIONS: _, ...env } = environment;
  const child = spawn(node, [file, ...words], {
    env: { ...env, [ENDS_WITH_PARENT]: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // On Windows a plain Node would open a console window, and closing that would end the training.
    windowsHide: true,
  });
  let output = (_text: string): void => undefined;
  return {
    onMessage: (listener) => void child.on('message', listener),
    onOutput(listener) {
      output = listener;
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => listener(chunk.toString('utf8')));
    },
    onEnd(listener) {
      let isOver = false;
      const end = (code: number | null): void => {
        if (!isOver) listener(code);
        isOver = true;
      };
      // A Node that cannot be started, messaged or killed: an unhandled error would end the whole app.
      child.on('error', ({ message }) => {
        output(message);
        if (child.pid === undefined) end(null);
      });
      child.once('close', end);
    },
    tell: (message) => void child.send(message as object, () => undefined),
    kill: () => void child.kill('SIGKILL'),
  };
}
