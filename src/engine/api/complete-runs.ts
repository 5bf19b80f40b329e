import type { Progress } from '../../shared/contract';
import { trainerEnvironment } from '../devices/trainer-environment';
import { numericEnvironment } from '../environment/numeric-mode';
import { waitsForData } from '../runs/opened';
import { listRuns } from '../runs/store';
import { runFolder } from '../storage/workspace';
import type { EngineContext } from './context';

/**
 * Gives the runs that came in a bundle without this data set their lists, each in a trainer of its own. What goes wrong with one is
 * kept with it (opened.json), and said when its lists are asked for.
 */
export async function completeRuns(
  { workspace, launcher }: EngineContext,
  fingerprint: string,
  options: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<void> {
  for (const { runId, name, dataset, recipe } of await listRuns(workspace)) {
    const folder = runFolder(workspace, runId);
    if (dataset.fingerprint !== fingerprint || !(await waitsForData(folder).catch(() => false))) continue;
    options.onProgress?.({ phase: 'lists', detail: name, done: 0, total: 1 });
    // Without the GPU of its recipe the trainer says so, and it is kept with the run.
    const environment = await trainerEnvironment(recipe).catch(() => numericEnvironment(recipe['numeric.mode']));
    const trainer = launcher.launch({ workspaceFolder: workspace.folder, runFolder: folder, environment });
    options.signal?.addEventListener('abort', () => trainer.kill(), { once: true });
    await trainer.ended;
  }
}
