/**
 * measured.safetensors: the model that earned the figures of a run, made without the test part. What changes lists without training (a tuning)
 * can so be judged on the test part. Only where another model makes the lists: else it is model.safetensors.
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
 * Null where the run did not keep it: an earlier version trained it, or it came in a bundle.
 * @throws ShelfwiseError `bad-data` where it is not the model whose hash the record has
 */
export async function readMeasuredModel(folder: string, record: RunRecord): Promise<NamedTensors | null> {
  if (record.listsFrom !== 'final') return readModel(folder, record);
  const file = path.join(folder, MEASURED_MODEL_FILE);
  const found = await readSafetensors(file).catch((thrown: unknown) => {
    if (whyNoTensors(thrown) === null) throw thrown;
    // Any kind of damage: that it is not what the record has is said below.
    return { tensors: {} };
  });
  if (found === null) return null;
  const recorded = record.stages.find(({ stage }) => stage === 'measure')?.weightsSha256;
  if (hashTensors(found.tensors) === recorded) return found.tensors;
  throw new ShelfwiseError('bad-data', say('run.other-bytes', { file: MEASURED_MODEL_FILE, run: record.runId }));
}
