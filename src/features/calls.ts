import { implement } from '@orpc/server';
import { contract } from './contract';
import type { Sentence } from '../shared/words/sentence';
import type { TrainerEnd, TrainerLauncher } from '../engine/machine/trainers/trainer-launcher';
import type { JobsAtWork } from './cluster/engine/jobs/jobs-at-work';
import type { MapsAtWork } from './map/engine/maps-at-work';
import type { Sessions } from '../engine/sessions/sessions';
import type { Workspace } from '../engine/storage/workspace';

/** What every handler of the contract works with. */
export interface EngineContext {
  readonly workspace: Workspace;
  /** Changes that opening made to the workspace. */
  readonly notices: readonly Sentence[];
  readonly launcher: TrainerLauncher;
  /** Ends of the trainers started here, by run ID. */
  readonly trainers: Map<string, Promise<TrainerEnd>>;
  readonly maps: MapsAtWork;
  /** Work on clusters that this engine follows. */
  readonly jobs: JobsAtWork;
  /** State kept in memory between calls; loaded by the first call that needs it. */
  sessions(): Promise<Sessions>;
  /**
   * Finishes what a killed program was forgetting; to be called before anything that tells of profiles comes into the workspace.
   * @throws ShelfwiseError `busy` while another program forgets; with the reason where it cannot be finished now
   */
  finishForgetting(): Promise<void>;
}

/**
 * The contract, ready to implement: every handler's input and output are checked against their schema. Handlers load
 * code that needs TensorFlow.js or DuckDB when called, so that other calls answer at once.
 */
export const api = implement(contract).$context<EngineContext>();
