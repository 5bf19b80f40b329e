/** Which cluster does what is started next, and runs that are on one. The choice is that of this window: after a reload it is this computer. */
import { create } from 'zustand';
import type { StartRun } from '../../shared/contract/run-life';
import type { UnitAnswer } from '../../shared/contract/unit';
import type { EngineClient } from '../connection/connect';
import { workOn } from './jobs';

/** Null for this computer. */
export const useChosenCluster = create<{ on: string | null }>()(() => ({ on: null }));

export const chooseCluster = (on: string | null): void => useChosenCluster.setState({ on });

/** Trains a run there, which comes home. Whether that failed or was stopped is told by its work in the activity store. */
export function trainOn(client: EngineClient, on: string, run: StartRun): Promise<UnitAnswer | null> {
  const place = { kind: 'cluster', subject: run.data, name: run.name ?? run.recipe.model } as const;
  // A run has the same ID wherever it is made, and knows no parent.
  const { parent: _, ...unit } = run;
  return workOn(client, on, place, { kind: 'unit', request: { kind: 'train', ...unit } });
}
