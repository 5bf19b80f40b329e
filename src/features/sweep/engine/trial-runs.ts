/** Cleans up the runs of trials: those that are not the best keep their record and their curve, and are archived. */
import { removeCheckpoint } from '../../../engine/training/fit/checkpoint';
import { removeBestModel } from '../../../engine/training/fit/best-model';
import { markRun, readMarks } from '../../../engine/kept/marks';
import { recordOf } from '../../../engine/runs/reached';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

/** Removes its checkpoint; if the run is wanted after all, it starts again and reaches the same bits. */
export async function letGo(workspace: Workspace, runId: string): Promise<void> {
  const folder = runFolder(workspace, runId);
  // A trial that failed on a cluster has no run here.
  if ((await recordOf(folder))?.status !== 'stopped') return;
  await Promise.all([removeCheckpoint(folder), removeBestModel(folder)]);
}

/** Hides a run that only a sweep asked for from the list of people's runs. A run that a person marked stays as it was. */
export async function archiveTrial(workspace: Workspace, runId: string): Promise<void> {
  const { marks } = await readMarks(workspace);
  const record = await recordOf(runFolder(workspace, runId));
  if (marks.has(runId) || record === null || record.status === 'finished') return;
  await markRun(workspace, runId, { revision: 0, archived: true });
}

export async function showWinner(workspace: Workspace, runId: string): Promise<void> {
  const marks = (await readMarks(workspace)).marks.get(runId);
  if (marks?.archived === true) await markRun(workspace, runId, { revision: marks.revision, archived: false });
}
