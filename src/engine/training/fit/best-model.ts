/** The best model so far, on disk while a run works: a run that stops or diverges ends with it. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Mixture, mixtureSchema, type Stage } from '../../../shared/contract/run';
import { jsonOrNull } from '../../storage/read-files';
import type { NamedTensors } from '../../model/recommender';
import { readWorkingFile, writeWorkingFile } from './working-file';

export interface BestModel {
  readonly stage: Stage;
  readonly epoch: number;
  readonly tensors: NamedTensors;
  /** Its mixture; null for models that cannot have one. */
  readonly mixture: Mixture | null;
}

const FILE = 'kept.safetensors';

export async function storeBestModel(runFolder: string, { stage, epoch, tensors, mixture }: BestModel): Promise<void> {
  const remarks = { stage, epoch: String(epoch), mixture: JSON.stringify(mixture) };
  await writeWorkingFile(path.join(runFolder, FILE), { tensors, remarks });
}

/** Null if there is no intact one. */
export async function readBestModel(runFolder: string): Promise<BestModel | null> {
  const found = await readWorkingFile(path.join(runFolder, FILE));
  if (found === null) return null;
  const { tensors, remarks } = found;
  const mixture = mixtureSchema.safeParse(jsonOrNull(remarks['mixture'] ?? '')).data ?? null;
  return { stage: remarks['stage'] as Stage, epoch: Number(remarks['epoch']), tensors, mixture };
}

export async function removeBestModel(runFolder: string): Promise<void> {
  await fs.rm(path.join(runFolder, FILE), { force: true });
}
