/** When people used the lists of a run: exported or approved them here. */
import { toShelfwiseError } from '../../shared/errors';
import type { AnyRecord, DamagedRun, RunRecord } from '../../shared/contract/run';
import { runFolder, type Workspace } from '../storage/workspace';
import { readApprovals } from './approvals';
import { readExports } from './earlier-exports';
import { damageOf } from './store';

interface Use {
  readonly why: 'exported' | 'approved';
  /** ISO 8601. */
  readonly at: string;
}

/** A damaged file, or one of a newer version, counts as no use: the run itself is intact, and `damagedUsesOf` tells. */
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

/** Why what people made of a run cannot be read: its exports, its approvals. */
export async function damagedUsesOf(workspace: Workspace, run: AnyRecord): Promise<DamagedRun[]> {
  const folder = runFolder(workspace, run.runId);
  const read = await Promise.allSettled([readExports(folder), readApprovals(folder, run)]);
  return read.flatMap((one) =>
    one.status === 'fulfilled' ? [] : [damageOf(run.runId, toShelfwiseError(one.reason), true)],
  );
}
