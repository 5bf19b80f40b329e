/** Reads files compressed with gzip or Zstandard, recognised by name, from an unpacked copy that lives during the import. */
import { createHash } from 'node:crypto';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { ShelfwiseError, systemCodeOf, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { openWriter } from '../../storage/files';
import { fileState, readPieces } from './source-file';

/** Tables inflate tenfold, with few values perhaps a hundredfold; gzip could inflate a thousandfold and fill any disk. */
export const MOST_TIMES_COMPRESSED = 200;
/** Bytes that are always allowed, whatever the ratio. */
const ALWAYS_WRITTEN = 64 * 1024 * 1024;

/** Bytes that the content of a file may have. @param length of the file */
export const mostUnfolded = (length: number): number => Math.max(ALWAYS_WRITTEN, MOST_TIMES_COMPRESSED * length);

const ENDING = /\.(gz|zst)$/i;

export const isCompressed = (file: string): boolean => ENDING.test(file);

/** The name of its content: history_data.csv for history_data.csv.gz. */
export const uncompressedName = (file: string): string => file.replace(ENDING, '');

/** @throws ShelfwiseError `bad-data` for Zstandard under a Node that cannot read it (before 22.15) */
function decompressorOf(file: string): Transform {
  if (!/\.zst$/i.test(file)) return zlib.createGunzip();
  const create = (zlib as unknown as { createZstdDecompress?: () => Transform }).createZstdDecompress;
  if (create === undefined)
    throw new ShelfwiseError('bad-data', say('import.no-zstandard', { file, node: process.version }));
  return create();
}

interface Decompressed {
  readonly bytes: number;
  /** Hash of the file as it lies in the folder. */
  readonly sha256: string;
}

interface DecompressOptions {
  /** Called with the number of further bytes of the file that have been read. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Unpacks a compressed file.
 * @param length of the file, bytes
 * @param target a new file
 * @throws ShelfwiseError `bad-data` if the file is damaged, truncated, or inflates more than data does; `no-space`, `stopped`
 */
export async function decompress(
  file: string,
  length: number,
  target: string,
  { onBytes, signal }: DecompressOptions,
): Promise<Decompressed> {
  const hash = createHash('sha256');
  const most = mostUnfolded(length);
  let bytes = 0;
  async function* compressed(): AsyncGenerator<Buffer> {
    for await (const piece of readPieces(file, length, signal)) {
      hash.update(piece);
      onBytes?.(piece.length);
      // Copied, because the next piece overwrites the buffer while the decompressor may still need it.
      yield Buffer.from(piece);
    }
  }
  const decompressor = decompressorOf(file);
  const writer = await openWriter(target);
  try {
    await pipeline(compressed, decompressor, async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) {
        bytes += piece.length;
        if (bytes > most)
          throw new ShelfwiseError('bad-data', say('import.swells', { file, times: MOST_TIMES_COMPRESSED }));
        await writer.write(piece);
      }
    });
  } catch (thrown) {
    throw failureOf(file, thrown);
  } finally {
    await writer.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The first bytes inside a compressed file. @throws ShelfwiseError as decompress */
export async function beginningOfCompressed(file: string, length: number): Promise<Buffer> {
  const { bytes } = await fileState(file);
  async function* compressed(): AsyncGenerator<Buffer> {
    for await (const piece of readPieces(file, bytes)) yield Buffer.from(piece);
  }
  const source = Readable.from(compressed());
  const decompressor = decompressorOf(file);
  // Forwarded, because an error of the source would otherwise be lost.
  source.on('error', (thrown) => decompressor.destroy(thrown));
  const pieces: Buffer[] = [];
  let filled = 0;
  try {
    for await (const piece of source.pipe(decompressor) as AsyncIterable<Buffer>) {
      pieces.push(piece);
      filled += piece.length;
      if (filled >= length) break;
    }
  } catch (thrown) {
    throw failureOf(file, thrown);
  } finally {
    source.destroy();
  }
  return Buffer.concat(pieces).subarray(0, length);
}

function failureOf(file: string, thrown: unknown): ShelfwiseError {
  return /^(Z_|ZSTD_)/.test(systemCodeOf(thrown) ?? '')
    ? new ShelfwiseError('bad-data', say('import.not-decompressed', { file }), { cause: thrown })
    : toShelfwiseError(thrown);
}
