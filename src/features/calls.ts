import { implement } from '@orpc/server';
import { contract } from './contract';
import type { Sentence } from '../shared/words/sentence';
import type { TrainerEnd, TrainerLauncher } from '../engine/machine/trainers/trainer-launcher';
import type { JobsAtWork } from './cluster/engine/jobs/jobs-at-work';
import type { MapsAtWork } from './map/engine/maps-at-work';
import type { Sessions } from '../engine/sessions/sessions';
import type { Workspace } from '../engine/storage/workspace';

/** What every call of the contract works with. */
export interface EngineContext {
  readonly workspace: Workspace;
  /** What was done to the workspace when it was opened. */
  readonly notices: readonly Sentence[];
  readonly launcher: TrainerLauncher;
  /** How the trainers that were started here ended, or will: by the ID of their run. */
  readonly trainers: Map<string, Promise<TrainerEnd>>;
  readonly maps: MapsAtWork;
  /** Work on clusters that goes on here. */
  readonly jobs: JobsAtWork;
  /** What stays in memory between calls; loaded by the first call that needs it. */
  sessions(): Promise<Sessions>;
  /**
   * Finishes what a killed program was forgetting; to be called before anything that tells of profiles comes into the workspace.
   * @throws ShelfwiseError `busy` while another program forgets; with the reason where it cannot be finished now
   */
  finishForgetting(): Promise<void>;
}

/**
 * The contract, ready to be implemented: inputs and outputs are checked against their schema around every handler. Handlers load
 * what needs TensorFlow or DuckDB only when called, so that a call that needs neither answers at once.
 */
export const api = implement(contract).$context<EngineContext>();
