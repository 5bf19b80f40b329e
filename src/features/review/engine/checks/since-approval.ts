/** What is new in each list since lists of this data were last approved here. */
import type { Approval } from '../../../../shared/contract/approvals';
import type { RunRecord } from '../../../../shared/contract/run';
import { rulesOfHash } from '../../../../engine/kept/rules';
import { deliveredLists } from '../../../../engine/delivery/deliver';
import { readApprovals } from '../../../../engine/runs/approvals';
import { readListsAndVocabulary } from '../../../../engine/runs/lists-file';
import { listRuns } from '../../../../engine/runs/store';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { runFolder, type Workspace } from '../../../../engine/storage/workspace';
import type { NamedLists } from '../../../../engine/delivery/compare';
import { newTitles } from './changed';
import type { CheckContext } from './lists-before';

interface SinceApproval {
  readonly approved: {
    readonly runId: string;
    readonly by: string;
    readonly at: string;
    /** Whether the approved lists are not stored: those of the run as trained stand for them. */
    readonly asTrained: boolean;
  };
  /** By row of the profile: the number of new titles; null for a profile that had no list. */
  readonly changed: readonly (number | null)[];
}

interface Approved {
  readonly record: RunRecord;
  readonly approval: Approval;
}

/** The approved lists that a session last compared with: they cost a pass over all profiles. */
const last = new WeakMap<RunSession, { readonly key: string; readonly lists: ReturnType<typeof approvedLists> }>();

/** @returns null if no lists of data of this name were approved here, or the approval was withdrawn */
export async function sinceApproval(
  context: CheckContext,
  session: RunSession,
  now: NamedLists,
): Promise<SinceApproval | null> {
  const found = await lastApproval(context.workspace, session.record);
  if (found === null) return null;
  const { record, approval } = found;
  const key = JSON.stringify([record.runId, approval]);
  const known = last.get(session);
  const earlier = known?.key === key ? known.lists : approvedLists(context, found);
  last.set(session, { key, lists: earlier });
  // A failure is not kept: the next call may find what was missing.
  earlier.catch(() => last.delete(session));
  const { asTrained, ...before } = await earlier;
  const { runId } = record;
  return {
    approved: { runId, by: approval.by, at: approval.at, asTrained },
    changed: newTitles({ before, now }),
  };
}

async function lastApproval(workspace: Workspace, { dataset }: RunRecord): Promise<Approved | null> {
  let latest: Approved | null = null;
  for (const record of await listRuns(workspace)) {
    if (record.dataset.name !== dataset.name || record.listsSha256 === null) continue;
    // Damaged approvals are reported where they are shown.
    const approvals = await readApprovals(runFolder(workspace, record.runId), record).catch(() => null);
    const approval = approvals?.current ?? null;
    if (approval === null || approval.brought !== undefined) continue;
    if (latest === null || latest.approval.at < approval.at) latest = { record, approval };
  }
  return latest;
}

async function approvedLists(
  { workspace, sessions }: CheckContext,
  { record, approval }: Approved,
): Promise<NamedLists & { readonly asTrained: boolean }> {
  const { runId } = record;
  const { rulesSha256, rulesDate: date, tuning } = approval;
  const isAsTrained = rulesSha256 === null && tuning === null;
  const set =
    rulesSha256 === null || date === null || tuning !== null
      ? null
      : await rulesOfHash(workspace, record.dataset.fingerprint, rulesSha256);
  if (set !== null && date !== null) {
    const delivered = await (
      await sessions()
    )
      .withRun(runId, async (session) => {
        const { lists, items } = await deliveredLists(session, { rules: { set, date } });
        return { lists, profiles: (await session.data()).profiles.ids, items: items.ids };
      })
      // The data of an earlier run may be gone; its lists are stored.
      .catch(() => null);
    if (delivered !== null) return { ...delivered, asTrained: false };
  }
  return { ...(await readListsAndVocabulary(runFolder(workspace, runId), record)), asTrained: !isAsTrained };
}
