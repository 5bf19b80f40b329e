/** Trains the recipe of a run once more with another seed, where nothing else is trained, so that it is known what is chance. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError } from '../../../shared/errors';
import { SEEDS } from '../../../shared/limits';
import { computable } from '../../../shared/recipe/earlier';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { say } from '../../../shared/words/sentence';
import { markRun, readMarks } from '../../../engine/kept/marks';
import { listQueue } from '../../../engine/runs/queue';
import { recordOf } from '../../../engine/runs/reached';
import { runIdOfUnit } from '../../../engine/runs/record';
import { findRun, listRuns } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { oneUnit } from '../../../engine/training/units/one-unit';
import type { UnitOf } from '../../work-schemas';
import type { MeasuredSeeds } from '../contract/changes';
import { seedsBeside, usesChance } from './chance';

/** Milliseconds between two looks at whether something else is trained, or waits to be. */
const LOOK_AGAIN = 2000;

/**
 * Its run is archived from the beginning, and paused whenever another training begins or waits in the queue; the same request goes on with it, also
 * after the program was closed or killed.
 * @returns the seeds that chance is now known by; none where training again gives the same lists
 * @throws ShelfwiseError `usage` for a run that is not finished or of an earlier recipe version; `stopped` on abort; as training does
 */
export async function measureChance(
  host: TrainingHost,
  { runId: wanted }: { readonly runId: string },
  { onProgress, signal }: { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<MeasuredSeeds> {
  const { workspace } = host;
  const { record } = await findRun(workspace, wanted);
  if (record.status !== 'finished' || record.listsSha256 === null)
    throw new ShelfwiseError('usage', say('refresh.not-finished', { run: record.runId }));
  const recipe = computable(record);
  const known = async (): Promise<number[]> => (await seedsBeside(workspace, record)).map(({ seed }) => seed);
  if (!usesChance(record) || (await known()).length > 0) return { seeds: await known() };
  const seed = (record.seed + 1) % SEEDS;
  const data = record.dataset.fingerprint;
  const unit: UnitOf<'train'> = { kind: 'train', data, recipe, seed, parent: record.runId };
  const runId = runIdOfUnit(data, recipe, seed);
  await archiveBefore(workspace, runId);
  for (;;) {
    await untilNothingElse(workspace, runId, { onProgress, signal });
    const away = new AbortController();
    const looking = givingWay(workspace, runId, away);
    try {
      const stop = AbortSignal.any([signal, away.signal]);
      const { state, problem } = await oneUnit(host, unit, { onProgress, signal: stop });
      if (state === 'done') return { seeds: await known() };
      if (state === 'failed' && problem !== null)
        throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
      // Paused by a person at another window, it would begin again at once.
      if (!away.signal.aborted) throw new ShelfwiseError('stopped', say('unit.stopped'));
    } finally {
      clearInterval(looking);
    }
  }
}

/** So that it never stands among the runs that people made; one that is there already stays as it is. */
async function archiveBefore(workspace: Workspace, runId: string): Promise<void> {
  if ((await recordOf(runFolder(workspace, runId))) !== null) return;
  const { marks } = await readMarks(workspace);
  const before = marks.get(runId);
  if (before?.archived !== true) await markRun(workspace, runId, { revision: before?.revision ?? 0, archived: true });
}

function givingWay(workspace: Workspace, runId: string, away: AbortController): NodeJS.Timeout {
  return setInterval(() => {
    void isSomethingElse(workspace, runId)
      .then((isSo) => isSo && away.abort())
      .catch(() => undefined);
  }, LOOK_AGAIN);
}

async function untilNothingElse(
  workspace: Workspace,
  runId: string,
  { onProgress, signal }: { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<void> {
  while (await isSomethingElse(workspace, runId)) {
    onProgress({ phase: 'turn', detail: '', done: 0, total: 1 });
    await sleep(LOOK_AGAIN, undefined, { signal }).catch(() => undefined);
    throwIfStopped(signal);
  }
  throwIfStopped(signal);
}

/** Of two runs that measure chance, the one with the lower ID goes first. */
async function isSomethingElse(workspace: Workspace, runId: string): Promise<boolean> {
  if ((await listQueue(workspace)).some(({ problem }) => problem === null)) return true;
  const running = (await listRuns(workspace)).filter((run) => run.status === 'running' && run.runId !== runId);
  if (running.length === 0) return false;
  const { marks } = await readMarks(workspace);
  return running.some((run) => marks.get(run.runId)?.archived !== true || run.runId < runId);
}
