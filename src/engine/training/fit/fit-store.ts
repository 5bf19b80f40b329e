/** Where a fit keeps its progress: in the run's folder, from which a killed run resumes, or in memory only. */
import type { Epoch } from '../../../shared/contract/run';
import { appendEpoch, readEpochs, writeEpochs } from '../../runs/epochs';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint';
import { keepModel, type KeptModel, readKeptModel } from './kept-model';

/** Seconds between two checkpoints at the least; more where writing one takes long, so that they cost at most a hundredth of the time. */
const CHECKPOINT_EVERY = 0.5;
const CHECKPOINT_COST = 100;

export interface FitStore {
  /** The best model so far; null where there is none, or a damaged one. */
  kept(): Promise<KeptModel | null>;
  keep(model: KeptModel): Promise<void>;
  /** Null where there is none, or a damaged one. */
  checkpoint(): Promise<Checkpoint | null>;
  writeCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Asked after an epoch: lets a checkpoint be written, with what belongs to it, only where one is due. */
  ifDue(write: () => Promise<void>): Promise<void>;
  /** In the order they ended. */
  epochs(): Promise<readonly Epoch[]>;
  addEpoch(epoch: Epoch): Promise<void>;
  replaceEpochs(epochs: readonly Epoch[]): Promise<void>;
}

export function storeInFolder(runFolder: string): FitStore {
  let last = performance.now();
  let seconds = 0;
  return {
    kept: () => readKeptModel(runFolder),
    keep: (model) => keepModel(runFolder, model),
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

/** For a fit that is never resumed: it holds its epochs, and the caller holds the models. */
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
