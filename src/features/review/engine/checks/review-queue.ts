/** The queue of lists to review: odd lists one by one, in an order. */
import type { CheckReason, QueueOrder, ReviewPage, ReviewPlace, ReviewRow } from '../../contract/queue';
import type { ProfileSample } from '../../../../shared/contract/profiles';
import { isOfRun } from '../decisions';
import { notedProfiles } from '../../../../engine/kept/notes';
import { RandomStream } from '../../../../engine/model/random';
import type { ItemTable } from '../../../../engine/data/tables';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { EngineContext } from '../../../calls';
import { explainedBy } from './causes';
import type { CheckRequest } from './check-lists';
import { type DecidedReason, type OddLists, oddLists } from './odd-lists';
import { byNewTitles, inOrder } from './queue-order';
import { sinceApproval } from './since-approval';

/** Which lists are in the queue, and in which order. */
interface QueueChoice extends CheckRequest {
  readonly of: 'odd' | 'rest';
  readonly order: QueueOrder;
  readonly check?: string | undefined;
  readonly unexplained?: true | undefined;
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
  readonly reasons: ReadonlyMap<number, readonly DecidedReason[]>;
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
  const [odd, noted, { profiles, histories }] = await Promise.all([
    oddLists(context, session, request),
    notedProfiles(workspace, dataset.fingerprint),
    session.data(),
  ]);
  const { reasons, decisionOf, isSettled } = odd;
  const { items, lists } = odd.made;
  const since =
    request.order === 'changed'
      ? await sinceApproval(context, session, { profiles: profiles.ids, items: items.ids, lists })
      : null;
  const idOf = (row: number): string => profiles.ids[row]!;
  const watched = (row: number): number => histories.offsets[row + 1]! - histories.offsets[row]!;
  const likeness = likenessOf(odd);
  const reachOf = (own: readonly DecidedReason[]): number =>
    Math.max(0, ...own.flatMap((reason) => keysOf(reason).map((key) => likeness.get(key)!)));
  const reach = (row: number): number => reachOf(reasons.get(row) ?? []);
  const need = (row: number): number => needOf(reasons.get(row) ?? []);
  const key = { need, reach, changed: since === null ? need : byNewTitles(since.changed) }[request.order];
  const { check, item, value, state, owner, unexplained } = request;
  const isAsked = (reason: DecidedReason): boolean =>
    (check === undefined || reason.check === check) &&
    (item === undefined || reason.finding.items?.some((one) => items.ids[one] === item) === true) &&
    (value === undefined || reason.finding.value === value);
  const isAskedSettled = (reason: DecidedReason): boolean =>
    item === undefined
      ? reason.isSettled
      : reason.finding.items!.every((one) => items.ids[one] !== item || reason.isSettledTitle(one));
  const isPutOff = (row: number): boolean => {
    const decision = decisionOf(row);
    return decision.decision === 'again' && isOfRun(decision, session.record);
  };
  const all =
    request.of === 'odd'
      ? lastOnes(inOrder([...reasons.keys()], key, request.order === 'reach' ? watched : need), isPutOff)
      : drawn(restOf(profiles.ids.length, reasons), request.sample);
  const isExplained = unexplained === true ? explainedBy(reasons) : () => false;
  const isAll = check === undefined && item === undefined && value === undefined;
  /** What is asked for alone is done once it is decided about, whatever else is odd in the list. */
  const isDone = (row: number): boolean =>
    isAll || !reasons.has(row) ? isSettled(row) : reasons.get(row)!.filter(isAsked).every(isAskedSettled);
  return {
    rows: all.filter(
      (row) =>
        (isAll || reasons.get(row)?.some(isAsked) === true) &&
        !isExplained(reasons.get(row) ?? []) &&
        (owner === undefined || decisionOf(row).owner === owner),
    ),
    reasons,
    approved: since?.approved ?? null,
    hasState: (row) =>
      state === undefined ||
      isDone(row) === (state === 'decided') ||
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

function shownReason(reason: DecidedReason, items: ItemTable, likeness: ReadonlyMap<string, number>): CheckReason {
  const { check, name, finding } = reason;
  return {
    check,
    name,
    titles: (finding.items ?? []).map((item, place) => ({
      item: items.ids[item]!,
      title: items.titles[item]!,
      lists: likeness.get(keyOfTitle(check, item))!,
      note: finding.notes?.[place] ?? null,
      isDecided: reason.isSettledTitle(item),
    })),
    value: finding.value ?? null,
    count: finding.count ?? null,
    lists: likeness.get(keyOfReason(reason))!,
    isDecided: reason.isSettled,
  };
}

const keyOfReason = ({ check, finding }: DecidedReason): string => JSON.stringify([check, finding.value ?? null]);
const keyOfTitle = (check: string, item: number): string => JSON.stringify([check, item]);

/** Of its titles; of the reason itself, if it is about the whole list. */
const keysOf = (reason: DecidedReason): string[] =>
  reason.finding.items === undefined || reason.finding.items.length === 0
    ? [keyOfReason(reason)]
    : reason.finding.items.map((item) => keyOfTitle(reason.check, item));

/** The counts of the last queue: its pages follow each other. */
const counted = new WeakMap<OddLists['made'], ReadonlyMap<string, number>>();

/** Number of lists with each reason, and with each odd title of a check. */
function likenessOf({ made, reasons }: Pick<OddLists, 'made' | 'reasons'>): ReadonlyMap<string, number> {
  const last = counted.get(made);
  if (last !== undefined) return last;
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const own of reasons.values())
    for (const reason of own) {
      count(keyOfReason(reason));
      for (const item of reason.finding.items ?? []) count(keyOfTitle(reason.check, item));
    }
  counted.set(made, counts);
  return counts;
}

/** The same rows, those that are put off after the others. */
const lastOnes = (rows: readonly number[], isPutOff: (row: number) => boolean): number[] => [
  ...rows.filter((row) => !isPutOff(row)),
  ...rows.filter(isPutOff),
];

const needOf = (reasons: readonly DecidedReason[]): number => reasons.reduce((sum, { need }) => sum + need, 0);

const restOf = (profiles: number, reasons: ReadonlyMap<number, unknown>): number[] =>
  Array.from({ length: profiles }, (_, row) => row).filter((row) => !reasons.has(row));

/** In the order of the draw, so that a longer sample begins with a shorter one. */
const drawn = (rows: readonly number[], sample: ProfileSample | undefined): readonly number[] =>
  sample === undefined
    ? rows
    : new RandomStream(sample.seed, 'review/sample').shuffle([...rows]).slice(0, sample.count);
