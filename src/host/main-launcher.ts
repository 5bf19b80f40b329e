/** Has trainers forked by Electron's main process, which outlives this one: a run goes on when its engine host dies. */
import type { ToEngine } from '../shared/engine-messages';
import type { Trainer, TrainerLauncher } from '../engine/runs/trainer-launcher';
import { comparison, type ComparingTrainer } from './comparison';
import { tellParent } from './parent';
import type { ToMain } from '../shared/engine-messages';

type FromTrainer = Extract<ToEngine, { kind: 'trainer-said' | 'trainer-ended' }>;

export interface MainLauncher extends TrainerLauncher {
  /** What the main process passes on from a trainer. */
  hear(message: FromTrainer): void;
}

interface Waiting {
  onMessage: (message: unknown) => void;
  onEnd: Parameters<ConstructorParameters<typeof Promise<Awaited<Trainer['ended']>>>[0]>[0];
}

const tell = (message: ToMain): void => tellParent(message);

export function createMainLauncher(): MainLauncher {
  const waiting = new Map<number, Waiting>();
  /** Unique over the engine hosts of this app: an older one's trainers may still be at work. */
  let lastId = Date.now();

  const start = (
    words: string[],
    environment: Record<string, string | null>,
    runFolder: string | null,
  ): ComparingTrainer => {
    lastId += 1;
    const id = lastId;
    let onMessage = (_message: unknown): void => undefined;
    const ended: Trainer['ended'] = new Promise((resolve) =>
      waiting.set(id, { onMessage: (message) => onMessage(message), onEnd: resolve }),
    );
    tell({ kind: 'start-trainer', id, words, environment, runFolder });
    return {
      ended,
      kill: () => tell({ kind: 'kill-trainer', id }),
      onMessage: (listener) => (onMessage = listener),
    };
  };

  return {
    launch: ({ workspaceFolder, runFolder, environment }) =>
      start(['run', workspaceFolder, runFolder], environment, runFolder),
    compare: (job) =>
      comparison(start(['compare', job.workspaceFolder, JSON.stringify(job.request)], job.environment, null), job),
    hear(message) {
      const trainer = waiting.get(message.id);
      if (message.kind === 'trainer-said') return trainer?.onMessage(message.message);
      waiting.delete(message.id);
      trainer?.onEnd({ code: message.code, signal: null, output: message.output });
    },
  };
}
