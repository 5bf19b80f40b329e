/** The queue of lists to review, made from the findings of the checks. */
import type { CheckReason, Decision, ReviewPage, ReviewRow } from '../../contract/checks';
import type { ProfileSample } from '../../../../shared/contract/profiles';
import { isDecided, NO_DECISION, readDecisions } from '../decisions';
import { notedProfiles } from '../../../../engine/kept/notes';
import { RandomStream } from '../../../../engine/model/random';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';
import { type CheckRequest, type CheckResult, makeChecks } from './check-lists';
import type { Finding } from './checked';

/** Weight of a reason whose check is blocking. */
const STOPPING = 3;

interface QueueRequest extends CheckRequest {
  readonly start: number;
  readonly end: number;
  readonly of: 'odd' | 'rest';
  readonly check?: string | undefined;
  readonly state?: 'open' | 'decided' | undefined;
  readonly owner?: string | undefined;
  /** Only this profile. */
  readonly profile?: string | undefined;
  readonly sample?: ProfileSample | undefined;
}

interface Reason {
  readonly check: string;
  readonly name: string | null;
  readonly need: number;
  readonly finding: Finding;
}

/** @throws ShelfwiseError `not-found` for a run without lists */
export async function reviewQueue(
  workspace: Workspace,
  session: RunSession,
  request: QueueRequest,
): Promise<ReviewPage> {
  const { dataset } = session.record;
  const [{ results, items }, decisions, noted, { profiles }] = await Promise.all([
    makeChecks(workspace, session, request),
    readDecisions(workspace, dataset.fingerprint),
    notedProfiles(workspace, dataset.fingerprint),
    session.data(),
  ]);
  const decisionOf = (row: number): Decision => decisions.get(profiles.ids[row]!) ?? NO_DECISION;
  const isSettled = (row: number): boolean => isDecided(decisionOf(row), session.record);
  const reasons = reasonsByProfile(results);
  const rows = request.of === 'odd' ? byNeed(reasons) : drawn(restOf(profiles.ids.length, reasons), request.sample);
  const { check, state, owner, profile } = request;
  const left = rows.filter(
    (row) =>
      (check === undefined || reasons.get(row)?.some((reason) => reason.check === check) === true) &&
      (state === undefined || isSettled(row) === (state === 'decided')) &&
      (profile === undefined || profiles.ids[row] === profile) &&
      (owner === undefined || decisionOf(row).owner === owner),
  );
  const shown = ({ check: by, name, finding }: Reason): CheckReason => ({
    check: by,
    name,
    titles: (finding.items ?? []).map((item) => ({ item: items.ids[item]!, title: items.titles[item]! })),
    value: finding.value ?? null,
    count: finding.count ?? null,
  });
  return {
    odd: reasons.size,
    decided: [...reasons.keys()].filter(isSettled).length,
    total: left.length,
    rows: left.slice(request.start, request.end).map((row): ReviewRow => {
      const own = reasons.get(row) ?? [];
      return {
        profile: profiles.ids[row]!,
        need: needOf(own),
        reasons: own.map(shown),
        decision: decisionOf(row),
        isDecided: isSettled(row),
        noted: noted.has(profiles.ids[row]!),
      };
    }),
  };
}

/** By row of the profile, in the order of the checks. */
function reasonsByProfile(results: readonly CheckResult[]): ReadonlyMap<number, readonly Reason[]> {
  const reasons = new Map<number, Reason[]>();
  for (const { setting, findsLists, answer } of results) {
    if (answer === null || typeof answer === 'string' || !findsLists) continue;
    for (const finding of answer) {
      const reason = { check: setting.id, name: setting.name, need: setting.mode === 'stop' ? STOPPING : 1, finding };
      const own = reasons.get(finding.profile);
      if (own === undefined) reasons.set(finding.profile, [reason]);
      else own.push(reason);
    }
  }
  return reasons;
}

const needOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { need }) => sum + need, 0);

function byNeed(reasons: ReadonlyMap<number, readonly Reason[]>): number[] {
  const needs = new Map(Array.from(reasons, ([row, own]) => [row, needOf(own)]));
  return [...reasons.keys()].sort((left, right) => needs.get(right)! - needs.get(left)! || left - right);
}

const restOf = (profiles: number, reasons: ReadonlyMap<number, unknown>): number[] =>
  Array.from({ length: profiles }, (_, row) => row).filter((row) => !reasons.has(row));

/** In the order of the draw, so that a longer sample begins with a shorter one. */
const drawn = (rows: readonly number[], sample: ProfileSample | undefined): readonly number[] =>
  sample === undefined
    ? rows
    : new RandomStream(sample.seed, 'review/sample').shuffle([...rows]).slice(0, sample.count);
