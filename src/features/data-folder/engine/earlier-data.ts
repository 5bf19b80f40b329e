/** The data set that Shelfwise 1.0 made of the same data: it lacks the attributes that are read since. */
import type { Dataset } from '../../../shared/contract/dataset';
import { hasDataset } from '../../../engine/data/snapshot';
import { isDamaged } from '../../../engine/import/known-import';
import { waitsForData } from '../../../engine/runs/opened';
import { listRuns } from '../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

type Later = Pick<Dataset, 'earlierFingerprint'>;

/** Its fingerprint; null if the workspace does not have it. */
export async function earlierOf(workspace: Workspace, { earlierFingerprint }: Later): Promise<string | null> {
  return earlierFingerprint !== undefined && (await hasDataset(workspace, earlierFingerprint))
    ? earlierFingerprint
    : null;
}

/** Whether it has to be made again: its files are damaged, or a run that came without its data waits for it. */
export async function earlierNeeds(workspace: Workspace, { earlierFingerprint }: Later): Promise<boolean> {
  if (earlierFingerprint === undefined) return false;
  if (await hasDataset(workspace, earlierFingerprint)) return isDamaged(workspace, earlierFingerprint);
  for (const { runId, dataset } of await listRuns(workspace))
    if (
      dataset.fingerprint === earlierFingerprint &&
      (await waitsForData(runFolder(workspace, runId)).catch(() => false))
    )
      return true;
  return false;
}
