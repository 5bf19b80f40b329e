/** The best model so far, kept on disk while a run works: what a run that is stopped or diverges ends with. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Stage } from '../../shared/contract';
import { writeFile } from '../files';
import type { NamedTensors } from '../model/recommender';
import { decodeSafetensors, encodeSafetensors } from '../model/safetensors';

export interface KeptModel {
  readonly stage: Stage;
  readonly epoch: number;
  readonly tensors: NamedTensors;
}

const FILE = 'kept.safetensors';

export async function keepModel(runFolder: string, { stage, epoch, tensors }: KeptModel): Promise<void> {
  await writeFile(path.join(runFolder, FILE), encodeSafetensors(tensors, { stage, epoch: String(epoch) }));
}

export async function readKeptModel(runFolder: string): Promise<KeptModel | null> {
  const bytes = await fs.readFile(path.join(runFolder, FILE)).catch(() => null);
  if (bytes === null) return null;
  const { tensors, metadata } = decodeSafetensors(bytes);
  return { stage: metadata['stage'] as Stage, epoch: Number(metadata['epoch']), tensors };
}

export async function removeKeptModel(runFolder: string): Promise<void> {
  await fs.rm(path.join(runFolder, FILE), { force: true });
}
