/** Reads a bundle's zip file. Trusts its directory only within limits; the manifest's hashes check the contents. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile as Contents } from 'yauzl';
import { shownName } from '../../../engine/storage/plain-file';
import { ShelfwiseError, systemCodeOf, toShelfwiseError } from '../../../shared/errors';
import { say, type Sentence } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';

/** More entries than any bundle has. */
const MOST_ENTRIES = 256;
const PIECE = 1 << 20;

interface ZipEntry {
  /** As in the zip file: compare it with the allowed names before using it as a path. */
  readonly name: string;
  readonly size: number;
  readonly crc: number;
}

export class ZipFile {
  private constructor(
    private readonly handle: fs.FileHandle,
    private readonly path: string,
    private readonly contents: Contents,
    private readonly found: ReadonlyMap<ZipEntry, Entry>,
  ) {}

  /** @throws ShelfwiseError `not-found`, `usage` for a folder, or `bad-data` if the file is not a complete zip file of this program */
  static async open(file: string): Promise<ZipFile> {
    let handle;
    try {
      // Checked before opening: opening a pipe would wait for ever.
      if (!(await fs.stat(file)).isFile()) throw new ShelfwiseError('usage', say('bundle.no-file', { file }));
      handle = await fs.open(file);
      const { size } = await handle.stat();
      const contents = await fromRandomAccessReaderPromise(new FileReader(handle, size), size, {
        autoClose: false,
        strictFileNames: true,
      });
      return new ZipFile(handle, file, contents, await readEntries(contents, file));
    } catch (thrown) {
      await handle?.close();
      throw readFailure(thrown, file);
    }
  }

  /** In the order of the table of contents. */
  get entries(): ZipEntry[] {
    return [...this.found.keys()];
  }

  /** Bytes of the zip file itself. */
  get size(): number {
    return this.contents.fileSize;
  }

  /**
   * Yields the content of an entry piece by piece, at most `size` bytes.
   * @returns its SHA-256
   * @throws ShelfwiseError `stopped` on abort
   */
  async forEachPiece(
    entry: ZipEntry,
    use: (piece: Uint8Array) => Promise<void> | void,
    signal?: AbortSignal,
  ): Promise<string> {
    const hash = createHash('sha256');
    try {
      const stream = await this.contents.openReadStreamPromise(this.found.get(entry)!);
      for await (const piece of stream as AsyncIterable<Buffer>) {
        throwIfStopped(signal);
        hash.update(piece);
        await use(piece);
      }
    } catch (thrown) {
      if (thrown instanceof ShelfwiseError || systemCodeOf(thrown) !== null) throw toShelfwiseError(thrown);
      throw damaged(this.path, entry.name, thrown);
    }
    return hash.digest('hex');
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

/** yauzl's own reader passes a forged position of more than 53 bits to Node, which then ends the process. */
class FileReader extends RandomAccessReader {
  constructor(
    private readonly handle: fs.FileHandle,
    private readonly size: number,
  ) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (position + length > this.size) setImmediate(callback, new Error('it ends too early'));
    else super.read(buffer, offset, length, position, callback);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.pieces(start, end), { objectMode: false });
  }

  private async *pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(Math.min(PIECE, end - at)), { position: at });
      if (bytesRead === 0) throw new Error('it became shorter while it was read');
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }
}

/** @param part of the bundle that differs from what was written */
export function damaged(file: string, part: string | Sentence, cause?: unknown): ShelfwiseError {
  return new ShelfwiseError('bad-data', say('bundle.part-damaged', { part, bundle: file }), { cause });
}

async function readEntries(contents: Contents, file: string): Promise<Map<ZipEntry, Entry>> {
  const entries = new Map<ZipEntry, Entry>();
  let left = contents.fileSize;
  if (contents.entryCount > MOST_ENTRIES) throw damaged(file, say('bundle.contents'));
  for await (const entry of contents.eachEntry()) {
    const { fileName: name, uncompressedSize: size, crc32: crc } = entry;
    if (entry.compressionMethod !== 0 || entry.isEncrypted())
      throw new ShelfwiseError('bad-data', say('bundle.packed-again', { part: shownName(name), bundle: file }));
    // As nothing is compressed, the entries together cannot be larger than the file, unless they share bytes.
    left -= size;
    if (left < 0) throw damaged(file, say('bundle.contents'));
    entries.set({ name, size, crc }, entry);
  }
  return entries;
}

/** Keeps system errors; any other failure means that this is no zip file, or a damaged one. */
function readFailure(thrown: unknown, file: string): ShelfwiseError {
  if (thrown instanceof ShelfwiseError) return thrown;
  const error = toShelfwiseError(thrown);
  if (error.code === 'not-found') return new ShelfwiseError('not-found', say('file.none', { file }), { cause: thrown });
  if (error.code === 'no-permission')
    return new ShelfwiseError('no-permission', say('file.copy-it', { file }), {
      cause: thrown,
    });
  if (systemCodeOf(thrown) !== null) return error;
  return new ShelfwiseError('bad-data', say('bundle.no-bundle', { file }), { cause: thrown });
}
