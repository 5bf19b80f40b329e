/** A run's working file: tensors with notes, and a hash over both, so that a run never resumes from a damaged file. */
import { ShelfwiseError } from '../../../shared/errors';
import { sha256 } from '../../storage/read-files';
import type { NamedTensors } from '../../model/recommender';
import { hashTensors } from '../../model/safetensors';
import { readSafetensors, writeSafetensors } from '../../model/safetensors-file';

interface WorkingFile {
  readonly tensors: NamedTensors;
  readonly remarks: Record<string, string>;
}

const hashOf = ({ tensors, remarks }: WorkingFile): string =>
  sha256(`${JSON.stringify(Object.entries(remarks))}\n${hashTensors(tensors)}`);

export async function writeWorkingFile(file: string, content: WorkingFile): Promise<void> {
  const { tensors, remarks } = content;
  await writeSafetensors(file, tensors, { ...remarks, sha256: hashOf(content) });
}

/** Null if there is no intact file. @throws ShelfwiseError if it may not be read */
export async function readWorkingFile(file: string): Promise<WorkingFile | null> {
  const found = await readSafetensors(file).catch((thrown: unknown) => {
    // Any kind of damage: no header, no tensors, no numbers.
    if (thrown instanceof ShelfwiseError && thrown.code === 'bad-data') return null;
    throw thrown;
  });
  if (found === null) return null;
  const { sha256: recorded, ...remarks } = found.metadata;
  return hashOf({ tensors: found.tensors, remarks }) === recorded ? { tensors: found.tensors, remarks } : null;
}
