/** Writes a bundle's zip file, a piece at a time, so that a model of a gigabyte is not held in memory. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { openPlainFile } from '../../../engine/storage/plain-file';

/** An entry to write: bytes, or a file to copy. */
export interface ZipSource {
  readonly name: string;
  readonly content: Uint8Array | { readonly file: string };
}

interface MeasuredSource {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Makes the bytes depend on names and contents alone. Nothing is compressed: another zlib compresses to other bytes, and weights and Parquet hardly
 * shrink. A fixed day, in local time as zip means it; noon, because some zones skip a midnight.
 */
const form = () => ({ compress: false, mtime: new Date(1980, 0, 1, 12), forceDosTimestamp: true, mode: 0o100644 });

async function* piecesOf({ content }: ZipSource, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) return yield content;
  const handle = await openPlainFile(content.file);
  try {
    for await (const piece of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      throwIfStopped(signal);
      yield piece as Buffer;
    }
  } finally {
    await handle.close();
  }
}

/** Size and SHA-256 of a source, which the manifest states before the content. */
export async function measureSource(source: ZipSource, signal?: AbortSignal): Promise<MeasuredSource> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of piecesOf(source, signal)) {
    hash.update(piece);
    size += piece.length;
  }
  return { name: source.name, size, sha256: hash.digest('hex') };
}

interface Writing {
  /** Called with the number of source bytes passed on since the last call. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The pieces of a source; fails at the end if the source changed since it was measured. */
async function* checkedPieces(
  source: ZipSource,
  { sha256 }: MeasuredSource,
  { onBytes, signal }: Writing,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(source, signal)) {
    hash.update(piece);
    yield piece;
    onBytes?.(piece.length);
  }
  if (hash.digest('hex') !== sha256) throw new ShelfwiseError('bad-data', say('file.changed', { file: source.name }));
}

/**
 * Writes the entries in the given order. The same content gives the same bytes, on every machine and at any time.
 * @param measured size and hash of each source, in the same order
 * @returns SHA-256 of the file written
 * @throws ShelfwiseError `bad-data` if a source changed since it was measured, `stopped` on abort
 */
export async function writeZip(
  target: string,
  sources: readonly ZipSource[],
  measured: readonly MeasuredSource[],
  writing: Writing = {},
): Promise<string> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error): void => void output.destroy(error);
  zip.on('error', fail);
  let reading: Readable | null = null;
  for (const [index, source] of sources.entries()) {
    const expected = measured[index]!;
    zip.addReadStreamLazy(source.name, { ...form(), size: expected.size }, (use) => {
      reading = Readable.from(checkedPieces(source, expected, writing), { objectMode: false }).once('error', fail);
      use(null, reading);
    });
  }
  zip.end();
  const hash = createHash('sha256');
  async function* hashed(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(output, hashed, createWriteStream(target));
  } finally {
    // yazl does not close what it reads when the disk is full.
    (reading as Readable | null)?.destroy();
  }
  return hash.digest('hex');
}
