/** Reads and hashes whole files. files.ts writes them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ifThere, ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';

/** Null if the file does not exist; throws on other failures. */
const readBytesIfThere = (file: string): Promise<Buffer | null> =>
  ifThere(async () => {
    // Checked first: reading a pipe may wait for ever.
    if (!(await fs.stat(file)).isFile()) throw new ShelfwiseError('bad-data', say('file.no-regular', { file }));
    return await fs.readFile(file);
  });

/** readBytesIfThere, decoded as UTF-8. */
export async function readTextIfThere(file: string): Promise<string | null> {
  return (await readBytesIfThere(file))?.toString('utf8') ?? null;
}

/** Identifies one state of a file, which is replaced as a whole by each change; null without a file. */
export async function versionOfFile(file: string): Promise<string | null> {
  const stats = await fs.stat(file, { bigint: true }).catch(() => null);
  return stats === null ? null : `${stats.ino}/${stats.size}/${stats.mtimeNs}`;
}

/** A text parsed as JSON, or null if it is not JSON, which every schema refuses. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** @throws ShelfwiseError `stopped` on abort */
export async function sha256OfFile(file: string, signal?: AbortSignal): Promise<string> {
  return hashOf(createReadStream(file, { highWaterMark: 1 << 20 }), signal);
}

/** SHA-256 of a stream. @throws ShelfwiseError `stopped` on abort */
export async function hashOf(stream: Readable, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of stream as AsyncIterable<Buffer>) {
    throwIfStopped(signal);
    hash.update(piece);
  }
  return hash.digest('hex');
}
