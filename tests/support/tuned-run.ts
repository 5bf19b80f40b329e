/** An engine on a small trained run, for calls of a window. */
import { createEngine, type EngineClient } from '../../src/features/engine';
import { trainedRun, type Trained } from './trained-run';
import { trainersHere } from './trainers-here';

export interface Opened extends Trained {
  client: EngineClient;
  runId: string;
  data: string;
}

export async function openedRun(knobs: Record<string, unknown> = {}): Promise<Opened> {
  const trained = await trainedRun(knobs);
  const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere });
  return { ...trained, client, runId: trained.record.runId, data: trained.dataset.fingerprint };
}
