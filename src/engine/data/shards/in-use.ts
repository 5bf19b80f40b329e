/**
 * Tracks which shards programs read, and removes old ones. A program that opens shards leaves a marker file beside them, which names it, until it
 * ends. Shards of selections used least recently are removed unless a program reads them.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { toShelfwiseError } from '../../../shared/errors';
import { MOST_SELECTIONS_SORTED } from '../../../shared/limits';
import { entriesOf } from '../../storage/disk';
import { openWriter, removeFolder, renamePatiently } from '../../storage/files';
import { temporaryBeside, TEMPORARY_NAME, writerOf } from '../../storage/temporary';
import { headerFile, SHARDS_NAME } from './header';

/** This program's marker file for each folder of shards that it has opened. */
const marks = new Map<string, string>();

/** Milliseconds between touches; a marker untouched for an hour counts as abandoned. */
const TOUCH = 60_000;

let isWatching = false;

/** Protects the shards of a folder from removal until this program ends. Call it before opening them. */
export async function markInUse(folder: string): Promise<void> {
  const known = marks.get(folder);
  if (known !== undefined && fs.existsSync(known)) return;
  const mark = temporaryBeside(folder);
  try {
    await (await openWriter(mark)).close();
  } catch (thrown) {
    // Shards on a read-only disk cannot be removed either.
    if (toShelfwiseError(thrown).code === 'no-permission') return;
    throw thrown;
  }
  marks.set(folder, mark);
  if (isWatching) return;
  isWatching = true;
  setInterval(touchMarks, TOUCH).unref();
  process.once('exit', releaseMarks);
}

/** Removes all markers: this program reads no more shards. */
export function releaseMarks(): void {
  for (const mark of marks.values()) fs.rmSync(mark, { force: true });
  marks.clear();
}

/** Removes a marker whose shards could not be made. */
export function unmark(folder: string): void {
  const mark = marks.get(folder);
  if (mark === undefined || fs.existsSync(headerFile(folder))) return;
  fs.rmSync(mark, { force: true });
  marks.delete(folder);
}

/** For programs on other computers, which cannot see whether this one runs. */
function touchMarks(): void {
  const now = new Date();
  for (const mark of marks.values()) fs.utimes(mark, now, now, () => undefined);
}

/** Whether another program reads the shards of a folder, or may do so. */
export async function isReadElsewhere(folder: string): Promise<boolean> {
  return (await entriesOf(path.dirname(folder))).some(
    ({ name }) =>
      name.startsWith(`${path.basename(folder)}.`) &&
      TEMPORARY_NAME.test(name) &&
      path.join(path.dirname(folder), name) !== marks.get(folder) &&
      writerOf(name) !== 'gone',
  );
}

/** Notes that a selection was used now. */
export async function noteUse(folder: string): Promise<void> {
  const now = new Date();
  // A program that may only read shards has none to remove.
  await fs.promises.utimes(headerFile(folder), now, now).catch(() => undefined);
}

/**
 * Removes the shards of selections beyond the most recently used. Puts back what another program turns out to read, and leaves what cannot be moved
 * (another program is removing it, or it is read-only): tidying never fails a run.
 * @param used the folder of the selection that was made just now
 */
export async function removeUnused(used: string): Promise<void> {
  const parent = path.dirname(used);
  const others: { folder: string; at: number }[] = [];
  for (const { name } of await entriesOf(parent)) {
    const folder = path.join(parent, name);
    if (folder === used || !SHARDS_NAME.test(name)) continue;
    const stats = await fs.promises.stat(headerFile(folder)).catch(() => null);
    others.push({ folder, at: stats?.mtimeMs ?? 0 });
  }
  for (const { folder } of others.toSorted((left, right) => right.at - left.at).slice(MOST_SELECTIONS_SORTED - 1)) {
    if (marks.has(folder) || (await isReadElsewhere(folder))) continue;
    const aside = temporaryBeside(path.join(parent, '.old'));
    try {
      await renamePatiently(folder, aside);
      if (await isReadElsewhere(folder)) await renamePatiently(aside, folder).catch(() => removeFolder(aside));
      else await removeFolder(aside);
    } catch {
      // Left alone: another program is removing it, or will.
    }
  }
}
