/** Runs between two steps: yields to other work, reports progress, and stops on request. */
import { setImmediate } from 'node:timers/promises';
import type { Stage } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type RunLock, stopRequested } from '../../machine/trainers/lock';
import type { BetweenSteps } from '../fit/fit-input';

/** Milliseconds between two checks for a stop request. */
const LOOK_EVERY = 150;

/** Approximate share of the whole run that each stage takes, for the progress bar. */
const STAGE_SHARE: Record<Stage, readonly [from: number, to: number]> = {
  choose: [0, 0.55],
  measure: [0.55, 0.75],
  final: [0.75, 1],
};

/**
 * @param stop a stop request to this process itself: on a full disk, it cannot be written into the folder
 * @returns a guard that throws ShelfwiseError `stopped` once a stop was requested, or `busy` once the lock was lost to another trainer
 */
export function createGuard(runFolder: string, lock: RunLock, stop?: AbortSignal): BetweenSteps {
  let lastLook = 0;
  return async (stage, fraction) => {
    await setImmediate();
    const [from, to] = STAGE_SHARE[stage];
    lock.report({ stage, fraction: from + (to - from) * Math.min(1, fraction) });
    if (lock.lost.aborted) throw new ShelfwiseError('busy', say('run.taken-over'));
    if (stop?.aborted) throw stopped();
    const now = performance.now();
    if (now - lastLook < LOOK_EVERY) return;
    lastLook = now;
    if (await stopRequested(runFolder)) throw stopped();
  };
}

const stopped = (): ShelfwiseError => new ShelfwiseError('stopped', say('run.stopped'));
