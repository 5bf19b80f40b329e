/** Reads the tensors in a file of a run, and checks them against its record. */
import * as path from 'node:path';
import type { RunRecord, SealedFile } from '../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { type Said, say } from '../../shared/words/sentence';
import { readSafetensors, type SafetensorsFile } from '../model/safetensors-file';
import { hashPlainFile } from '../storage/plain-file';
import { refuseOtherHash } from './record';

/**
 * Null if the run has no such file.
 * @param record whose hash the file must match, if known
 * @throws ShelfwiseError `bad-data` if the hash differs, or the file holds no tensors
 */
export async function readSealedTensors(
  folder: string,
  file: SealedFile,
  record?: RunRecord,
): Promise<SafetensorsFile | null> {
  const place = path.join(folder, file);
  let found: SafetensorsFile | null;
  try {
    found = await readSafetensors(place);
  } catch (thrown) {
    // A different hash says more than the parse error that it causes.
    const sha256 = record === undefined || whyNoTensors(thrown) === null ? null : await hashPlainFile(place);
    if (sha256 !== null) refuseOtherHash(record!, file, sha256);
    throw thrown;
  }
  if (found !== null && record !== undefined) refuseOtherHash(record, file, found.sha256);
  return found;
}

/** The sentence for bytes that are no tensors; null for any other error. */
export function whyNoTensors(thrown: unknown): Said | null {
  const { said } = toShelfwiseError(thrown);
  const [first] = said ?? [];
  return typeof first === 'object' && first.id === 'tensors.damaged' ? said! : null;
}

/** The tensors of a file, or `part-damaged` if it holds none. */
export async function tensorsOfPart<Result>(
  part: ReturnType<typeof say>,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (thrown) {
    const cause = whyNoTensors(thrown);
    if (cause === null) throw thrown;
    throw new ShelfwiseError('bad-data', say('run.part-damaged-cause', { part, cause }), { cause: thrown });
  }
}
