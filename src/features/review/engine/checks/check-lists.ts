/** Makes the checks over all lists of a run. */
import { setImmediate } from 'node:timers/promises';
import { type CheckId, type CheckSetting, findsLists, limitOf } from '../../contract/check-table';
import type { AppliedRules, RulesChoice } from '../../../../shared/contract/rules';
import type { GivenCheckSetting, OwnCheck } from '../../contract/checks';
import { LIST_LENGTH } from '../../../../shared/limits';
import { today } from '../../../../shared/values/day';
import type { ItemTable } from '../../../../engine/data/tables';
import { readCheckSettings, withSettings } from '../check-settings';
import { dayOfChoice, rulesThatCount } from '../../../../engine/kept/rules-that-count';
import { type DeliveredLists, deliveredToAll } from '../../../../engine/delivery/deliver';
import type { Lists } from '../../../../engine/model/ranking/lists';
import { type MeasuredStability, readStability } from '../../../../engine/runs/stability-file';
import type { TestProfiles } from '../../../../engine/runs/test-profiles-file';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { unsuitableForAge } from './age';
import { changedMost } from './changed';
import { type CheckContext, listsBeside, type ListsBeside, type RunBefore, runBefore } from './lists-before';
import { type Answer, checked, type Checked, type Finding } from './checked';
import { crowdedByGenre, crowdedBySeries, withoutFavourite } from './crowding';
import { servedWorse } from './groups';
import { orderedOf, type Ordering, orderingOf } from './ordered';
import { ownFindings } from './own';
import { sameForMany, shakyLists, unknownProfiles } from './sameness';
import { outOfOrder } from './series-order';
import { type StricterLimit, stricterLimit } from './stricter-limit';
import { expired, withoutMetadata } from './titles';

interface Beside {
  readonly date: string;
  readonly since: ListsBeside | null;
  readonly tested: TestProfiles | null;
  /** The share of a list that stays under noise, by row of the profile; null if it was not measured. */
  readonly staying: ReadonlyMap<number, number> | null;
}

/** The implementation of each check; `limit` is a number for those that have one. */
const MAKE: Readonly<Record<CheckId, (lists: Checked, limit: number, beside: Beside) => Answer>> = {
  age: unsuitableForAge,
  series: outOfOrder,
  'one-series': crowdedBySeries,
  'one-genre': crowdedByGenre,
  favourite: withoutFavourite,
  'no-metadata': withoutMetadata,
  expired: (lists, _, { date }) => expired(lists, date),
  'same-list': sameForMany,
  unknown: unknownProfiles,
  shaky: (lists, limit, { staying }) => shakyLists(lists, staying, limit),
  changed: (lists, _, { since }) => changedMost(lists, since),
  group: (lists, limit, { tested }) => servedWorse(lists, tested, limit),
};

export interface CheckRequest {
  readonly settings?: readonly GivenCheckSetting[] | undefined;
  readonly own?: readonly OwnCheck[] | undefined;
  readonly date?: string | undefined;
  readonly rules?: RulesChoice | undefined;
  /** The lists to check, if they are made already; then `rules` says nothing. */
  readonly made?: ListsOfItems | undefined;
}

interface ListsOfItems extends Partial<Pick<DeliveredLists, 'under'>> {
  /** The titles that the lists may name. */
  readonly items: ItemTable;
  readonly lists: Lists;
}

interface CheckResult {
  readonly setting: Pick<CheckSetting, 'mode' | 'limit'> & {
    /** Of the program, or of a curator's own. */
    readonly id: string;
    readonly name: string | null;
  };
  /** Null for a check that is off. */
  readonly answer: Answer | null;
  /** What it would find besides, had no rule placed it there. */
  readonly ordered: readonly Finding[];
  /** The nearest limit under which a check that flags too many lists flags few enough; null if there is no need, or no such limit. */
  readonly stricter: StricterLimit | null;
}

interface Wanted {
  readonly settings: readonly CheckSetting[];
  readonly own: readonly OwnCheck[];
  readonly rules: AppliedRules | null;
  readonly date: string;
}

export interface MadeChecks {
  readonly date: string;
  readonly since: string | null;
  readonly results: readonly CheckResult[];
  /** The titles that findings and lists refer to, as rows. */
  readonly items: ItemTable;
  readonly lists: Lists;
  /** What rules placed; null if they place nothing. */
  readonly ordering: Ordering | null;
}

