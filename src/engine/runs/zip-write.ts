/** Writes a bundle's zip file, a piece at a time: a model of a gigabyte is not held in memory. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { ShelfwiseError } from '../../shared/errors';
import { crc32, directory, LARGEST_ZIP, localHeader, type ZipEntry } from './zip-format';

/** An entry to be written: bytes, or a file to copy. */
export interface ZipSource {
  readonly name: string;
  readonly content: Uint8Array | { readonly file: string };
}

export interface Measured {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly sha256: string;
}

async function* piecesOf({ content }: ZipSource): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* createReadStream(content.file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;
}

/** Size and checksums of a source, which the zip has to say before the content. */
export async function measure(source: ZipSource): Promise<Measured> {
  const hash = createHash('sha256');
  let crc = 0;
  let size = 0;
  for await (const piece of piecesOf(source)) {
    hash.update(piece);
    crc = crc32(piece, crc);
    size += piece.length;
  }
  return { name: source.name, size, crc, sha256: hash.digest('hex') };
}

/**
 * Writes the entries in the order given. The same content gives the same bytes, on every machine and at any time.
 * @param measured of each source, alike
 * @returns SHA-256 of the file written
 * @throws ShelfwiseError `bad-data` where it would not fit into a zip file (4 GiB), or a source changed since it was measured
 */
export async function writeZip(
  target: string,
  sources: readonly ZipSource[],
  measured: readonly Measured[],
): Promise<string> {
  const hash = createHash('sha256');
  const handle = await fs.open(target, 'w');
  let position = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    await handle.writeFile(bytes);
    position += bytes.length;
  };
  try {
    const entries: ZipEntry[] = [];
    for (const [index, source] of sources.entries()) {
      const { name, size, crc } = measured[index]!;
      const entry: ZipEntry = { name, size, crc, offset: position };
      refuseTooLarge(position + size);
      await write(localHeader(entry));
      let written = 0;
      for await (const piece of piecesOf(source)) {
        written = crc32(piece, written);
        await write(piece);
      }
      if (written !== crc) throw new ShelfwiseError('bad-data', `${name} changed while it was read. Try again.`);
      entries.push(entry);
    }
    await write(directory(entries, position));
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

function refuseTooLarge(bytes: number): void {
  if (bytes < LARGEST_ZIP - (1 << 20)) return;
  throw new ShelfwiseError(
    'bad-data',
    'This run is larger than the 4 GiB that fit into one bundle. Leave its data out.',
  );
}
