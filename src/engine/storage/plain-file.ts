/**
 * Opens files that a record names or that came from elsewhere. Only a plain name is joined to a folder, and a file is inspected before it is opened:
 * a link would lead out of the folder, a pipe would wait for ever, a device may never end.
 */
import { constants, type Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ShelfwiseError, systemCodeOf, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { hashOf, sha256 } from './read-files';

/** Letters, digits, and between them dots, hyphens and underscores. */
const PLAIN = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9_-])?$/;
/** Device names on Windows, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Whether a name means, on every system, a file of the folder it is joined to. */
export const isPlainName = (name: string): boolean => PLAIN.test(name) && !RESERVED.test(name);

/**
 * A file or folder inside a folder, by a name that came from a file.
 * @throws ShelfwiseError `bad-data` if the name might mean something outside the folder
 */
export function placeIn(folder: string, name: string): string {
  if (isPlainName(name)) return path.join(folder, name);
  throw new ShelfwiseError('bad-data', say('file.name-not-plain', { name: shownName(name), folder }));
}

/** A name for display: quoted, escaped, and at most a line long. */
export function shownName(name: string): string {
  const quoted = JSON.stringify(name);
  return quoted.length <= 80 ? quoted : `${quoted.slice(0, 79)}…`;
}

/** Follows no link, and does not wait for the other end of a pipe that replaced the file meanwhile. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** @throws ShelfwiseError `bad-data` if it is no regular file; the system's error if it cannot be opened */
export async function openPlainFile(file: string): Promise<fs.FileHandle> {
  // Inspected before opening, because opening some devices already has an effect.
  refuseOther(await fs.lstat(file), file);
  const handle = await fs.open(file, FLAGS);
  try {
    refuseOther(await handle.stat(), file);
    return handle;
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
}

/** For a file that other code opens, such as DuckDB; accepts an absent file. @throws ShelfwiseError `bad-data` */
export async function requirePlainFile(file: string): Promise<void> {
  await nullIfMissing(file, async () => refuseOther(await fs.lstat(file), file));
}

function refuseOther(stats: Stats, file: string): void {
  if (!stats.isFile()) throw new ShelfwiseError('bad-data', say('file.not-plain', { file }));
}

/** Null if there is no file. @throws ShelfwiseError as openPlainFile does */
export const readPlainFileIfThere = (file: string): Promise<Buffer | null> =>
  withPlainFileIfThere(file, (handle) => handle.readFile());

/** The result of `read` on the open file; null if there is no file. @throws ShelfwiseError as openPlainFile does */
export async function withPlainFileIfThere<Result>(
  file: string,
  read: (handle: fs.FileHandle) => Promise<Result>,
): Promise<Result | null> {
  return nullIfMissing(file, async () => {
    const handle = await openPlainFile(file);
    try {
      return await read(handle);
    } finally {
      await handle.close();
    }
  });
}

/** readPlainFileIfThere, decoded as UTF-8. */
export async function readPlainTextIfThere(file: string): Promise<string | null> {
  return (await readPlainFileIfThere(file))?.toString('utf8') ?? null;
}

/**
 * SHA-256 of a file; null where it is not there.
 * @throws ShelfwiseError `stopped` on abort, `bad-data` where it is no regular file
 */
export async function hashPlainFile(file: string, signal?: AbortSignal): Promise<string | null> {
  return nullIfMissing(file, async () => {
    const handle = await openPlainFile(file);
    try {
      const { size } = await handle.stat();
      // Most are small, and a stream costs more than they do.
      if (size <= 1 << 16) return sha256(await handle.readFile());
      return await hashOf(handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }), signal);
    } finally {
      await handle.close();
    }
  });
}

async function nullIfMissing<Result>(file: string, read: () => Promise<Result>): Promise<Result | null> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof ShelfwiseError) throw thrown;
    const code = systemCodeOf(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    // A link replaced the file between the two checks.
    if (code === 'ELOOP') throw new ShelfwiseError('bad-data', say('file.not-plain', { file }));
    throw toShelfwiseError(thrown);
  }
}
