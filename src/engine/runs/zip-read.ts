/** Reads a bundle's zip file, refusing whatever `zip-format` would not have written so. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import {
  crc32,
  dataOffset,
  directory,
  END_BYTES,
  LARGEST_ZIP,
  localHeader,
  readDirectory,
  readEnd,
  type ZipEntry,
} from './zip-format';

/** More entries than any bundle has. */
const MOST_ENTRIES = 256;
const PIECE = 1 << 20;

export class ZipFile {
  private constructor(
    private readonly handle: fs.FileHandle,
    private readonly path: string,
    readonly entries: readonly ZipEntry[],
  ) {}

  /** @throws ShelfwiseError `not-found`, or `bad-data` where the file is no whole bundle, saying which part is damaged */
  static async open(file: string): Promise<ZipFile> {
    let handle;
    try {
      handle = await fs.open(file, 'r');
      return new ZipFile(handle, file, await readEntries(handle, file));
    } catch (thrown) {
      await handle?.close();
      const error = toShelfwiseError(thrown);
      if (error.code !== 'not-found') throw error;
      throw new ShelfwiseError('not-found', `There is no file ${file}.`, { cause: thrown });
    }
  }

  /** Hands the content of an entry on piece by piece. @returns its SHA-256 */
  async forEachPiece(entry: ZipEntry, use: (piece: Uint8Array) => Promise<void> | void): Promise<string> {
    const hash = createHash('sha256');
    let crc = 0;
    for (let done = 0; done < entry.size;) {
      const piece = await readAt(this.handle, dataOffset(entry) + done, Math.min(PIECE, entry.size - done));
      crc = crc32(piece, crc);
      hash.update(piece);
      await use(piece);
      done += piece.length;
    }
    if (crc !== entry.crc) throw damaged(this.path, entry.name);
    return hash.digest('hex');
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

/** @param part of the bundle that is not what it was when it was written */
export function damaged(file: string, part: string): ShelfwiseError {
  return new ShelfwiseError(
    'bad-data',
    `${part} in ${file} is damaged: the bundle is not what was written. Get it again from where it came from; nothing was taken in.`,
  );
}

async function readEntries(handle: fs.FileHandle, file: string): Promise<ZipEntry[]> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw new ShelfwiseError('usage', `${file} is no file. Name the bundle to open.`);
  const { size } = stats;
  const end =
    size < END_BYTES || size > LARGEST_ZIP ? null : readEnd(await readAt(handle, size - END_BYTES, END_BYTES));
  if (end === null)
    throw new ShelfwiseError('bad-data', `${file} is no bundle of Shelfwise, or its end is missing or damaged.`);
  const contents = 'the table of contents';
  if (end.entries > MOST_ENTRIES || end.start + end.length + END_BYTES !== size) throw damaged(file, contents);
  const headers = await readAt(handle, end.start, end.length);
  const entries = readDirectory(headers, end.entries);
  if (entries === null) throw damaged(file, contents);
  let offset = 0;
  for (const entry of entries) {
    if (entry.offset !== offset || dataOffset(entry) + entry.size > end.start) throw damaged(file, contents);
    const expected = localHeader(entry);
    if (!expected.equals(await readAt(handle, offset, expected.length)))
      throw damaged(file, `the header of ${entry.name}`);
    offset = dataOffset(entry) + entry.size;
  }
  const whole = Buffer.concat([headers, await readAt(handle, size - END_BYTES, END_BYTES)]);
  if (offset !== end.start || !directory(entries, offset).equals(whole)) throw damaged(file, contents);
  return entries;
}

/** Exactly `length` bytes. */
async function readAt(handle: fs.FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new ShelfwiseError('bad-data', 'The file became shorter while it was read.');
  return buffer;
}
