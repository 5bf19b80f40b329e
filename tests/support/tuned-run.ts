/** An engine on a small trained run, for calls of a window. */
import { createEngine, type EngineClient } from '../../src/features/engine';
import type { TrainerLauncher } from '../../src/engine/machine/trainers/trainer-launcher';
import { trainedRun, type Trained } from './trained-run';
import { trainersHere } from './trainers-here';

export interface Opened extends Trained {
  client: EngineClient;
  runId: string;
  data: string;
}

/** @param launcher starts trainers */
export async function openedRun(
  knobs: Record<string, unknown> = {},
  launcher: TrainerLauncher = trainersHere,
): Promise<Opened> {
  const trained = await trainedRun(knobs);
  const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher });
  return { ...trained, client, runId: trained.record.runId, data: trained.dataset.fingerprint };
}
