/** test-profiles.safetensors: how good the lists of each test profile were, the figures whose means the record holds. */
import * as path from 'node:path';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';
import type { PerProfile } from '../evaluate/judge';
import { writeFile } from '../storage/files';
import { readPlainFileIfThere } from '../storage/plain-file';
import { checkTensors, type TensorDeclaration } from '../model/declaration';
import { decodeSafetensors, encodeSafetensors } from '../model/safetensors';

export const TEST_PROFILES_FILE = 'test-profiles.safetensors';

export interface TestProfiles {
  /** Rows of the vocabulary, ascending. */
  readonly profile: Int32Array;
  readonly recall: Float32Array;
  readonly ndcg: Float32Array;
  readonly score: Float32Array;
}

/** `profile`: int32; `recall`, `ndcg`, `score`: float32; one entry per test profile. */
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

/**
 * Null where the run has none: its test part earned no metrics, or its bundle came without data.
 * @param profiles of the vocabulary; null where it does not matter which they are
 * @throws ShelfwiseError `bad-data` where the file is damaged
 */
export async function readTestProfiles(folder: string, profiles: number | null): Promise<TestProfiles | null> {
  const bytes = await readPlainFileIfThere(path.join(folder, TEST_PROFILES_FILE));
  if (bytes === null) return null;
  const what = say('run.file', { file: TEST_PROFILES_FILE, run: path.basename(folder) });
  return decodeTestProfiles(bytes, what, profiles);
}

/** @throws ShelfwiseError `bad-data` where the bytes are not figures of such profiles */
export function decodeTestProfiles(bytes: Uint8Array, what: Sentence, profiles: number | null): TestProfiles {
  const figure = (name: string): TensorDeclaration => ({
    name,
    type: 'F32',
    shape: ['profiles'],
    values: { kind: 'share' },
  });
  const rows = { kind: 'rising', below: profiles ?? 0x80000000 } as const;
  try {
    const { tensors } = decodeSafetensors(bytes);
    checkTensors(
      [{ name: 'profile', type: 'I32', shape: ['profiles'], values: rows }, ...['recall', 'ndcg', 'score'].map(figure)],
      tensors,
    );
    const figuresOf = (name: string): Float32Array => tensors[name]!.values as Float32Array;
    return {
      profile: tensors['profile']!.values as Int32Array,
      recall: figuresOf('recall'),
      ndcg: figuresOf('ndcg'),
      score: figuresOf('score'),
    };
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    throw new ShelfwiseError('bad-data', say('run.part-damaged-cause', { part: what, cause: said }), { cause: thrown });
  }
}
