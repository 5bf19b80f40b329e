/** Reads and hashes whole files. Writing them is the matter of files.ts. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { toShelfwiseError } from '../../shared/errors';

/** Null where the file is not there; other failures are thrown. */
export async function readBytesIfThere(file: string): Promise<Buffer | null> {
  try {
    return await fs.readFile(file);
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'not-found') return null;
    throw toShelfwiseError(thrown);
  }
}

/** As readBytesIfThere, from UTF-8. */
export async function readTextIfThere(file: string): Promise<string | null> {
  return (await readBytesIfThere(file))?.toString('utf8') ?? null;
}

/** What a text holds as JSON, or null where it is not JSON: for schemas, which refuse null with the rest. */
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

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
