/** Follows the run of a unit until it has ended, whichever program trains it. */
import type { Progress } from '../../../shared/contract/progress';
import type { RunProgress, RunRecord } from '../../../shared/contract/run';
import { requestStop } from '../../../engine/machine/trainers/lock';
import { watchRun } from '../../../engine/runs/watch/watch-run';

/** @param signal asks a run of this program to pause, and it is still followed to its end */
export async function* followOwn(folder: string, signal: AbortSignal | undefined): AsyncGenerator<Progress, RunRecord> {
  const stop = (): void => void requestStop(folder).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    return yield* followed(folder);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Follows a run that another program trains; an abort only ends the following. @throws ShelfwiseError `stopped` on abort */
export const followOther = (folder: string, signal: AbortSignal | undefined): AsyncGenerator<Progress, RunRecord> =>
  followed(folder, signal);

async function* followed(folder: string, signal?: AbortSignal): AsyncGenerator<Progress, RunRecord> {
  const watch = watchRun(folder, signal);
  for (;;) {
    const { done, value } = await watch.next();
    if (done === true) return value;
    yield progressOf(value);
  }
}

function progressOf({ stage, fraction, epoch }: RunProgress): Progress {
  const detail = stage === null ? '' : epoch === null ? stage : `${stage}, epoch ${epoch.epoch}`;
  return { phase: 'unit', detail, done: fraction, total: 1 };
}
