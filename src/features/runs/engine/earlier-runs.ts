/** Runs whose recipe is of an earlier version, as they are listed. */
import type { EarlierRun } from '../../../shared/contract/run';
import { readMarks } from '../../../engine/kept/marks';
import { readApprovals } from '../../../engine/runs/approvals';
import { readExports } from '../../../engine/runs/earlier-exports';
import { listAllRuns } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

/** Newest first. Approvals and exports that cannot be read are left out here: `runs.damaged` tells of them. */
export async function earlierRuns(workspace: Workspace): Promise<EarlierRun[]> {
  const [{ earlier }, { marks }] = await Promise.all([listAllRuns(workspace), readMarks(workspace)]);
  return Promise.all(
    earlier.map(async (record) => {
      const { runId, name, createdAt, dataset, recipe } = record;
      const folder = runFolder(workspace, runId);
      const current = await readApprovals(folder, record).then(
        (approvals) => approvals.current,
        () => null,
      );
      const exports = await readExports(folder).catch(() => []);
      return {
        runId,
        name: marks.get(runId)?.name ?? name,
        createdAt,
        dataset,
        version: recipe.version,
        approval: current && { by: current.by, at: current.at },
        exports: exports.map(({ path, exportedAt }) => ({ path, exportedAt })),
      };
    }),
  );
}
