/** Whether the GPU pack is in use: another program is installing or removing it, or a trainer computes with it. */
import * as fs from 'node:fs/promises';
import { ShelfwiseError, toShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { acquireRunLock } from '../../../../engine/machine/trainers/lock';

/**
 * Locks the packs for this process, with the heartbeat that runs have.
 * @returns a function that releases them
 * @throws ShelfwiseError `busy`
 */
export async function holdPacks(packs: string): Promise<() => Promise<void>> {
  try {
    const lock = await acquireRunLock(packs);
    return () => lock.release();
  } catch (thrown) {
    if (toShelfwiseError(thrown).code !== 'busy') throw thrown;
    throw new ShelfwiseError('busy', say('gpu.pack-busy'), { cause: thrown });
  }
}

/** IDs of the processes that have loaded something from a folder; Linux does not tell about other users' processes. */
export async function processesUsing(folder: string): Promise<number[]> {
  const names = await fs.readdir('/proc').catch(() => []);
  const place = `${await fs.realpath(folder).catch(() => folder)}/`;
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (id) => {
        const maps = await fs.readFile(`/proc/${id}/maps`, 'utf8').catch(() => '');
        return maps.includes(place) ? [Number(id)] : [];
      }),
  );
  return found.flat();
}
