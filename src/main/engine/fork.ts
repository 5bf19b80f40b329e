/** How Electron forks and hands over a port: the one file that knows utilityProcess. */
import { utilityProcess, type WebContents } from 'electron';
import { CHANNELS } from '../../shared/bridge';
import type { ToEngine } from '../../shared/engine-messages';
import { portInto } from '../windows/port-into';

export interface Forked {
  onMessage(listener: (message: unknown) => void): void;
  onOutput(listener: (text: string) => void): void;
  /** Once; null where no status is known. */
  onEnd(listener: (code: number | null) => void): void;
  tell(message: unknown): void;
  kill(): void;
  /** Makes a channel, and gives one end to the window and the other to the process, whose message comes with it. */
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
