/** The only place that writes files, beside append.ts: temporary name, sync, rename, sync of the folder. Turns failures into sentences. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfwiseError, systemCodeOf, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { closeLikeParent } from './access';
import { keepAllBelow, keepNames } from './lasting';
import { temporaryBeside, whileTouched } from './temporary';

/** Says which file could not be written, why, and what to do. */
export function writeFailure(thrown: unknown, target: string): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  // DuckDB and a trainer's folder do not know which file was wanted, so the sentence names it here.
  if (error.code === 'no-space')
    return new ShelfwiseError('no-space', say('file.no-space', { file: target }), { cause: thrown });
  // An error from filling the file or folder already says what was wrong with the source.
  if (thrown instanceof ShelfwiseError) return thrown;
  if (error.code === 'no-permission')
    return new ShelfwiseError('no-permission', say('file.not-writable', { file: target }), { cause: thrown });
  if (error.code === 'not-found')
    return new ShelfwiseError('not-found', say('file.no-folder', { file: target }), { cause: thrown });
  return error;
}

interface WriteOptions {
  /** The user asked for the file at a path of their own: the user's umask sets its permissions. Otherwise its folder does. */
  readonly forUser?: boolean;
  /** For a file that several programs change: asked directly before the rename whether this program still may (claim.ts). */
  readonly claim?: { assertOurs(): Promise<void> };
}

/**
 * Writes a whole file, or leaves the old one untouched.
 * @param content all of it, or its pieces in order
 * @param options as for writeFileWith; `mode` applies from the first byte on
 */
export async function writeFile(
  target: string,
  content: string | Uint8Array | Iterable<string | Uint8Array>,
  options: WriteOptions & { mode?: number } = {},
): Promise<void> {
  // Not write-file-atomic: it ignores how much was written, so on a full disk it leaves a truncated file.
  await writeFileWith(target, (temporary) => fs.writeFile(temporary, content, options), options);
}

/** @param options as for writeFile */
export async function writeJson(
  target: string,
  value: unknown,
  options: WriteOptions & { mode?: number } = {},
): Promise<void> {
  await writeFile(target, `${JSON.stringify(value, null, 2)}\n`, options);
}

/**
 * Lets `fill` write a file (DuckDB's COPY, a stream) under a temporary name beside the target, then syncs and renames it. If the target is a link,
 * writes the file that it points to. Nothing stays behind if `fill` throws.
 */
export async function writeFileWith<Result>(
  target: string,
  fill: (temporary: string) => Promise<Result>,
  { forUser = false, claim }: WriteOptions = {},
): Promise<Result> {
  const place = await behindLinks(target);
  await refuseSpecialFile(place, target);
  const temporary = temporaryBeside(place);
  try {
    // Created first, so that a missing or read-only folder is reported as such, however the file is filled. Then removed again, because DuckDB would
    // write beside an existing file, under a name of its own that it may leave behind.
    await (await fs.open(temporary, 'wx')).close();
    await fs.rm(temporary);
    const result = await whileTouched(temporary, () => fill(temporary));
    if (!forUser) await closeLikeParent(temporary);
    const handle = await fs.open(temporary, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await claim?.assertOurs();
    await renamePatiently(temporary, place);
    await keepNames(path.dirname(place));
    return result;
  } catch (thrown) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw writeFailure(thrown, target);
  }
}

/**
 * Where a file lies that is named through links; the name itself if there is no file yet.
 * @throws ShelfwiseError `no-permission` if a link cannot be followed, as on some network drives: the rename would replace the link
 */
async function behindLinks(target: string): Promise<string> {
  try {
    return await fs.realpath(target);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return target;
    throw new ShelfwiseError('no-permission', say('file.not-writable', { file: target }), { cause: thrown });
  }
}

/** The rename would replace a device or a pipe with a plain file; it refuses a folder by itself. */
async function refuseSpecialFile(place: string, target: string): Promise<void> {
  const there = await fs.stat(place).catch(() => null);
  if (there !== null && !there.isFile() && !there.isDirectory())
    throw new ShelfwiseError('usage', say('file.is-device', { file: target }));
}

/**
 * Writes a file that must not exist yet.
 * @returns false if a file of that name exists, which stays as it is, or if another program took the new one away at once, as one that judges a claim
 *   does
 */
export async function writeNewFile(target: string, content: string): Promise<boolean> {
  let handle;
  try {
    handle = await fs.open(target, 'wx');
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'EEXIST') return false;
    throw writeFailure(thrown, target);
  }
  try {
    await closeLikeParent(target);
    await handle.writeFile(content);
    return true;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return false;
    await fs.rm(target, { force: true }).catch(() => undefined);
    throw writeFailure(thrown, target);
  } finally {
    await handle.close();
  }
}

/** Attempts to rename. On Windows, a file that another program reads (a virus scanner, a watcher) cannot be moved for a moment. */
const RENAMES = process.platform === 'win32' ? 8 : 1;

