import type { Progress } from '../../../shared/contract/progress';
import { trainerEnvironment } from '../../machine/devices/trainer-environment';
import { waitsForData } from '../../runs/opened';
import { listRuns } from '../../runs/store';
import { runFolder, type Workspace } from '../../storage/workspace';
import type { TrainerLauncher } from '../../machine/trainers/trainer-launcher';

/**
 * Makes the lists of the runs that came in a bundle without this data set, each in its own trainer. A failure is stored with its run (opened.json),
 * and reported when its lists are requested.
 */
export async function completeRuns(
  { workspace, launcher }: { readonly workspace: Workspace; readonly launcher: TrainerLauncher },
  fingerprint: string,
  options: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<void> {
  for (const record of await listRuns(workspace)) {
    const { runId, name, dataset } = record;
    // The next import of the data makes the lists that are still missing.
    if (options.signal?.aborted) return;
    const folder = runFolder(workspace, runId);
    if (dataset.fingerprint !== fingerprint || !(await waitsForData(folder).catch(() => false))) continue;
    options.onProgress?.({ phase: 'lists', detail: name, done: 0, total: 1 });
    // Without the GPU of its recipe the trainer fails with that reason, which is stored with the run.
    const environment = trainerEnvironment(record.recipe['numeric.device']);
    const trainer = launcher.launch({ workspaceFolder: workspace.folder, runFolder: folder, environment });
    options.signal?.addEventListener('abort', () => trainer.kill(), { once: true });
    if (options.signal?.aborted) trainer.kill();
    await trainer.ended;
  }
}
