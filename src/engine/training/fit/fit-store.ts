/** Where a fit keeps its progress: in the run's folder, from which a killed run resumes, or only in memory. */
import type { Epoch } from '../../../shared/contract/run';
import { appendEpoch, readEpochs, writeEpochs } from '../../runs/epochs';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint';
import { storeBestModel, type BestModel, readBestModel } from './best-model';

/**
 * Least seconds between two checkpoints, and how many times longer than writing one takes the gap must be: so they cost at most a hundredth of the
 * time.
 */
const CHECKPOINT_EVERY = 0.5;
const CHECKPOINT_COST = 100;

export interface FitStore {
  /** The best model so far; null if there is no intact one. */
  kept(): Promise<BestModel | null>;
  keep(model: BestModel): Promise<void>;
  /** Null if there is no intact one. */
  checkpoint(): Promise<Checkpoint | null>;
  writeCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Called after an epoch: runs `write`, which writes a checkpoint and what belongs to it, only if one is due. */
  ifDue(write: () => Promise<void>): Promise<void>;
  /** In order. */
  epochs(): Promise<readonly Epoch[]>;
  addEpoch(epoch: Epoch): Promise<void>;
  replaceEpochs(epochs: readonly Epoch[]): Promise<void>;
}

export function storeInFolder(runFolder: string): FitStore {
  let last = performance.now();
  let seconds = 0;
  return {
    kept: () => readBestModel(runFolder),
    keep: (model) => storeBestModel(runFolder, model),
    checkpoint: () => readCheckpoint(runFolder),
    writeCheckpoint: (checkpoint) => writeCheckpoint(runFolder, checkpoint),
    async ifDue(write) {
      const due = Math.max(CHECKPOINT_EVERY, CHECKPOINT_COST * seconds) * 1000;
      if (performance.now() - last < due) return;
      const started = performance.now();
      await write();
      last = performance.now();
      seconds = (last - started) / 1000;
    },
    epochs: () => readEpochs(runFolder),
    addEpoch: (epoch) => appendEpoch(runFolder, epoch),
    replaceEpochs: (epochs) => writeEpochs(runFolder, epochs),
  };
}

/** For a fit that is never resumed: the store holds the epochs, the caller the models. */
export function storeInMemory(): FitStore {
  let epochs: readonly Epoch[] = [];
  return {
    kept: async () => null,
    keep: async () => undefined,
    checkpoint: async () => null,
    writeCheckpoint: async () => undefined,
    ifDue: async () => undefined,
    epochs: async () => epochs,
    addEpoch: async (epoch) => void (epochs = [...epochs, epoch]),
    replaceEpochs: async (others) => void (epochs = others),
  };
}