/** Renames, waiting up to a second and a half for another program that reads the file or folder. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fs.rename(from, to);
    } catch (thrown) {
      const code = systemCodeOf(thrown);
      if (attempt >= RENAMES || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw thrown;
      await sleep(50 * attempt);
    }
  }
}

/** Renames like `renamePatiently`, and returns once that is on the disk. */
export async function renameLastingly(from: string, to: string): Promise<void> {
  await renamePatiently(from, to);
  const [left, entered] = [path.dirname(from), path.dirname(to)];
  await keepNames(entered);
  if (left !== entered) await keepNames(left);
}

/**
 * Lets `fill` make a folder under a temporary name in `parent`, then renames it to a name that is known only once it is filled (a content address).
 * Nothing stays behind if `fill` throws.
 * @param place runs the rename, together with whatever must happen with it
 * @returns the result, and whether the folder is new: false if one of that name already existed
 */
export async function makeFolderNamedBy<Result>(
  parent: string,
  fill: (temporary: string) => Promise<{ name: string; result: Result }>,
  place: (rename: () => Promise<boolean>, result: Result) => Promise<boolean> = (rename) => rename(),
): Promise<{ result: Result; made: boolean }> {
  const temporary = temporaryBeside(path.join(parent, '.new'));
  try {
    await fs.mkdir(temporary, { recursive: true });
    await closeLikeParent(temporary);
    return await whileTouched(temporary, async () => {
      const { name, result } = await fill(temporary);
      // DuckDB's files in it have the system's default modes.
      await closeLikeParent(temporary);
      await keepAllBelow(temporary);
      const made = await place(() => renameUnlessThere(temporary, path.join(parent, name)), result);
      return { result, made };
    });
  } catch (thrown) {
    throw writeFailure(thrown, parent);
  } finally {
    await fs.rm(temporary, { recursive: true, force: true });
  }
}

/** False if a folder of that name already exists; a rename never replaces a folder with content. */
async function renameUnlessThere(from: string, to: string): Promise<boolean> {
  const isThere = (): Promise<boolean> =>
    fs.stat(to).then(
      () => true,
      () => false,
    );
  if (await isThere()) return false;
  try {
    await renameLastingly(from, to);
    return true;
  } catch (thrown) {
    // Another program made it meanwhile. Windows answers EPERM where other systems answer ENOTEMPTY or EEXIST.
    if (await isThere()) return false;
    throw thrown;
  }
}

/** A file written piece by piece, for the temporary files of a folder that is being made. */
export interface FileWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

const WRITER_FLAGS = { new: 'wx', append: 'a', overwrite: 'w' } as const;

/** @param mode new: the file must not exist yet; append: continues an existing file */
export async function openWriter(target: string, mode: keyof typeof WRITER_FLAGS = 'new'): Promise<FileWriter> {
  try {
    const handle = await fs.open(target, WRITER_FLAGS[mode]);
    await closeLikeParent(target);
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

/** The current time of a folder's file system in milliseconds since 1970, read from a file created there. */
export async function clockOf(folder: string): Promise<number> {
  const probe = temporaryBeside(path.join(folder, 'clock'));
  try {
    const handle = await fs.open(probe, 'wx');
    try {
      return (await handle.stat()).mtimeMs;
    } finally {
      await handle.close();
      await fs.rm(probe, { force: true });
    }
  } catch (thrown) {
    throw writeFailure(thrown, folder);
  }
}

/** Removes a folder and its contents, and returns once that is on the disk; does nothing if it does not exist. */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 });
    await keepNames(path.dirname(folder));
  } catch (thrown) {
    throw writeFailure(thrown, folder);
  }
}

/**
 * Removes a file, and returns once that is on the disk; does nothing if it does not exist. For what has to stay away: what a later start would remove
 * again anyway, or nobody reads, may go by Node's own function.
 */
export async function removeFile(file: string): Promise<void> {
  try {
    await fs.rm(file, { force: true });
    await keepNames(path.dirname(file));
  } catch (thrown) {
    throw writeFailure(thrown, file);
  }
}

/** Makes a folder, and any missing folders above it. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    // Not mkdir's own `recursive`: where a file system refuses new folders as not found (/proc), it tries for ever.
    const missing: string[] = [];
    let above = path.resolve(folder);
    for (; !(await isFolder(above)); above = path.dirname(above)) {
      if (above === path.dirname(above))
        throw new ShelfwiseError('not-found', say('folder.no-drive', { drive: above }));
      missing.push(above);
    }
    for (const part of missing.reverse()) await makeOneFolder(part);
  } catch (thrown) {
    throw writeFailure(thrown, folder);
  }
}

/** @throws ShelfwiseError `usage` if a file has that name */
async function isFolder(place: string): Promise<boolean> {
  let stats;
  try {
    stats = await fs.stat(place);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    // ENOTDIR: a part of the path is a file, which the walk upwards reaches.
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw thrown;
  }
  if (stats.isDirectory()) return true;
  throw new ShelfwiseError('usage', say('folder.needed', { place }));
}

/** Also succeeds if another program made the folder meanwhile. */
async function makeOneFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder);
    await closeLikeParent(folder);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === 'EEXIST' && (await isFolder(folder))) return;
    if (code !== 'ENOENT') throw thrown;
    throw new ShelfwiseError('no-permission', say('folder.not-made', { folder: path.dirname(folder) }), {
      cause: thrown,
    });
  }
}
