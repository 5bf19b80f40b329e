/** Runs the checks over all lists of a run. */
import { setImmediate } from 'node:timers/promises';
import { type CheckId, type CheckSetting, findsLists, limitOf } from '../../contract/check-table';
import type { AppliedRules, RulesChoice } from '../../../../shared/contract/rules';
import type { CheckReport, GivenCheckSetting, OwnCheck } from '../../contract/checks';
import { LIST_LENGTH } from '../../../../shared/limits';
import { today } from '../../../../shared/values/day';
import type { ItemTable } from '../../../../engine/data/tables';
import { readCheckSettings, withSettings } from '../check-settings';
import { dayOfChoice, rulesThatCount } from '../../../../engine/kept/rules-that-count';
import { deliveredToAll } from '../../../../engine/delivery/deliver';
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
import { ownFindings } from './own';
import { sameForMany, shakyLists, unknownProfiles } from './sameness';
import { outOfOrder } from './series-order';
import { isTooMany, type StricterLimit, stricterLimit } from './stricter-limit';
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

interface ListsOfItems {
  /** The titles that the lists may name. */
  readonly items: ItemTable;
  readonly lists: Lists;
}

export interface CheckResult {
  readonly setting: Pick<CheckSetting, 'mode' | 'limit'> & {
    /** Of the program, or of a curator's own. */
    readonly id: string;
    readonly name: string | null;
  };
  /** Null for a check that is off. */
  readonly answer: Answer | null;
  /** The nearest limit under which a check that flags too many lists flags few enough; null if there is no need, or no such limit. */
  readonly stricter: StricterLimit | null;
}

interface Wanted {
  readonly settings: readonly CheckSetting[];
  readonly own: readonly OwnCheck[];
  readonly rules: AppliedRules | null;
  readonly date: string;
}

interface MadeChecks {
  readonly date: string;
  readonly since: string | null;
  readonly results: readonly CheckResult[];
  /** The titles that findings and lists refer to, as rows. */
  readonly items: ItemTable;
  readonly lists: Lists;
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
  const [{ profiles, histories }, { items, lists }, tested] = await Promise.all([
    session.data(),
    already ?? deliveredToAll(session, rules),
    session.testProfiles(),
  ]);
  const what = checked({ profiles, items, histories, lists });
  const shares = staying && new Map(staying.rows.map((row, at) => [row, staying.shares[at]!]));
  const now = { lists, profiles: profiles.ids, items: items.ids };
  const since = earlier && (await listsBeside(context, session, earlier, now));
  const beside = { date, since, tested, staying: shares };
  const results: CheckResult[] = [];
  for (const setting of settings) {
    const { id, mode, limit } = setting;
    const answerAt = (at: number): Answer => MAKE[id](what, at, beside);
    const answer = mode === 'off' ? null : answerAt(limit ?? 0);
    const bounds = findsLists(id) ? limitOf(id) : null;
    const stricter =
      bounds && stricterLimit({ answer, limit: limit ?? 0, bounds, answerAt, lists: profiles.ids.length });
    results.push({ setting: { ...setting, name: null }, answer, stricter });
    // Other calls are answered in between.
    await setImmediate();
  }
  for (const check of own) {
    const { id, name, mode, most } = check;
    const answerAt = (at: number): Answer => ownFindings(what, session.dataset.watched, { ...check, most: at });
    const answer = mode === 'off' ? null : answerAt(most);
    const bounds = { least: 0, most: LIST_LENGTH - 1 };
    const stricter = stricterLimit({ answer, limit: most, bounds, answerAt, lists: profiles.ids.length });
    results.push({ setting: { id, name, mode, limit: most }, answer, stricter });
    await setImmediate();
  }
  return { date, since: earlier?.record.runId ?? null, results, items, lists };
}

/** The last measurement of the run's own lists. */
async function stayingOf(session: RunSession): Promise<MeasuredStability | null> {
  const { folder, record } = session;
  const { profiles } = await session.data();
  return readStability(folder, { listsSha256: record.listsSha256, profiles: profiles.ids.length });
}

export async function checkLists(
  context: CheckContext,
  session: RunSession,
  request: CheckRequest,
): Promise<CheckReport> {
  const { date, since, results, items } = await makeChecks(context, session, request);
  const { ids } = (await session.data()).profiles;
  const checks = results.map(({ setting, answer, stricter }): CheckReport['checks'][number] => {
    const nothing = { ...setting, notApplicable: null, count: null, stricter: null, commonest: null, profiles: [] };
    if (answer === null) return nothing;
    if (typeof answer === 'string') return { ...nothing, notApplicable: answer };
    return {
      ...nothing,
      stricter: stricter && {
        limit: stricter.limit,
        count: stricter.findings.length,
        profiles: stricter.findings.map(({ profile }) => ids[profile]!),
      },
      commonest: isTooMany(answer.length, ids.length) ? commonestTitle(answer, items) : null,
      count: answer.length,
      profiles: answer.map(({ profile }) => ids[profile]!),
    };
  });
  return {
    runId: session.record.runId,
    date,
    since,
    lists: ids.length,
    checks,
    stopped: checks.filter(({ mode, count }) => mode === 'stop' && count !== null && count > 0).map(({ id }) => id),
  };
}

/** The title that most findings are about; null if they are about whole lists. */
function commonestTitle(
  findings: readonly Finding[],
  { ids, titles }: ItemTable,
): CheckReport['checks'][number]['commonest'] {
  const counts = new Map<number, number>();
  for (const { items = [] } of findings) for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const [first] = [...counts].sort(([left, one], [right, other]) => other - one || left - right);
  if (first === undefined) return null;
  const [item, lists] = first;
  return { item: ids[item]!, title: titles[item]!, lists };
}