/** The last checks of a session, for a queue that is read page by page. */
const made = new WeakMap<RunSession, { key: string; checks: Promise<MadeChecks> }>();

/** @throws ShelfwiseError `not-found` for a run without lists */
export async function makeChecks(
  context: CheckContext,
  session: RunSession,
  { settings: given = [], own, rules: choice, date: asked, made: already }: CheckRequest,
): Promise<MadeChecks> {
  const { workspace } = context;
  const { fingerprint } = session.record.dataset;
  const kept = await readCheckSettings(workspace, fingerprint);
  const counting = await rulesThatCount(workspace, fingerprint, choice ?? (asked === undefined ? {} : { date: asked }));
  const rules = counting && { set: counting.set, date: counting.date };
  const date = asked ?? dayOfChoice(choice) ?? today();
  const wanted = { settings: withSettings(kept.settings, given), own: own ?? kept.own, rules, date };
  const before = await runBefore(workspace, session.record, choice);
  const staying = await stayingOf(session);
  const key = JSON.stringify([wanted, before?.record.runId, before?.rules, staying?.measuredAt]);
  if (already !== undefined) return make(context, session, wanted, before, staying, already);
  const last = made.get(session);
  if (last?.key === key) return last.checks;
  const checks = make(context, session, wanted, before, staying);
  made.set(session, { key, checks });
  // A failure is not kept: the next call may find what was missing.
  checks.catch(() => made.delete(session));
  return checks;
}

async function make(
  context: CheckContext,
  session: RunSession,
  { settings, own, rules, date }: Wanted,
  earlier: RunBefore | null,
  staying: MeasuredStability | null,
  already?: ListsOfItems,
): Promise<MadeChecks> {
  const [{ profiles, histories }, { items, lists, under = null }, tested] = await Promise.all([
    session.data(),
    already ?? deliveredToAll(session, rules),
    session.testProfiles(),
  ]);
  const ordering = orderingOf({ under });
  const all = checked({ profiles, items, histories, lists });
  const what =
    ordering === null
      ? all
      : { ...all, isOrdered: (profile: number, item: number) => ordering.by(profile, item).length > 0 };
  const orderedIn = (answer: Answer | null, ofAll: () => Answer): readonly Finding[] => {
    if (ordering === null || answer === null || typeof answer === 'string') return [];
    const found = ofAll();
    return typeof found === 'string' ? [] : orderedOf(found, ordering);
  };
  const shares = staying && new Map(staying.rows.map((row, at) => [row, staying.shares[at]!]));
  const now = { lists, profiles: profiles.ids, items: items.ids };
  const since = earlier && (await listsBeside(context, session, earlier, now));
  const beside = { date, since, tested, staying: shares };
  const results: CheckResult[] = [];
  for (const setting of settings) {
    const { id, mode, limit } = setting;
    const answerAt = (at: number): Answer => MAKE[id](what, at, beside);
    const answer = mode === 'off' ? null : answerAt(limit ?? 0);
    const ordered = orderedIn(answer, () => MAKE[id](all, limit ?? 0, beside));
    const bounds = findsLists(id) ? limitOf(id) : null;
    const stricter =
      bounds && stricterLimit({ answer, limit: limit ?? 0, bounds, answerAt, lists: profiles.ids.length });
    results.push({ setting: { ...setting, name: null }, answer, ordered, stricter });
    // Other calls are answered in between.
    await setImmediate();
  }
  for (const check of own) {
    const { id, name, mode, most } = check;
    const answerAt = (at: number): Answer => ownFindings(what, session.dataset.watched, { ...check, most: at });
    const answer = mode === 'off' ? null : answerAt(most);
    const ordered = orderedIn(answer, () => ownFindings(all, session.dataset.watched, check));
    const bounds = { least: 0, most: LIST_LENGTH - 1 };
    const stricter = stricterLimit({ answer, limit: most, bounds, answerAt, lists: profiles.ids.length });
    results.push({ setting: { id, name, mode, limit: most }, answer, ordered, stricter });
    await setImmediate();
  }
  return { date, since: earlier?.record.runId ?? null, results, items, lists, ordering };
}

/** The last measurement of the run's own lists. */
async function stayingOf(session: RunSession): Promise<MeasuredStability | null> {
  const { folder, record } = session;
  const { profiles } = await session.data();
  return readStability(folder, { listsSha256: record.listsSha256, profiles: profiles.ids.length });
}
