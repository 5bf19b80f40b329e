/** Training in the background that was not asked for as a run: it gives way to every training that a person began, and to the queue. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '../../../shared/contract/progress';
import { toShelfwiseError } from '../../../shared/errors';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { readMarks } from '../../kept/marks';
import { listQueue } from '../../runs/queue';
import { listRuns } from '../../runs/store';
import type { Workspace } from '../../storage/workspace';

/** Milliseconds between two looks at whether something else is trained, or waits to be. */
const LOOK_AGAIN = 2000;

interface Waiting {
  /** The run that is trained so; null for training that makes no run. */
  readonly runId: string | null;
  /** Told `turn` while something else is trained. */
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/**
 * Begins when nothing else is trained; stopped by another training, it waits and begins again.
 * @param work fails with `stopped` when its signal aborts, and goes on from what it kept when it is called again
 * @throws ShelfwiseError `stopped` on abort, or where `work` was stopped by somebody else; whatever else `work` throws
 */
export async function inNobodysWay<Done>(
  workspace: Workspace,
  waiting: Waiting,
  work: (signal: AbortSignal) => Promise<Done>,
): Promise<Done> {
  const { runId, signal } = waiting;
  for (;;) {
    await untilNothingElse(workspace, waiting);
    const away = new AbortController();
    const looking = givingWay(workspace, runId, away);
    try {
      return await work(AbortSignal.any([signal, away.signal]));
    } catch (thrown) {
      // Paused by a person at another window, it would begin again at once.
      if (toShelfwiseError(thrown).code !== 'stopped' || !away.signal.aborted) throw thrown;
    } finally {
      clearInterval(looking);
    }
  }
}

function givingWay(workspace: Workspace, runId: string | null, away: AbortController): NodeJS.Timeout {
  return setInterval(() => {
    void isSomethingElse(workspace, runId)
      .then((isSo) => isSo && away.abort())
      .catch(() => undefined);
  }, LOOK_AGAIN);
}

async function untilNothingElse(workspace: Workspace, { runId, onProgress, signal }: Waiting): Promise<void> {
  while (await isSomethingElse(workspace, runId)) {
    onProgress({ phase: 'turn', detail: '', done: 0, total: 1 });
    await sleep(LOOK_AGAIN, undefined, { signal }).catch(() => undefined);
    throwIfStopped(signal);
  }
  throwIfStopped(signal);
}

/** Of two runs that are trained so, the one with the lower ID goes first, and training that makes no run goes last. */
async function isSomethingElse(workspace: Workspace, runId: string | null): Promise<boolean> {
  if ((await listQueue(workspace)).some(({ problem }) => problem === null)) return true;
  const running = (await listRuns(workspace)).filter((run) => run.status === 'running' && run.runId !== runId);
  if (running.length === 0) return false;
  const { marks } = await readMarks(workspace);
  return running.some((run) => marks.get(run.runId)?.archived !== true || runId === null || run.runId < runId);
}
