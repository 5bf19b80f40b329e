/**
 * Which lists are odd, why, and what of it nobody has decided about: the one answer for the checks, the queue, the causes, the week and what blocks a
 * refresh. Odd is what a check of lists finds, apart from what a rule placed there.
 */
import type { RunSession } from '../../../../engine/sessions/run-session';
import { findsLists } from '../../contract/check-table';
import type { Decision } from '../../contract/checks';
import { isSettledFinding, type NamedFinding, settledTitles, type Settling, settlingOf } from '../decided-findings';
import { isDecided, isOfRun, NO_DECISION, readDecisions } from '../decisions';
import { type CheckRequest, type MadeChecks, makeChecks } from './check-lists';
import type { Finding } from './checked';
import type { CheckContext } from './lists-before';

/** Weight of a reason whose check is blocking. */
const STOPPING = 3;

/** Earlier runs whose lists are looked at for what a decision about a whole list was about: the last ones decided about. */
const MOST_EARLIER_RUNS = 3;

interface Reason {
  readonly check: string;
  readonly name: string | null;
  readonly need: number;
  readonly finding: Finding;
  readonly named: NamedFinding;
}

/** With what was decided about it. */
export interface DecidedReason extends Reason {
  readonly isSettled: boolean;
  isSettledTitle(item: number): boolean;
}

export interface OddLists {
  readonly made: MadeChecks;
  /** Of every odd list, by row of the profile, in the order of the checks. */
  readonly reasons: ReadonlyMap<number, readonly DecidedReason[]>;
  decisionOf(row: number): Decision;
  /** Whether nothing odd in a list is left to decide. */
  isSettled(row: number): boolean;
}

/** @throws ShelfwiseError `not-found` for a run without lists */
export async function oddLists(context: CheckContext, session: RunSession, request: CheckRequest): Promise<OddLists> {
  const { record } = session;
  const [made, decisions, { profiles }] = await Promise.all([
    makeChecks(context, session, request),
    readDecisions(context.workspace, record.dataset.fingerprint),
    session.data(),
  ]);
  const earlier = await foundEarlier(context, session, request, decisions);
  const decisionOf = (row: number): Decision => decisions.get(profiles.ids[row]!) ?? NO_DECISION;
  const settlingOfRow = (row: number): Settling => {
    const decision = decisionOf(row);
    return decision.findings === undefined
      ? (earlier.get(profiles.ids[row]!) ?? [])
      : settlingOf(decision, isOfRun(decision, record));
  };
  const reasons = new Map<number, readonly DecidedReason[]>();
  for (const [row, own] of reasonsByProfile(made)) {
    const isWhole = isDecided(decisionOf(row), record);
    const settling = settlingOfRow(row);
    reasons.set(
      row,
      own.map((reason) => decided(reason, { isWhole, settling }, made)),
    );
  }
  return {
    made,
    reasons,
    decisionOf,
    isSettled(row) {
      const decision = decisionOf(row);
      const own = reasons.get(row);
      if (own !== undefined) return own.every((reason) => reason.isSettled);
      // In a list that no check found, there is nothing but the list to decide about.
      return isDecided({ ...decision, findings: undefined }, record);
    },
  };
}

function decided(
  reason: Reason,
  { isWhole, settling }: { isWhole: boolean; settling: Settling },
  { items }: MadeChecks,
): DecidedReason {
  if (isWhole) return { ...reason, isSettled: true, isSettledTitle: () => true };
  if (settling.length === 0) return { ...reason, isSettled: false, isSettledTitle: () => false };
  const settled = settledTitles(reason.named, settling);
  return {
    ...reason,
    isSettled: isSettledFinding(reason.named, settling),
    isSettledTitle: (item) => settled === 'all' || settled.has(items.ids[item]!),
  };
}

/**
 * What was found in lists that were found fine as a whole, as version 1.0 decides, in earlier runs: by ID of the profile. A run that is gone settles
 * nothing.
 */
async function foundEarlier(
  context: CheckContext,
  { record }: RunSession,
  { settings, own, date, rules }: CheckRequest,
  decisions: ReadonlyMap<string, Decision>,
): Promise<ReadonlyMap<string, Settling>> {
  const whole = [...decisions].filter(
    ([, { decision, findings, runId }]) =>
      decision === 'fine' && findings === undefined && runId !== null && runId !== record.runId,
  );
  const found = new Map<string, Settling>();
  if (whole.length === 0) return found;
  const latest = whole.toSorted(([, one], [, other]) => ((one.changedAt ?? '') < (other.changedAt ?? '') ? 1 : -1));
  const runs = [...new Set(latest.map(([, { runId }]) => runId!))].slice(0, MOST_EARLIER_RUNS);
  const sessions = await context.sessions();
  for (const runId of runs) {
    const of = whole.filter(([, decision]) => decision.runId === runId);
    await sessions
      .withRun(runId, async (session) => {
        const reasons = reasonsByProfile(await makeChecks(context, session, { settings, own, date, rules }));
        for (const [profile, decision] of of) {
          const row = session.dataset.profileRow.get(profile);
          if (row === undefined || !isOfRun(decision, session.record)) continue;
          found.set(
            profile,
            (reasons.get(row) ?? []).map(({ named }) => named),
          );
        }
      })
      .catch(() => undefined);
  }
  return found;
}

/** The reasons of the last checks: pages of one queue follow each other. */
const known = new WeakMap<MadeChecks, ReadonlyMap<number, readonly Reason[]>>();

/** By row of the profile, in the order of the checks. */
function reasonsByProfile(made: MadeChecks): ReadonlyMap<number, readonly Reason[]> {
  const last = known.get(made);
  if (last !== undefined) return last;
  const reasons = new Map<number, Reason[]>();
  for (const { setting, answer } of made.results) {
    if (answer === null || typeof answer === 'string' || !findsLists(setting.id)) continue;
    const { id: check, name, mode } = setting;
    for (const finding of answer) {
      const titles = (finding.items ?? []).map((item) => made.items.ids[item]!).toSorted();
      const named = { check, value: finding.value ?? null, titles };
      const reason = { check, name, need: mode === 'stop' ? STOPPING : 1, finding, named };
      const own = reasons.get(finding.profile);
      if (own === undefined) reasons.set(finding.profile, [reason]);
      else own.push(reason);
    }
  }
  known.set(made, reasons);
  return reasons;
}
