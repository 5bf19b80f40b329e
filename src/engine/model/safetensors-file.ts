/** Files of tensors, of any size: written and read in pieces, since no buffer holds more than 4 GiB and no read more than 2. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { writeFile } from '../storage/files';
import { withPlainFileIfThere } from '../storage/plain-file';
import type { NamedTensors } from './recommender';
import { decodeHeader, headerEnd, LENGTH_BYTES, PIECE, safetensorsPieces } from './safetensors';

export interface SafetensorsFile {
  readonly tensors: NamedTensors;
  readonly metadata: Record<string, string>;
  /** SHA-256 of all bytes of the file. */
  readonly sha256: string;
}

/** Writes a file of tensors as a whole. @throws ShelfwiseError as writeFile does */
export async function writeSafetensors(
  file: string,
  tensors: NamedTensors,
  metadata: Record<string, string> = {},
): Promise<void> {
  await writeFile(file, safetensorsPieces(tensors, metadata));
}

/** SHA-256 of the file that `writeSafetensors` writes. */
export function sha256OfSafetensors(tensors: NamedTensors, metadata: Record<string, string> = {}): string {
  const hash = createHash('sha256');
  for (const piece of safetensorsPieces(tensors, metadata)) hash.update(piece);
  return hash.digest('hex');
}

/**
 * Null if the file does not exist.
 * @param piece bytes to read at a time
 * @throws ShelfwiseError `bad-data` if it is no file of tensors
 */
export const readSafetensors = (file: string, piece: number = PIECE): Promise<SafetensorsFile | null> =>
  withPlainFileIfThere(file, async (handle) => {
    const { size } = await handle.stat();
    const hash = createHash('sha256');
    const start = await bytesFrom(handle, 0, Math.min(LENGTH_BYTES, size), piece);
    const rest = await bytesFrom(handle, start.length, headerEnd(start, size) - start.length, piece);
    const header = decodeHeader(Buffer.concat([start, rest]), size);
    hash.update(start).update(rest);
    const tensors: NamedTensors = {};
    for (const { name, shape, type, from, to } of header.tensors) {
      const values = type === 'F32' ? new Float32Array((to - from) / 4) : new Int32Array((to - from) / 4);
      await fill(handle, new Uint8Array(values.buffer), from, piece, (read) => hash.update(read));
      tensors[name] = { shape, values };
    }
    return { tensors, metadata: header.metadata, sha256: hash.digest('hex') };
  });

async function bytesFrom(handle: FileHandle, from: number, length: number, piece: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await fill(handle, bytes, from, piece);
  return bytes;
}

/** A file that was shortened meanwhile leaves zeros, which no hash matches. */
async function fill(
  handle: FileHandle,
  bytes: Uint8Array,
  from: number,
  piece: number,
  visit: (read: Uint8Array) => void = () => undefined,
): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(piece, bytes.length - at), from + at);
    if (bytesRead === 0) return;
    visit(bytes.subarray(at, at + bytesRead));
    at += bytesRead;
  }
}
