/** How good models are in people's terms: of the titles that children watched next, those in their lists. */
import { findRun } from '../../../engine/runs/store';
import { foundNext, readTestProfiles } from '../../../engine/runs/test-profiles-file';
import type { Workspace } from '../../../engine/storage/workspace';

/** Those that have no hold-out, are gone or cannot be read are left out: each says so on its own page. */
export async function foundNextOf(
  workspace: Workspace,
  runIds: readonly string[],
): Promise<{ runId: string; all: number; listed: number }[]> {
  const found = await Promise.all(
    runIds
      .map(async (runId) => {
        const { folder, record } = await findRun(workspace, runId);
        const tested = await readTestProfiles(folder, null, record);
        const counts = tested && foundNext(tested);
        return counts === null || counts.all === 0 ? [] : [{ runId, ...counts }];
      })
      .map((one) => one.catch(() => [])),
  );
  return found.flat();
}
