/**
 * Writes files that a person asks for (exports, rows, bundles, certificates, diagnostics) at the path they give. Never writes to a place that the
 * person's data was read from, nor among the workspace's own files.
 */
import type { BigIntStats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { entriesOf } from './disk';
import { makeFolderNamedBy, writeFileWith } from './files';
import { jsonOrNull, readTextIfThere } from './read-files';
import { leftoversBeside } from './temporary';
import type { Workspace } from './workspace';

/** First line of a pseudonym key file: its content exists nowhere else, so it is never replaced. */
export const KEY_HEADING = 'shelfwise pseudonym key';

/**
 * Writes a file for the user: whole, or not at all.
 * @param out absolute, or relative to the working folder of this process; replaces a file of that name
 * @param fill writes the content to the temporary file it is given
 * @returns the result of `fill`, and the path of the file
 * @throws ShelfwiseError `usage` where `out` is a folder, a device, a key file of pseudonyms, in the workspace, or in a folder that data was read
 * from (or a file of it under another name); `not-found`, `no-space` and `no-permission` from the disk
 */
export async function writeUserFile<Result>(
  workspace: Workspace,
  out: string,
  fill: (temporary: string) => Promise<Result>,
): Promise<{ path: string; result: Result }> {
  const target = path.resolve(out);
  await refuseTarget(workspace, target);
  // `trash empty` searches the workspace only, so a killed program's leftover here goes when its file is next written.
  const place = await fs.realpath(target).catch(() => target);
  for (const leftover of await leftoversBeside(place)) await fs.rm(leftover, { force: true }).catch(() => undefined);
  return { path: target, result: await writeFileWith(target, fill, { forUser: true }) };
}

/**
 * Checks in advance whether `writeUserFile` would write to a path, before long work.
 * @param besides a folder that data will have been read from by then
 * @throws ShelfwiseError as `writeUserFile`
 */
export async function requireUserTarget(workspace: Workspace, out: string, besides: string): Promise<void> {
  const target = path.resolve(out);
  await refuseTarget(workspace, target);
  if (await liesIn(target, besides))
    throw new ShelfwiseError('usage', say('target.in-data', { file: target, folder: besides }));
  if ((await identityOf(path.dirname(target))) === null)
    throw new ShelfwiseError('not-found', say('file.no-folder', { file: target }));
}

/**
 * Makes a folder of files that the user asked for, whole or not at all.
 * @param out a folder that does not exist yet, in one that does
 * @param fill writes the files into a folder under a temporary name
 * @throws ShelfwiseError as `writeUserFile`; `usage` where something has that name
 */
export async function makeUserFolder<Result>(
  workspace: Workspace,
  out: string,
  fill: (temporary: string) => Promise<Result>,
): Promise<{ path: string; result: Result }> {
  const target = path.resolve(out);
  const refusal = new ShelfwiseError('usage', say('target.is-there', { folder: target }));
  if ((await identityOf(target)) !== null) throw refusal;
  await refuseTarget(workspace, target);
  const parent = path.dirname(target);
  if ((await identityOf(parent)) === null)
    throw new ShelfwiseError('not-found', say('file.no-folder', { file: target }));
  const { result, made } = await makeFolderNamedBy(parent, async (temporary) => ({
    name: path.basename(target),
    result: await fill(temporary),
  }));
  if (!made) throw refusal;
  return { path: target, result };
}

/**
 * Refuses a path before the work whose result would be written there.
 * @param target absolute
 * @throws ShelfwiseError `usage` as `writeUserFile`
 */
export async function refuseTarget(workspace: Workspace, target: string): Promise<void> {
  const there = await identityOf(target);
  if (there?.isDirectory()) throw new ShelfwiseError('usage', say('file.is-folder-plain', { folder: target }));
  if (there?.isFile() && (await beginsWith(target, KEY_HEADING)))
    throw new ShelfwiseError('usage', say('target.is-key', { file: target }));
  if (await liesIn(target, workspace.folder))
    throw new ShelfwiseError('usage', say('target.in-workspace', { file: target, folder: workspace.folder }));
  for (const { folder, files } of await foldersOfData(workspace)) {
    if (await liesIn(target, folder))
      throw new ShelfwiseError('usage', say('target.in-data', { file: target, folder }));
    if (there === null) continue;
    // A file of the folder may be a link to one elsewhere, or have a second name there.
    for (const file of files) {
      const source = await identityOf(path.resolve(folder, file));
      if (source !== null && isSame(source, there))
        throw new ShelfwiseError('usage', say('target.is-data', { file: target, source: file, folder }));
    }
  }
}

async function beginsWith(file: string, heading: string): Promise<boolean> {
  const handle = await fs.open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const bytes = Buffer.alloc(heading.length);
    await handle.read(bytes, 0, bytes.length, 0);
    return bytes.toString('latin1') === heading;
  } finally {
    await handle.close();
  }
}

/** Device and number of what a path leads to, links followed; null if there is nothing, or it may not be read. */
async function identityOf(place: string): Promise<BigIntStats | null> {
  return fs.stat(place, { bigint: true }).catch(() => null);
}

/**
 * Whether a file lies, or will lie, somewhere in a folder. Compares device and number rather than names: links and differing case can lead to the
 * same folder.
 */
export async function liesIn(file: string, folder: string): Promise<boolean> {
  const identity = await identityOf(folder);
  return identity !== null && (await identitiesAbove(file)).some((one) => isSame(one, identity));
}

/** The folders that will contain a file, all the way up. */
async function identitiesAbove(target: string): Promise<BigIntStats[]> {
  const real = await fs.realpath(target).catch(() => target);
  const start = await fs.realpath(path.dirname(real)).catch(() => path.dirname(real));
  const found: BigIntStats[] = [];
  for (let folder = start; ; folder = path.dirname(folder)) {
    const identity = await identityOf(folder);
    if (identity !== null) found.push(identity);
    if (folder === path.dirname(folder)) return found;
  }
}

const isSame = (left: BigIntStats, right: BigIntStats): boolean => left.dev === right.dev && left.ino === right.ino;

const sourceSchema = z.object({
  folder: z.string().min(1),
  files: z.array(z.object({ file: z.string() })).catch([]),
  added: z.array(z.object({ folder: z.string().min(1) })).catch([]),
});

/** Reads only the fields it needs, so that the folder of a data set of another version is guarded too. */
async function foldersOfData({ datasets }: Workspace): Promise<{ folder: string; files: string[] }[]> {
  const found: { folder: string; files: string[] }[] = [];
  for (const { name } of await entriesOf(datasets)) {
    const text = await readTextIfThere(path.join(datasets, name, 'dataset.json')).catch(() => null);
    const { data } = sourceSchema.safeParse(text === null ? null : jsonOrNull(text));
    if (data === undefined) continue;
    found.push({ folder: data.folder, files: data.files.map(({ file }) => file) });
    // Their files carry only the folder's name, not its path.
    for (const { folder } of data.added) found.push({ folder, files: [] });
  }
  return found;
}
