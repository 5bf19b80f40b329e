/** The folder in which a verification trains a run again: inside the run's, removed when the verification ends. */
import * as path from 'node:path';
import { entriesOf } from '../storage/disk';
import { isAtWork } from '../machine/trainers/signs-of-life';

const REPEAT = /^repeat-/;

export const repeatFolder = (folder: string): string =>
  path.join(folder, `repeat-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`);

export async function repeatsOf(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => entry.isDirectory() && REPEAT.test(entry.name))
    .map(({ name }) => path.join(folder, name));
}

/** Whether the run is being verified now. */
export async function isBeingVerified(folder: string): Promise<boolean> {
  for (const repeat of await repeatsOf(folder)) if (await isAtWork(repeat)) return true;
  return false;
}
