/** The queue of lists to review, made from the findings of the checks. */
import type { CheckReason, Decision, QueueOrder, ReviewPage, ReviewPlace, ReviewRow } from '../../contract/checks';
import type { ProfileSample } from '../../../../shared/contract/profiles';
import { findsLists } from '../../contract/check-table';
import { isDecided, NO_DECISION, readDecisions } from '../decisions';
import { notedProfiles } from '../../../../engine/kept/notes';
import { RandomStream } from '../../../../engine/model/random';
import type { ItemTable } from '../../../../engine/data/tables';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { EngineContext } from '../../../calls';
import { type CheckRequest, type CheckResult, makeChecks } from './check-lists';
import type { Finding } from './checked';
import { byNewTitles, inOrder } from './queue-order';
import { sinceApproval } from './since-approval';

/** Weight of a reason whose check is blocking. */
const STOPPING = 3;

/** Which lists are in the queue, and in which order. */
interface QueueChoice extends CheckRequest {
  readonly of: 'odd' | 'rest';
  readonly order: QueueOrder;
  readonly check?: string | undefined;
  readonly item?: string | undefined;
  readonly value?: string | undefined;
  readonly state?: 'open' | 'decided' | undefined;
  readonly since?: string | undefined;
  readonly owner?: string | undefined;
  readonly sample?: ProfileSample | undefined;
}

interface QueueRequest extends QueueChoice {
  readonly start: number;
  readonly end: number;
  /** Only this profile. */
  readonly profile?: string | undefined;
}

interface PlaceRequest extends QueueChoice {
  readonly profile: string;
  readonly seen?: number | undefined;
}

interface Reason {
  readonly check: string;
  readonly name: string | null;
  readonly need: number;
  readonly finding: Finding;
}

type Context = Pick<EngineContext, 'workspace' | 'sessions'>;

/** @throws ShelfwiseError `not-found` for a run without lists */
export async function reviewQueue(context: Context, session: RunSession, request: QueueRequest): Promise<ReviewPage> {
  const { rows, reasons, hasState, isSettled, rowOf, idOf, approved } = await queueOf(context, session, request);
  const { profile } = request;
  const left = rows.filter((row) => hasState(row) && (profile === undefined || idOf(row) === profile));
  return {
    odd: reasons.size,
    decided: [...reasons.keys()].filter(isSettled).length,
    total: left.length,
    approved,
    rows: left.slice(request.start, request.end).map(rowOf),
  };
}

/** @throws ShelfwiseError `not-found` for a run without lists, or an unknown profile */
export async function reviewPlace(context: Context, session: RunSession, request: PlaceRequest): Promise<ReviewPlace> {
  const { rows, hasState, isSettled, rowOf, idOf } = await queueOf(context, session, request);
  const row = await session.profileRow(request.profile);
  const place = rows.indexOf(row);
  // A list that has left the queue still stands between those that it stood between.
  const at = place >= 0 ? place : Math.min(request.seen ?? 0, rows.length);
  const before = rows.slice(0, at).filter(hasState);
  const previous = before.at(-1);
  const next = rows.slice(place >= 0 ? at + 1 : at).find(hasState);
  return {
    place: place >= 0 ? place : null,
    total: rows.length,
    decided: rows.filter(isSettled).length,
    index: before.length,
    previous: previous === undefined ? null : idOf(previous),
    next: next === undefined ? null : idOf(next),
    row: rowOf(row),
  };
}

interface Queue {
  /** In the requested order, with lists in any state. */
  readonly rows: readonly number[];
  /** Of every flagged list. */
  readonly reasons: ReadonlyMap<number, readonly Reason[]>;
  readonly approved: ReviewPage['approved'];
  /** Whether a list has the requested state, or was decided since the requested moment. */
  hasState(row: number): boolean;
  isSettled(row: number): boolean;
  idOf(row: number): string;
  rowOf(row: number): ReviewRow;
}

