/**
 * Asks Electron's main process to fork trainers: it outlives this process, so a run continues if its engine host dies.
 */
import type { ToEngine } from '../shared/processes/engine-messages';
import { errorFromWire, ShelfwiseError } from '../shared/errors';
import type { Trainer, TrainerLauncher } from '../engine/machine/trainers/trainer-launcher';
import { answerOf, type AskedTrainer } from './answer';
import { tellParent } from './parent';
import { trainerMessageOf } from './trainer-messages';
import { askingWordsOf, wordsOf } from './trainer-words';
import type { ToMain } from '../shared/processes/engine-messages';

type FromTrainer = Extract<ToEngine, { kind: 'trainer-said' | 'trainer-ended' }>;

interface MainLauncher extends TrainerLauncher {
  /** A trainer's message, passed on by the main process. */
  hear(message: FromTrainer): void;
}

interface Waiting {
  /** The error that the trainer reported at its end. */
  error: ShelfwiseError | null;
  onMessage: (message: unknown) => void;
  onEnd: Parameters<ConstructorParameters<typeof Promise<Awaited<Trainer['ended']>>>[0]>[0];
}

const tell = (message: ToMain): void => tellParent(message);

export function createMainLauncher(): MainLauncher {
  const waiting = new Map<number, Waiting>();
  /** Unique over the app's engine hosts: trainers of an older one may still run. */
  let lastId = Date.now();

  const start = (
    words: string[],
    environment: Record<string, string | null>,
    runFolder: string | null,
  ): AskedTrainer => {
    lastId += 1;
    const id = lastId;
    let onMessage = (_message: unknown): void => undefined;
    const ended: Trainer['ended'] = new Promise((resolve) =>
      waiting.set(id, { error: null, onMessage: (message) => onMessage(message), onEnd: resolve }),
    );
    tell({ kind: 'start-trainer', id, words, environment, runFolder });
    return {
      ended,
      kill: () => tell({ kind: 'kill-trainer', id }),
      onMessage: (listener) => (onMessage = listener),
    };
  };

  return {
    launch: (job) => start(wordsOf(job), job.environment, job.runFolder),
    ask: (work, job) => answerOf(start(askingWordsOf(work.kind, job), job.environment, null), work, job),
    hear(message) {
      const trainer = waiting.get(message.id);
      if (trainer === undefined) return;
      if (message.kind === 'trainer-said') {
        const said = trainerMessageOf(message.message);
        if (said.kind === 'error') trainer.error = errorFromWire(said, said.message);
        trainer.onMessage(said);
        return;
      }
      waiting.delete(message.id);
      trainer.onEnd({ code: message.code, signal: null, output: message.output, error: trainer.error });
    },
  };
}
