/**
 * Who may read and write what the program stores. One rule: a file or folder made in a closed folder (no bits for others) is as closed as that
 * folder. So the workspace's folder decides for everything in it, whichever program writes; elsewhere the user's umask applies. On Windows this does
 * nothing: permissions differ there, and its mode bits grant access to everyone.
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

/** Modes for new entries of a folder; null where the folder is not closed. */
async function modesIn(folder: string): Promise<{ file: number; folder: number } | null> {
  if (process.platform === 'win32') return null;
  const { mode } = await fs.stat(folder);
  if ((mode & OTHERS) !== 0) return null;
  return { file: (mode & 0o060) | 0o600, folder: (mode & (GROUP | KEEPS_GROUP)) | 0o700 };
}

/**
 * Makes a new file or folder, with all its content, as closed as the folder that contains it.
 * @param target its current path; for a temporary file that is renamed later, the temporary path
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

/** Whether users other than those it is meant for can look into a folder. */
function isTooOpen({ mode }: Stats, access: Access): boolean {
  return process.platform !== 'win32' && (mode & (access === 'shared' ? OTHERS : GROUP | OTHERS)) !== 0;
}

/** Whether a folder has the mode it is meant to have. */
function isAsMeant({ mode }: Stats, access: Access): boolean {
  return (mode & (GROUP | OTHERS)) === (access === 'shared' ? GROUP : 0);
}

/**
 * Gives a workspace that this user owns the modes it is meant to have: for its owner alone, or for its owner and its group.
 * @param ours whether a name in the folder belongs to the workspace; the closed folder already protects everything else
 * @param beforeClosing called before any change if others could look into the folder until now
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
    // An older version that does not know this folder skipped it, or it was created since.
    if (ours(name) && !(isSettled && (await isFolderAsMeant(part, access)))) await settle(part, access);
  }
  // The folder comes last: after an interruption, the next start begins again.
  if (!isSettled) await chmodIfOurs(folder, stats, access);
}

/** True for anything but a folder, so files of a settled workspace are not checked again. */
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

/** Leaves the files of another user of a shared workspace to that user, and a read-only disk as it is. */
async function chmodIfOurs(target: string, stats: Stats, access: Access): Promise<void> {
  const owner = stats.mode & 0o700;
  const group = access === 'shared' ? (owner >> 3) | (stats.isDirectory() ? KEEPS_GROUP : 0) : 0;
  await fs.chmod(target, owner | group).catch(() => undefined);
}
