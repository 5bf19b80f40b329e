/** Replaces a run that paused here by its continuation from elsewhere. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { RunRecord } from '../../../shared/contract/run';
import { ifThere } from '../../../shared/errors';
import { FOR_RESUMING, recordFile } from '../../../engine/runs/record';
import { currentRecord } from '../../../engine/runs/store';
import { writeFile } from '../../../engine/storage/files';
import { hashPlainFile, placeIn } from '../../../engine/storage/plain-file';
import { acquireRunLock } from '../../../engine/machine/trainers/lock';
import type { Manifest } from './manifest';

/**
 * Whether the existing run with that ID is neither running nor finished, and the brought run has the same data, recipe and seed, and at least as
 * much progress.
 */
export async function goesFurther(
  existing: string,
  staging: string,
  { brought, manifest }: { brought: RunRecord; manifest: Manifest },
): Promise<boolean> {
  if (!manifest.wholeRun) return false;
  // The same bundle again changes nothing.
  if ((await hashPlainFile(recordFile(existing))) === (await hashPlainFile(recordFile(staging)))) return false;
  const here = await ifThere(() => currentRecord(existing));
  if (here === null || here.status === 'running' || here.status === 'finished') return false;
  const isSame =
    here.dataset.fingerprint === brought.dataset.fingerprint &&
    here.seed === brought.seed &&
    here.recipeSha256 === brought.recipeSha256;
  return isSame && (here.weightsSha256 === null || brought.weightsSha256 !== null);
}

/**
 * Its record is written last: until then the folder is that of the paused run, and the same bundle can be opened again.
 * @throws ShelfwiseError `busy` if the run is being trained
 */
export async function takeFurther(existing: string, staging: string): Promise<void> {
  const lock = await acquireRunLock(existing);
  try {
    for (const name of (await fs.readdir(staging)).sort())
      if (placeIn(staging, name) !== recordFile(staging))
        await writeFile(placeIn(existing, name), await fs.readFile(placeIn(staging, name)));
    await Promise.all(FOR_RESUMING.map((name) => fs.rm(path.join(existing, name), { force: true })));
    await lock.assertOurs();
    await writeFile(recordFile(existing), await fs.readFile(recordFile(staging)));
  } finally {
    await lock.release();
  }
}
