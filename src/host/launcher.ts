/** Forks trainers as child processes of Node, for the command line, the web host and the tests. */
import { type ChildProcess, fork } from 'node:child_process';
import * as path from 'node:path';
import { programFolder } from '../engine/machine/environment/program';
import { trainerNodeFlags } from '../engine/machine/trainers/node-flags';
import type { Trainer, TrainerLauncher } from '../engine/machine/trainers/trainer-launcher';
import { childEnvironment, ENDS_WITH_PARENT } from '../node/child-environment';
import { errorFromWire, ShelfwiseError } from '../shared/errors';
import { OUTPUT_KEPT } from '../shared/limits';
import { answerOf, type AskedTrainer } from './answer';
import { askingWordsOf, wordsOf } from './trainer-words';
import { trainerMessageOf } from './trainer-messages';

/** @param options.endsWithParent for the command line: a run ends with the terminal that shows it */
export function createTrainerLauncher(options: { endsWithParent: boolean }): TrainerLauncher {
  const start = (words: string[], environment: Record<string, string | null>, endsWithParent: boolean): ChildProcess =>
    fork(path.join(programFolder(), 'out', 'main', 'trainer.js'), words, {
      env: childEnvironment({ ...environment, [ENDS_WITH_PARENT]: endsWithParent ? String(process.pid) : null }),
      execArgv: trainerNodeFlags(),
      // A separate process group: Ctrl-C in a terminal reaches only the parent, which asks for an orderly stop, even
      // while the trainer starts.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
  const asked = (words: string[], environment: Record<string, string | null>): AskedTrainer => {
    const child = start(words, environment, true);
    return {
      ended: endOf(child),
      kill: () => void child.kill('SIGKILL'),
      onMessage: (listener) => void child.on('message', listener),
    };
  };
  return {
    launch(job) {
      const child = start(wordsOf(job), job.environment, options.endsWithParent);
      return { ended: endOf(child), kill: () => void child.kill('SIGKILL') } satisfies Trainer;
    },
    ask: (work, job) => answerOf(asked(askingWordsOf(work.kind, job), job.environment), work, job),
  };
}

function endOf(child: ChildProcess): Trainer['ended'] {
  let output = '';
  let error: ShelfwiseError | null = null;
  child.on('message', (raw) => {
    const message = trainerMessageOf(raw);
    if (message.kind === 'error') error = errorFromWire(message, message.message);
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-OUTPUT_KEPT)));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ code: null, signal: null, output: output + message, error }));
    child.once('close', (code, signal) => resolve({ code, signal, output, error }));
  });
}
