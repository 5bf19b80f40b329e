/**
 * Who may read and write what is kept. One rule: whatever is made in a closed folder (no bits for others) is as closed as that folder. So the
 * workspace's folder decides for everything in it, whichever program writes; elsewhere the user's umask applies.
 * Nothing is done on Windows: it has other permissions, and its mode bits grant access to everybody.
 */
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { entriesOf } from './disk';

const OTHERS = 0o007;
const GROUP = 0o070;
/** New entries of a folder get its group. */
const KEEPS_GROUP = 0o2000;

export type Access = 'private' | 'shared';

/** Mode of the entries that are made in a folder; null where it is not closed. */
async function modesIn(folder: string): Promise<{ file: number; folder: number } | null> {
  if (process.platform === 'win32') return null;
  const { mode } = await fs.stat(folder);
  if ((mode & OTHERS) !== 0) return null;
  return { file: (mode & 0o060) | 0o600, folder: (mode & (GROUP | KEEPS_GROUP)) | 0o700 };
}

/**
 * Makes a file or folder that was made this moment as closed as the folder it lies in, with all that is in it.
 * @param target its own place; of a temporary file that is renamed later, the temporary one
 */
export async function closeLikeParent(target: string): Promise<void> {
  const modes = await modesIn(path.dirname(target));
  if (modes !== null) await setModes(target, modes);
}

async function setModes(target: string, modes: { file: number; folder: number }): Promise<void> {
  const stats = await fs.lstat(target);
  if (stats.isDirectory())
    for (const { name } of await entriesOf(target)) await setModes(path.join(target, name), modes);
  const wanted = stats.isDirectory() ? modes.folder : modes.file;
  if ((stats.isDirectory() || stats.isFile()) && (stats.mode & 0o7777) !== wanted) await fs.chmod(target, wanted);
}

/** Whether others than its owner can look into a folder, and that is not what it is meant for. */
export function isTooOpen({ mode }: Stats, access: Access): boolean {
  return process.platform !== 'win32' && (mode & (access === 'shared' ? OTHERS : GROUP | OTHERS)) !== 0;
}

/** Whether the mode of a folder is what it is meant for. */
function isAsMeant({ mode }: Stats, access: Access): boolean {
  return (mode & (GROUP | OTHERS)) === (access === 'shared' ? GROUP : 0);
}

/**
 * Gives a workspace the modes it is meant to have, where this user owns it: its owner's alone, or its owner's and its group's.
 * @param ours names in the folder that belong to the workspace; anything else there is behind the closed folder anyway
 * @param beforeClosing is called before anything is changed, where others could look into it until now
 */
export async function settleAccess(
  folder: string,
  ours: (name: string) => boolean,
  access: Access,
  beforeClosing: () => void,
): Promise<void> {
  const stats = await fs.stat(folder);
  if (process.platform === 'win32' || stats.uid !== process.getuid?.()) return;
  const isSettled = isAsMeant(stats, access);
  if (!isSettled && isTooOpen(stats, access)) beforeClosing();
  for (const { name } of await entriesOf(folder)) {
    const part = path.join(folder, name);
    // A folder that a version passed over which did not know it, or that was put there since.
    if (ours(name) && !(isSettled && (await isFolderAsMeant(part, access)))) await settle(part, access);
  }
  // The folder comes last: if this is interrupted, the next start begins again.
  if (!isSettled) await chmodIfOurs(folder, stats, access);
}

/** True also of what is no folder: in a settled workspace, its files are looked at no more. */
async function isFolderAsMeant(target: string, access: Access): Promise<boolean> {
  const stats = await fs.lstat(target).catch(() => null);
  return stats?.isDirectory() !== true || isAsMeant(stats, access);
}

async function settle(target: string, access: Access): Promise<void> {
  const stats = await fs.lstat(target).catch(() => null);
  if (stats === null) return;
  if (stats.isDirectory())
    for (const { name } of await entriesOf(target).catch(() => [])) await settle(path.join(target, name), access);
  if (stats.isDirectory() || stats.isFile()) await chmodIfOurs(target, stats, access);
}

/** Files of another user of a shared workspace are left to that user; a read-only disk stays as it is. */
async function chmodIfOurs(target: string, stats: Stats, access: Access): Promise<void> {
  const owner = stats.mode & 0o700;
  const group = access === 'shared' ? (owner >> 3) | (stats.isDirectory() ? KEEPS_GROUP : 0) : 0;
  await fs.chmod(target, owner | group).catch(() => undefined);
}
