/**
 * Which shards programs read, and which are kept. A program that opens some leaves a file beside them that is named by it, until it ends; shards of
 * selections that were used before others, and that no program reads, are removed.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { toShelfwiseError } from '../../../shared/errors';
import { MOST_SELECTIONS_SORTED } from '../../../shared/limits';
import { entriesOf } from '../../storage/disk';
import { openWriter, removeFolder, renamePatiently } from '../../storage/files';
import { temporaryBeside, TEMPORARY_NAME, writerOf } from '../../storage/temporary';
import { headerFile, SHARDS_NAME } from './header';

/** The file of this program beside each folder of shards that it has opened. */
const marks = new Map<string, string>();

/** Milliseconds: what has lain untouched for an hour is taken for abandoned. */
const TOUCH = 60_000;

let isWatching = false;

/** From now on, until this program ends, the shards of a folder are not removed. Called before they are looked at. */
export async function markInUse(folder: string): Promise<void> {
  const known = marks.get(folder);
  if (known !== undefined && fs.existsSync(known)) return;
  const mark = temporaryBeside(folder);
  try {
    await (await openWriter(mark)).close();
  } catch (thrown) {
    // Shards that may only be read are not removed either.
    if (toShelfwiseError(thrown).code === 'no-permission') return;
    throw thrown;
  }
  marks.set(folder, mark);
  if (isWatching) return;
  isWatching = true;
  setInterval(touchMarks, TOUCH).unref();
  process.once('exit', releaseMarks);
}

/** This program reads no shards any more. */
export function releaseMarks(): void {
  for (const mark of marks.values()) fs.rmSync(mark, { force: true });
  marks.clear();
}

/** The shards could not be made, and are not there from before. */
export function unmark(folder: string): void {
  const mark = marks.get(folder);
  if (mark === undefined || fs.existsSync(headerFile(folder))) return;
  fs.rmSync(mark, { force: true });
  marks.delete(folder);
}

/** For programs of other computers, which cannot see whether this one runs. */
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

/** Of a selection that is used now. */
export async function noteUse(folder: string): Promise<void> {
  const now = new Date();
  // Whoever may only read them has none to remove.
  await fs.promises.utimes(headerFile(folder), now, now).catch(() => undefined);
}

/**
 * Removes the shards of selections beyond those that were used last. What is being looked at by another program at this very moment is put back,
 * and what cannot be moved (another program removes it just now, or it may only be read) is left: no run fails for the sake of tidiness.
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
      // Left: another program removes it at this moment, or will.
    }
  }
}
