/** Trains the recipe of a run once more with another seed, where nothing else is trained, so that it is known what is chance. */
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError } from '../../../shared/errors';
import { SEEDS } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';
import { markRun, readMarks } from '../../../engine/kept/marks';
import { recordOf } from '../../../engine/runs/reached';
import { runIdOfUnit } from '../../../engine/runs/record';
import { findRun } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { inNobodysWay } from '../../../engine/training/units/in-nobodys-way';
import { oneUnit } from '../../../engine/training/units/one-unit';
import type { UnitOf } from '../../work-schemas';
import type { MeasuredSeeds } from '../contract/changes';
import { seedsBeside, usesChance } from './chance';

/**
 * Its run is archived from the beginning, and paused whenever another training begins or waits in the queue; the same request goes on with it, also
 * after the program was closed or killed.
 * @returns the seeds that chance is now known by; none where training again gives the same lists
 * @throws ShelfwiseError `usage` for a run that is not finished; `stopped` on abort; as training does
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
  const recipe = record.recipe;
  const known = async (): Promise<number[]> => (await seedsBeside(workspace, record)).map(({ seed }) => seed);
  if (!usesChance(record) || (await known()).length > 0) return { seeds: await known() };
  const seed = (record.seed + 1) % SEEDS;
  const data = record.dataset.fingerprint;
  const unit: UnitOf<'train'> = { kind: 'train', data, recipe, seed, parent: record.runId };
  const runId = runIdOfUnit(data, recipe, seed);
  await archiveBefore(workspace, runId);
  return inNobodysWay(workspace, { runId, onProgress, signal }, async (stop) => {
    const { state, problem } = await oneUnit(host, unit, { onProgress, signal: stop });
    if (state === 'done') return { seeds: await known() };
    if (state === 'failed' && problem !== null) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
    throw new ShelfwiseError('stopped', say('unit.stopped'));
  });
}

/** So that it never stands among the runs that people made; one that is there already stays as it is. */
async function archiveBefore(workspace: Workspace, runId: string): Promise<void> {
  if ((await recordOf(runFolder(workspace, runId))) !== null) return;
  const { marks } = await readMarks(workspace);
  const before = marks.get(runId);
  if (before?.archived !== true) await markRun(workspace, runId, { revision: before?.revision ?? 0, archived: true });
}
