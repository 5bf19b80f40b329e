/** Approvals of the lists of a run, as its rules and a tuning make them on a day. */
import type { AppliedTuning } from '../../../shared/contract/applied-tuning';
import type { Approval, ApprovalStanding, Approved, StandingApprovals } from '../../../shared/contract/approvals';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { loggedWithHead } from '../../../engine/kept/audit/head';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { addApproval, type DeliveredHashes, readApprovals, standingOf } from '../../../engine/runs/approvals';
import { isEarlierRecord } from '../../../engine/runs/record';
import { findAnyRun, findRun, type FoundRun } from '../../../engine/runs/store';
import { listsForExport } from '../../export/engine/public';
import type { EngineContext } from '../../calls';
import { checkLists } from './checks/check-report';

interface OfLists {
  readonly runId: string;
  readonly rules?: RulesChoice | undefined;
  readonly tuning?: AppliedTuning | undefined;
}

interface Signed extends OfLists {
  readonly by: string;
  readonly reason: string;
}

/** With whether the approval in force is of the lists as these rules and this tuning make them. @throws ShelfwiseError as readApprovals */
export async function approvalsFor(context: EngineContext, asked: OfLists): Promise<StandingApprovals> {
  const { folder, record } = await findAnyRun(context.workspace, asked.runId);
  const approvals = await readApprovals(folder, record);
  const { current } = approvals;
  if (isEarlierRecord(record)) return { ...approvals, standing: current && 'unknown' };
  return { ...approvals, standing: current && (await standing(context, { folder, record }, current, asked)) };
}

async function standing(
  context: EngineContext,
  run: FoundRun,
  current: Approval,
  { rules, tuning }: OfLists,
): Promise<ApprovalStanding> {
  try {
    if (tuning === undefined) {
      // Other rules are told without making the lists.
      const counting = await rulesThatCount(context.workspace, run.record.dataset.fingerprint, rules);
      if ((counting?.rulesSha256 ?? null) !== current.rulesSha256) return 'other-rules';
    }
    const { delivered = asTrained(run.record) } = await listsForExport(context, run, { rules, tuning });
    return standingOf(current, delivered);
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'not-found') return 'unknown';
    throw thrown;
  }
}

/** @throws ShelfwiseError `not-found` for a run without lists: there is nothing to approve */
export async function approve(context: EngineContext, { by, reason, ...asked }: Signed): Promise<Approved> {
  const run = await findRun(context.workspace, asked.runId);
  const { folder, record } = run;
  const { listsSha256, runId, dataset } = record;
  const made = await listsForExport(context, run, asked);
  const sessions = await context.sessions();
  const report = await sessions.withRun(runId, (session) =>
    checkLists(context, session, {
      made: made.delivered,
      date: made.ruled?.date,
      rules: made.ruled === undefined ? 'none' : asked.rules,
    }),
  );
  const { rulesSha256, deliveredSha256 } = made.delivered ?? asTrained(record);
  const { tuning } = made.tuned ?? {};
  const approval: Approval = {
    kind: 'approved',
    by,
    reason,
    at: new Date().toISOString(),
    listsSha256,
    rulesSha256,
    rulesDate: made.ruled?.date ?? null,
    rules: made.ruled?.noted ?? null,
    tuning: tuning
      ? { tuningSha256: tuning.tuningSha256, name: tuning.kept?.name ?? null, segment: tuning.segment?.name ?? null }
      : null,
    deliveredSha256,
    found: report.checks.flatMap(({ id, count }) => (count === null ? [] : [{ check: id, count }])),
  };
  const entry = { what: 'approved' as const, runId, by, reason, listsSha256, rulesSha256 };
  const { result, head } = await loggedWithHead(context.workspace, dataset.fingerprint, (intend) =>
    addApproval(folder, approval, () => intend([entry])),
  );
  return { ...result, head };
}

/** @throws ShelfwiseError `usage` if there is no approval to withdraw */
export async function withdraw(context: EngineContext, { runId: named, by, reason }: Signed): Promise<Approved> {
  const { folder, record } = await findRun(context.workspace, named);
  const { runId, dataset } = record;
  const { current } = await readApprovals(folder, record);
  if (current === null) throw new ShelfwiseError('usage', say('review.not-approved', { run: runId }));
  const withdrawal: Approval = { ...current, kind: 'withdrawn', by, reason, at: new Date().toISOString(), found: [] };
  const { listsSha256, rulesSha256 } = current;
  const entry = { what: 'withdrawn' as const, runId, by, reason, listsSha256, rulesSha256 };
  const { result, head } = await loggedWithHead(context.workspace, dataset.fingerprint, (intend) =>
    addApproval(folder, withdrawal, () => intend([entry])),
  );
  return { ...result, head };
}

/** The lists of a run where neither rules nor a tuning change them. */
const asTrained = ({ listsSha256 }: RunRecord): DeliveredHashes => ({
  rulesSha256: null,
  tuningSha256: null,
  deliveredSha256: listsSha256 ?? '',
});
