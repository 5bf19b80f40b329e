/** Reads the user's files in pieces, never writes to them, and notices when another program does. */
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';

const PIECE_BYTES = 1 << 20;

/** Identifies the state of a file since it was examined. */
export interface FileState {
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly changedMs: number;
}

export async function fileState(file: string): Promise<FileState> {
  const stats = await readable(file, () => fs.stat(file));
  if (!stats.isFile()) throw new ShelfwiseError('bad-data', say('file.not-readable', { file }));
  return stateOf(stats);
}

function stateOf(stats: Stats): FileState {
  return { bytes: stats.size, modifiedMs: stats.mtimeMs, changedMs: stats.ctimeMs };
}

/** @throws ShelfwiseError `bad-data` if the file has changed since reading began */
export async function requireUnchanged(file: string, before: FileState): Promise<void> {
  const now = await fileState(file);
  if (now.bytes !== before.bytes || now.modifiedMs !== before.modifiedMs)
    throw new ShelfwiseError('bad-data', say('import.file-changed', { file, before: before.bytes, now: now.bytes }));
}

/** The first bytes of a file. */
export async function readBeginning(file: string, length: number): Promise<Buffer> {
  return readable(file, async () => {
    const handle = await fs.open(file, 'r');
    try {
      const buffer = Buffer.alloc(length);
      let filled = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, filled);
        filled += bytesRead;
        if (bytesRead === 0 || filled === length) return buffer.subarray(0, filled);
      }
    } finally {
      await handle.close();
    }
  });
}

/** Yields a file in pieces, up to the length it had at first. A piece is only valid until the next one. */
export async function* readPieces(file: string, length: number, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const handle = await readable(file, () => fs.open(file, 'r'));
  try {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (let position = 0; position < length;) {
      throwIfStopped(signal);
      const wanted = Math.min(PIECE_BYTES, length - position);
      const { bytesRead } = await readable(file, () => handle.read(buffer, 0, wanted, position));
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function readable<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'no-permission')
      throw new ShelfwiseError('no-permission', say('file.no-permission', { file }), { cause: thrown });
    if (error.code === 'not-found')
      throw new ShelfwiseError('bad-data', say('import.file-gone', { file }), {
        cause: thrown,
      });
    throw error;
  }
}
