/**
 * Allows one refresh at a time in a workspace, whichever programs are asked for them. Two that started from the same data set would each add to it
 * what the other does not have, and the next refresh could continue with only one of the two.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { makeFolder } from '../../../engine/storage/files';
import type { Workspace } from '../../../engine/storage/workspace';
import { acquireRunLock, type RunLock } from '../../../engine/machine/trainers/lock';

/** Milliseconds between two checks whether the earlier refresh has ended. */
const LOOK_AGAIN = 500;

/** The turn of this refresh. */
export interface Turn {
  /** Aborts if the refresh is stopped, or another program took over while this one stalled. */
  readonly signal: AbortSignal;
  /** Call this before anything irreversible. @throws ShelfwiseError `busy` if another program took over */
  assertOurs(): Promise<void>;
}

/**
 * Waits until no program refreshes this workspace, then runs `work`. Takes over from a killed one, as with a run.
 * @param options.onWaiting called once if it has to wait
 * @throws ShelfwiseError `stopped` on abort, also while it waits; `busy` if another program took over
 */
export async function oneAtATime<Result>(
  workspace: Workspace,
  { signal, onWaiting }: { readonly signal: AbortSignal; readonly onWaiting: () => void },
  work: (turn: Turn) => Promise<Result>,
): Promise<Result> {
  await makeFolder(workspace.refreshes);
  const lock = await lockWhenFree(workspace, signal, onWaiting);
  const { lost } = lock;
  const takenOver = (cause?: unknown): ShelfwiseError =>
    new ShelfwiseError('busy', say('refresh.taken-over'), { cause });
  try {
    return await work({
      signal: AbortSignal.any([signal, lost]),
      async assertOurs() {
        await lock.assertOurs().catch((thrown: unknown) => {
          throw toShelfwiseError(thrown).code === 'busy' ? takenOver(thrown) : thrown;
        });
      },
    });
  } catch (thrown) {
    throw lost.aborted && !signal.aborted ? takenOver(thrown) : thrown;
  } finally {
    await lock.release();
  }
}

async function lockWhenFree({ refreshes }: Workspace, signal: AbortSignal, onWaiting: () => void): Promise<RunLock> {
  for (let isFirst = true; ; isFirst = false) {
    throwIfStopped(signal);
    try {
      return await acquireRunLock(refreshes);
    } catch (thrown) {
      if (toShelfwiseError(thrown).code !== 'busy') throw thrown;
      if (isFirst) onWaiting();
      await sleep(LOOK_AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }
}
