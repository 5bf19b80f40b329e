/**
 * measured.safetensors: the model that a run's metrics were measured with, trained without the hold-out. With it, changes to lists without training
 * (a tuning) can be measured on the hold-out. Written only if another model makes the lists; otherwise it is model.safetensors.
 */
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import type { NamedTensors } from '../model/recommender';
import { hashTensors } from '../model/safetensors';
import { readSafetensors, writeSafetensors } from '../model/safetensors-file';
import { readModel } from './model-file';
import { whyNoTensors } from './sealed-tensors';

export const MEASURED_MODEL_FILE = 'measured.safetensors';

export async function writeMeasuredModel(folder: string, tensors: NamedTensors): Promise<void> {
  await writeSafetensors(path.join(folder, MEASURED_MODEL_FILE), tensors);
}

/**
 * Null if the run did not keep it: it came in a bundle.
 * @throws ShelfwiseError `bad-data` if its hash is not the record's
 */
export async function readMeasuredModel(folder: string, record: RunRecord): Promise<NamedTensors | null> {
  if (record.listsFrom !== 'final') return readModel(folder, record);
  const file = path.join(folder, MEASURED_MODEL_FILE);
  const found = await readSafetensors(file).catch((thrown: unknown) => {
    if (whyNoTensors(thrown) === null) throw thrown;
    // Any damage: the hash check below reports it.
    return { tensors: {} };
  });
  if (found === null) return null;
  const recorded = record.stages.find(({ stage }) => stage === 'measure')?.weightsSha256;
  if (hashTensors(found.tensors) === recorded) return found.tensors;
  throw new ShelfwiseError('bad-data', say('run.other-bytes', { file: MEASURED_MODEL_FILE, run: record.runId }));
}
