/** The one place that writes files: temporary name, sync, rename; and what goes wrong becomes a sentence. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import writeFileAtomic from 'write-file-atomic';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';

/** Says which file could not be written, why, and what to do. */
function writeFailure(thrown: unknown, target: string): ShelfwiseError {
  // Whoever fills a file or folder has already said what was wrong with the source.
  if (thrown instanceof ShelfwiseError) return thrown;
  const error = toShelfwiseError(thrown);
  if (error.code === 'no-space')
    return new ShelfwiseError(
      'no-space',
      `There is no space left to write ${target}. Free some space and try again; nothing was changed.`,
      { cause: thrown },
    );
  if (error.code === 'no-permission')
    return new ShelfwiseError(
      'no-permission',
      `${target} may not be written. Choose another place or change its permissions.`,
      { cause: thrown },
    );
  if (error.code === 'not-found')
    return new ShelfwiseError(
      'not-found',
      `The folder of ${target} does not exist. Make it first or choose another place.`,
      { cause: thrown },
    );
  return error;
}

/** Writes a whole file, or leaves the old one untouched. */
export async function writeFile(target: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(
      target,
      typeof content === 'string' ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    );
  } catch (thrown) {
    throw writeFailure(thrown, target);
  }
}

export async function writeJson(target: string, value: unknown): Promise<void> {
  await writeFile(target, `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Lets `fill` write a file (DuckDB's COPY, a stream) under a temporary name beside the target, then syncs and renames it.
 * Nothing stays behind when `fill` throws.
 */
export async function writeFileWith<Result>(
  target: string,
  fill: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = `${target}.${randomBytes(6).toString('hex')}.part`;
  try {
    const result = await fill(temporary);
    const handle = await fs.open(temporary, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
    return result;
  } catch (thrown) {
    await fs.rm(temporary, { force: true });
    throw writeFailure(thrown, target);
  }
}

/** Lets `fill` make a folder under a temporary name beside the target, then renames it; the target must not exist yet. */
export async function makeFolderWith<Result>(
  target: string,
  fill: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.part`);
  try {
    await fs.mkdir(temporary, { recursive: true });
    const result = await fill(temporary);
    await fs.rename(temporary, target);
    return result;
  } catch (thrown) {
    await fs.rm(temporary, { recursive: true, force: true });
    throw writeFailure(thrown, target);
  }
}

/**
 * As makeFolderWith, for a folder whose name is only known when it is filled (a content address).
 * @returns the result, and whether the folder is new: false where another one of that name was there first
 */
export async function makeFolderNamedBy<Result>(
  parent: string,
  fill: (temporary: string) => Promise<{ name: string; result: Result }>,
): Promise<{ result: Result; made: boolean }> {
  const temporary = path.join(parent, `.new.${randomBytes(6).toString('hex')}.part`);
  try {
    await fs.mkdir(temporary, { recursive: true });
    const { name, result } = await fill(temporary);
    const made = await renameUnlessThere(temporary, path.join(parent, name));
    return { result, made };
  } catch (thrown) {
    throw writeFailure(thrown, temporary);
  } finally {
    await fs.rm(temporary, { recursive: true, force: true });
  }
}

/** False where a folder of that name is there already; a folder that is not empty is never replaced by a rename. */
async function renameUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await fs.rename(from, to);
    return true;
  } catch (thrown) {
    // Windows answers EPERM where the others answer ENOTEMPTY or EEXIST.
    const isThere = await fs.stat(to).then(
      () => true,
      () => false,
    );
    if (isThere) return false;
    throw thrown;
  }
}

/** A file that is written piece by piece, for the temporary files of a folder that is being made. */
export interface FileWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export async function openWriter(target: string): Promise<FileWriter> {
  try {
    const handle = await fs.open(target, 'wx');
    return {
      async write(bytes) {
        try {
          for (let written = 0; written < bytes.length;)
            written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten;
        } catch (thrown) {
          throw writeFailure(thrown, target);
        }
      },
      close: () => handle.close(),
    };
  } catch (thrown) {
    throw writeFailure(thrown, target);
  }
}

/** Adds one line to a file of lines (epochs.jsonl) and syncs it. */
export async function appendLine(target: string, line: string): Promise<void> {
  try {
    const handle = await fs.open(target, 'a');
    try {
      await handle.appendFile(`${line}\n`);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw writeFailure(thrown, target);
  }
}

/** Removes a folder with all that is in it; nothing happens where there is none. */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (thrown) {
    throw writeFailure(thrown, folder);
  }
}

export async function makeFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch (thrown) {
    throw writeFailure(thrown, folder);
  }
}

/** Null where the file is not there; other failures are thrown. */
export async function readTextIfThere(file: string): Promise<string | null> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'not-found') return null;
    throw toShelfwiseError(thrown);
  }
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
