/** What a test sets up outside the window, over the same wire as a second page. */
import * as path from 'node:path';
import type { Dataset } from '../../../src/shared/contract/dataset';
import type { RunRecord } from '../../../src/shared/contract/run';
import { completeRecipe } from '../../../src/shared/recipe/schema';
import { finalValue } from '../../../src/shared/values/final-value';
import { readHeartbeat } from '../../../src/engine/machine/trainers/heartbeat';
import { page, type PageClient } from '../../support/web-process';
import type { App } from './app';

/** Trains in a moment. */
const BRIEF = { 'structure.width': 16, 'stopping.rule': 'fixed', 'stopping.epochs': 3 } as const;

export interface Engine {
  readonly client: PageClient;
  import(folder: string): Promise<Dataset>;
  /** A finished run of a small autoencoder. */
  train(dataset: Dataset, name: string): Promise<RunRecord>;
  /** Starts a run that by default has more epochs than a test waits for; returns its ID. */
  startLong(dataset: Dataset, name: string, epochs?: number): Promise<string>;
  close(): void;
}

export function engineOf(app: App): Engine {
  const { client, socket } = page(app.web);
  const start = async (dataset: Dataset, name: string, epochs: number): Promise<string> => {
    const recipe = completeRecipe({ ...BRIEF, 'stopping.epochs': epochs });
    return (await client.runs.start({ data: dataset.fingerprint, recipe, seed: 1, name })).runId;
  };
  return {
    client,
    import: async (folder) => finalValue(await client.datasets.import({ folder })),
    async train(dataset, name) {
      const runId = await start(dataset, name, BRIEF['stopping.epochs']);
      return finalValue(await client.runs.watch({ runId }));
    },
    async startLong(dataset, name, epochs = 10_000) {
      const runId = await start(dataset, name, epochs);
      for await (const { epoch } of await client.runs.watch({ runId })) if ((epoch?.epoch ?? 0) >= 2) break;
      return runId;
    },
    close: () => socket.close(),
  };
}

/** Kills the process that trains a run, as the system does when memory is short. */
export async function killTrainer(app: App, runId: string): Promise<void> {
  const heartbeat = await readHeartbeat(path.join(app.workspace, 'runs', runId));
  if (heartbeat === null) throw new Error(`Nobody trains ${runId}.`);
  process.kill(heartbeat.pid, 'SIGKILL');
}
