/**
 * Which cluster does the next work, and runs on clusters. The choice is the window's: after a reload it is this
 * computer.
 */
import { create } from 'zustand';
import type { StartRun } from '../../shared/contract/run-life';
import type { UnitAnswer } from '../../shared/contract/unit';
import type { EngineClient } from '../connection/connect';
import { workOn } from './jobs';

/** Null for this computer. */
export const useChosenCluster = create<{ on: string | null }>()(() => ({ on: null }));

export const chooseCluster = (on: string | null): void => useChosenCluster.setState({ on });

/** Trains a run on a cluster and fetches it. Its entry in the activity store shows if it was stopped or failed. */
export function trainOn(client: EngineClient, on: string, run: StartRun): Promise<UnitAnswer | null> {
  const place = { kind: 'cluster', subject: run.data, name: run.name ?? run.recipe.model } as const;
  // A run has the same ID wherever it is made, and no parent.
  const { parent: _, ...unit } = run;
  return workOn(client, on, place, { kind: 'unit', request: { kind: 'train', ...unit } });
}
