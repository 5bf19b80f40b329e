/** The engine of the moment: one host process, replaced by that of the next build. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as z from 'zod';
import { childEnvironment } from '../../src/node/child-environment';
import { toMainSchema, type ToEngine } from '../../src/shared/processes/engine-messages';
import type { Trainers } from './trainers';

const readySchema = z.object({
  kind: z.literal('ready'),
  port: z.int(),
  address: z.string(),
  workspace: z.string(),
});
const messageSchema = z.union([
  readySchema,
  z.object({ kind: z.literal('address'), address: z.string() }),
  toMainSchema,
]);

export type Ready = z.infer<typeof readySchema>;

export interface Engine {
  /** Ends the present host and starts that of a program; resolves when it listens, or with null if it ended instead. */
  replace(program: string): Promise<Ready | null>;
  /** Port of the host, as soon as there is one. */
  port(): Promise<number>;
  stop(): Promise<void>;
}

export function followEngine(options: {
  workspace: string;
  trainers: Trainers;
  nodeFlags: readonly string[];
  /** An address was used, and this is the next one. */
  onAddress: (address: string) => void;
  onOutput: (text: string) => void;
}): Engine {
  /** Ends with this process; a page keeps it. */
  const token = randomBytes(32).toString('base64url');
  let host: ChildProcess | null = null;
  let port = promiseOf<number>();

  const tell = (message: ToEngine): void => void host?.send(message, () => undefined);

  async function stop(): Promise<void> {
    const child = host;
    host = null;
    port = promiseOf();
    options.trainers.killAsked();
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  return {
    stop,
    port: () => port.promise,
    async replace(program) {
      await stop();
      const child = fork(path.join(program, 'out', 'main', 'dev-host.js'), [options.workspace], {
        env: childEnvironment({ SHELFWISE_DEV_TOKEN: token, NODE_ENV: null }),
        execArgv: ['--enable-source-maps', ...options.nodeFlags],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      host = child;
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', options.onOutput);
      return new Promise((resolve) => {
        child.once('close', () => resolve(null));
        child.on('message', (raw) => {
          const message = messageSchema.parse(raw);
          switch (message.kind) {
            case 'ready':
              port.resolve(message.port);
              return resolve(message);
            case 'address':
              return options.onAddress(message.address);
            case 'start-trainer':
              return options.trainers.start(message, program, tell);
            case 'kill-trainer':
              return options.trainers.kill(message.id);
          }
        });
      });
    },
  };
}

function promiseOf<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((done) => (resolve = done));
  return { promise, resolve };
}
