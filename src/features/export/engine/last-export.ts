import type { LastExport } from '../contract/last-export';
import { earlierExports, readExports } from '../../../engine/runs/earlier-exports';
import { listRuns } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

/** The last export of any run of the workspace, and whether its file is unchanged; null without one. A run whose exports cannot be read has none here. */
export async function lastExport(workspace: Workspace): Promise<LastExport | null> {
  const all = await Promise.all(
    (await listRuns(workspace)).map(async ({ runId }) => {
      const folder = runFolder(workspace, runId);
      const last = (await readExports(folder).catch(() => [])).at(-1);
      return last === undefined ? [] : [{ runId, folder, at: last.exportedAt }];
    }),
  );
  const [last] = all.flat().toSorted((left, right) => (left.at < right.at ? 1 : -1));
  if (last === undefined) return null;
  const [record] = await earlierExports(last.folder);
  return record === undefined ? null : { runId: last.runId, record };
}