async function queueOf(context: Context, session: RunSession, request: QueueChoice): Promise<Queue> {
  const { workspace } = context;
  const { dataset } = session.record;
  const [{ results, items, lists }, decisions, noted, { profiles, histories }] = await Promise.all([
    makeChecks(context, session, request),
    readDecisions(workspace, dataset.fingerprint),
    notedProfiles(workspace, dataset.fingerprint),
    session.data(),
  ]);
  const since =
    request.order === 'changed'
      ? await sinceApproval(context, session, { profiles: profiles.ids, items: items.ids, lists })
      : null;
  const idOf = (row: number): string => profiles.ids[row]!;
  const decisionOf = (row: number): Decision => decisions.get(idOf(row)) ?? NO_DECISION;
  const isSettled = (row: number): boolean => isDecided(decisionOf(row), session.record);
  const reach = (row: number): number => histories.offsets[row + 1]! - histories.offsets[row]!;
  const reasons = reasonsByProfile(results);
  const likeness = likenessOf(reasons);
  const need = (row: number): number => needOf(reasons.get(row) ?? []);
  const key = { need, reach, changed: since === null ? need : byNewTitles(since.changed) }[request.order];
  const { check, item, value, state, owner } = request;
  const isAsked = (reason: Reason): boolean =>
    (check === undefined || reason.check === check) &&
    (item === undefined || reason.finding.items?.some((one) => items.ids[one] === item) === true) &&
    (value === undefined || reason.finding.value === value);
  const all =
    request.of === 'odd'
      ? inOrder([...reasons.keys()], key, need)
      : drawn(restOf(profiles.ids.length, reasons), request.sample);
  const isAll = check === undefined && item === undefined && value === undefined;
  return {
    rows: all.filter(
      (row) =>
        (isAll || reasons.get(row)?.some(isAsked) === true) && (owner === undefined || decisionOf(row).owner === owner),
    ),
    reasons,
    approved: since?.approved ?? null,
    hasState: (row) =>
      state === undefined ||
      isSettled(row) === (state === 'decided') ||
      (request.since !== undefined && (decisionOf(row).changedAt ?? '') >= request.since),
    isSettled,
    idOf,
    rowOf: (row): ReviewRow => ({
      profile: idOf(row),
      need: need(row),
      reach: reach(row),
      changed: since?.changed[row] ?? null,
      reasons: (reasons.get(row) ?? []).map((reason) => shownReason(reason, items, likeness)),
      decision: decisionOf(row),
      isDecided: isSettled(row),
      noted: noted.has(idOf(row)),
    }),
  };
}

function shownReason(reason: Reason, items: ItemTable, likeness: ReadonlyMap<string, number>): CheckReason {
  const { check, name, finding } = reason;
  return {
    check,
    name,
    titles: (finding.items ?? []).map((item, place) => ({
      item: items.ids[item]!,
      title: items.titles[item]!,
      lists: likeness.get(keyOfTitle(check, item))!,
      note: finding.notes?.[place] ?? null,
    })),
    value: finding.value ?? null,
    count: finding.count ?? null,
    lists: likeness.get(keyOfReason(reason))!,
  };
}

const keyOfReason = ({ check, finding }: Reason): string => JSON.stringify([check, finding.value ?? null]);
const keyOfTitle = (check: string, item: number): string => JSON.stringify([check, item]);

/** Number of lists with each reason, and with each odd title of a check. */
function likenessOf(reasons: ReadonlyMap<number, readonly Reason[]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const own of reasons.values())
    for (const reason of own) {
      count(keyOfReason(reason));
      for (const item of reason.finding.items ?? []) count(keyOfTitle(reason.check, item));
    }
  return counts;
}

/** By row of the profile, in the order of the checks. */
function reasonsByProfile(results: readonly CheckResult[]): ReadonlyMap<number, readonly Reason[]> {
  const reasons = new Map<number, Reason[]>();
  for (const { setting, answer } of results) {
    if (answer === null || typeof answer === 'string' || !findsLists(setting.id)) continue;
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

const restOf = (profiles: number, reasons: ReadonlyMap<number, unknown>): number[] =>
  Array.from({ length: profiles }, (_, row) => row).filter((row) => !reasons.has(row));

/** In the order of the draw, so that a longer sample begins with a shorter one. */
const drawn = (rows: readonly number[], sample: ProfileSample | undefined): readonly number[] =>
  sample === undefined
    ? rows
    : new RandomStream(sample.seed, 'review/sample').shuffle([...rows]).slice(0, sample.count);
