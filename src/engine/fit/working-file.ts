/** A file that a run keeps for itself while it works: tensors with notes, and a hash over both, so a damaged file is never resumed from. */
import { writeFile } from '../storage/files';
import { readBytesIfThere, sha256 } from '../storage/read-files';
import type { NamedTensors } from '../model/recommender';
import { decodeSafetensors, encodeSafetensors, hashTensors } from '../model/safetensors';

export interface WorkingFile {
  readonly tensors: NamedTensors;
  readonly remarks: Record<string, string>;
}

const hashOf = ({ tensors, remarks }: WorkingFile): string =>
  sha256(`${JSON.stringify(Object.entries(remarks))}\n${hashTensors(tensors)}`);

export async function writeWorkingFile(file: string, content: WorkingFile): Promise<void> {
  const { tensors, remarks } = content;
  await writeFile(file, encodeSafetensors(tensors, { ...remarks, sha256: hashOf(content) }));
}

/** Null where there is none, or none that can be trusted. @throws ShelfwiseError where it may not be read */
export async function readWorkingFile(file: string): Promise<WorkingFile | null> {
  const bytes = await readBytesIfThere(file);
  if (bytes === null) return null;
  try {
    const { tensors, metadata } = decodeSafetensors(bytes);
    const { sha256: recorded, ...remarks } = metadata;
    return hashOf({ tensors, remarks }) === recorded ? { tensors, remarks } : null;
  } catch {
    // Any kind of damage: no header, no tensors, no numbers.
    return null;
  }
}
