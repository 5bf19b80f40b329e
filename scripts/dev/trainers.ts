/** The trainers of all engines since the start of `npm run dev`: a training goes on while the engine is built and started anew. */
import { type ChildProcess, fork } from 'node:child_process';
import * as path from 'node:path';
import { trainerNodeFlags } from '../../src/engine/machine/trainers/node-flags';
import { childEnvironment, ENDS_WITH_PARENT } from '../../src/node/child-environment';
import { OUTPUT_KEPT } from '../../src/shared/limits';
import type { ToEngine, ToMain } from '../../src/shared/processes/engine-messages';

type Start = Extract<ToMain, { kind: 'start-trainer' }>;

export interface Trainers {
  /** @param program folder of the program that asks; tell: reaches the engine of the moment */
  start(message: Start, program: string, tell: (message: ToEngine) => void): void;
  kill(id: number): void;
  /** Ends those that answer an engine which has gone. */
  killAsked(): void;
  /** Whether one of them runs a program. */
  runs(program: string): boolean;
  readonly training: number;
  /** Asks each training for an orderly stop, which keeps its best epoch, and waits for the ends. */
  stop(): Promise<void>;
  killAll(): void;
}

/** @param options.onEnd called after each end; nodeFlags: for every trainer */
export function followTrainers(options: { onEnd: () => void; nodeFlags: readonly string[] }): Trainers {
  const trainers = new Map<number, { child: ChildProcess; program: string; isTraining: boolean }>();
  const training = () => [...trainers.values()].filter(({ isTraining }) => isTraining);
  return {
    start({ id, words, environment, runFolder }, program, tell) {
      const child = fork(path.join(program, 'out', 'main', 'trainer.js'), words, {
        env: childEnvironment({ ...environment, [ENDS_WITH_PARENT]: String(process.pid) }),
        execArgv: [...trainerNodeFlags(), ...options.nodeFlags],
        // Ctrl-C reaches this process alone.
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      trainers.set(id, { child, program, isTraining: runFolder !== null });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-OUTPUT_KEPT)));
      child.stderr?.on('data', (text: string) => text.startsWith('Debugger listening') && process.stderr.write(text));
      child.on('message', (message) => tell({ kind: 'trainer-said', id, message }));
      child.on('error', ({ message }) => (output += message));
      child.once('close', (code) => {
        trainers.delete(id);
        tell({ kind: 'trainer-ended', id, code, output });
        options.onEnd();
      });
    },
    kill: (id) => void trainers.get(id)?.child.kill('SIGKILL'),
    killAsked() {
      for (const { child, isTraining } of trainers.values()) if (!isTraining) child.kill('SIGKILL');
    },
    runs: (program) => [...trainers.values()].some((trainer) => trainer.program === program),
    get training() {
      return training().length;
    },
    async stop() {
      await Promise.all(
        training().map(({ child }) => {
          const ended = new Promise((resolve) => child.once('close', resolve));
          child.kill('SIGTERM');
          return ended;
        }),
      );
    },
    killAll() {
      for (const { child } of trainers.values()) child.kill('SIGKILL');
    },
  };
}
