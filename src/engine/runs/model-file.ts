/** model.safetensors: the tensors of the model that makes the lists. */
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import type { NamedTensors } from '../model/recommender';
import { writeSafetensors } from '../model/safetensors-file';
import { readSealedTensors } from './sealed-tensors';

export const MODEL_FILE = 'model.safetensors';

export const modelFile = (folder: string): string => path.join(folder, MODEL_FILE);

export async function writeModel(folder: string, tensors: NamedTensors): Promise<void> {
  await writeSafetensors(modelFile(folder), tensors);
}

/** @throws ShelfwiseError `not-found` if the run has none, `bad-data` if its hash is not the record's */
export async function readModel(folder: string, record: RunRecord): Promise<NamedTensors> {
  const found = await readSealedTensors(folder, MODEL_FILE, record);
  if (found === null) throw new ShelfwiseError('not-found', say('run.no-model', { run: record.runId }));
  return found.tensors;
}
