/** Extracts the libraries from a wheel whose SHA-256 has been checked. */
import * as path from 'node:path';
import { openPromise } from 'yauzl';
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { makeFolder, openWriter } from '../../../../engine/storage/files';
import { isTaken } from '../../../../engine/machine/gpu/pack/pins';

/** @returns the written files, relative to `folder`, with their sizes */
export async function unpackWheel(
  wheel: string,
  folder: string,
  onBytes: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const archive = await openPromise(wheel, { strictFileNames: true });
  const files: Record<string, number> = {};
  let done = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      if (!isTaken(entry.fileName)) continue;
      const target = path.join(folder, ...entry.fileName.split('/'));
      await makeFolder(path.dirname(target));
      // Truncates, because an interrupted unpacking may have left the beginning of the file.
      const writer = await openWriter(target, 'overwrite');
      try {
        for await (const piece of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
          if (signal?.aborted) throw new ShelfwiseError('stopped', say('unpack.stopped'));
          await writer.write(piece);
          onBytes((done += piece.length));
        }
      } finally {
        await writer.close();
      }
      files[entry.fileName] = entry.uncompressedSize;
    }
  } finally {
    archive.close();
  }
  return files;
}
