/** When people used the lists of a run: exported or approved them here. */
import type { RunRecord } from '../../shared/contract/run';
import { runFolder, type Workspace } from '../storage/workspace';
import { readApprovals } from './approvals';
import { readExports } from './earlier-exports';

interface Use {
  readonly why: 'exported' | 'approved';
  /** ISO 8601. */
  readonly at: string;
}

/** A damaged file, or one of a newer version, counts as no use: the run itself is intact. */
export async function usesOf(workspace: Workspace, run: RunRecord): Promise<Use[]> {
  const folder = runFolder(workspace, run.runId);
  const exports = await readExports(folder).catch(() => []);
  const approval = await readApprovals(folder, run).then(
    ({ current }) => current,
    () => null,
  );
  const isOfPeopleHere = approval !== null && approval.brought === undefined;
  return [
    ...exports.map(({ exportedAt }): Use => ({ why: 'exported', at: exportedAt })),
    ...(isOfPeopleHere ? [{ why: 'approved', at: approval.at } as const] : []),
  ];
}
