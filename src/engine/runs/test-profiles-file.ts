/** test-profiles.safetensors: how good the lists of each test profile were, the figures whose means the record holds. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { toShelfwiseError } from '../../shared/errors';
import type { PerProfile } from '../evaluate/judge';
import { writeFile } from '../storage/files';
import { decodeSafetensors, encodeSafetensors } from '../model/safetensors';

export const TEST_PROFILES_FILE = 'test-profiles.safetensors';

export interface TestProfiles {
  /** Rows of the vocabulary, ascending. */
  readonly profile: Int32Array;
  readonly recall: Float32Array;
  readonly ndcg: Float32Array;
  readonly score: Float32Array;
}

/** `profile`: int32; `recall`, `ndcg`, `score`: float32; one entry a test profile. */
export async function writeTestProfiles(folder: string, judged: PerProfile): Promise<void> {
  const shape = [judged.profile.length];
  const tensors = {
    profile: { shape, values: judged.profile },
    recall: { shape, values: Float32Array.from(judged.recall) },
    ndcg: { shape, values: Float32Array.from(judged.ndcg) },
    score: { shape, values: Float32Array.from(judged.score) },
  };
  await writeFile(path.join(folder, TEST_PROFILES_FILE), encodeSafetensors(tensors));
}

/** Null where the run has none: its test part earned no metrics, or its bundle came without data. */
export async function readTestProfiles(folder: string): Promise<TestProfiles | null> {
  let bytes: Uint8Array;
  try {
    bytes = await fs.readFile(path.join(folder, TEST_PROFILES_FILE));
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return null;
    throw error;
  }
  const { tensors } = decodeSafetensors(bytes);
  return {
    profile: tensors['profile']!.values as Int32Array,
    recall: tensors['recall']!.values as Float32Array,
    ndcg: tensors['ndcg']!.values as Float32Array,
    score: tensors['score']!.values as Float32Array,
  };
}
