/** The list of one profile as it is shown: delivered, with what rules and a tuning made of it. */
import { type TunedItem, type TunedList, tunedKeys, type Tuning } from '../../shared/contract/tuning';
import type { RulesThatCount } from '../../shared/contract/rule-answers';
import { LIST_LENGTH } from '../../shared/limits';
import { listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { type DeliveredLists, deliveredLists } from './deliver';
import { newTitleReason } from '../lists/new-title-reason';

interface ShownRequest {
  readonly profile: string;
  readonly tuning: Tuning;
  readonly count: number;
}

/** A run whose list is compared with, and the rules that count for it. */
interface Against {
  readonly session: RunSession;
  readonly rules: RulesThatCount | null;
}

/** Best first, by ID, since another run may have another vocabulary. */
type NamedList = readonly { readonly item: string; readonly title: string | null }[];

/**
 * @param rules that count for the run
 * @param against what `before` of each title is about; the same list without the tuning if null
 * @throws ShelfwiseError as deliveredLists, `not-found` for an unknown profile or title
 */
export async function shownList(
  session: RunSession,
  { profile, tuning, count }: ShownRequest,
  rules: RulesThatCount | null,
  against: Against | null = null,
): Promise<TunedList> {
  const started = performance.now();
  const row = await session.profileRow(profile);
  const only = Int32Array.of(row);
  const tuned = tunedKeys(tuning).length === 0 ? null : { tuning, group: only };
  const trained = await asTrained(session, row, rules, count);
  const after = tuned === null ? trained : await deliveredLists(session, { rules, tuned }, { only, count });
  const { history, isNeutral } = after.ranked.rowAt(0);
  const before = named(trained, count);
  const earlier = against === null ? before : await listIn(against, profile, count);
  const { runId, dataset } = session.record;
  const { items: titles } = await session.data();
  return {
    runId,
    profile,
    tuning,
    neutral: isNeutral && after.ranked.excludeWatched === trained.ranked.excludeWatched,
    rules: rules && withoutSet(rules),
    against: against && {
      runId: against.session.record.runId,
      sameData: against.session.record.dataset.fingerprint === dataset.fingerprint,
    },
    items: await shownItems(session, after, { count, watched: history.watched, trained: before, before: earlier }),
    out: takenOut(after),
    gone: goneFrom(earlier, named(after, count)),
    hidden: Array.from(history.hidden, (item) => titles.ids[item]!),
    seconds: (performance.now() - started) / 1000,
  };
}

/** The last list without a tuning: a slider that moves compares with the same one each time. */
const lastTrained = new WeakMap<RunSession, { readonly key: string; readonly list: Promise<DeliveredLists> }>();

function asTrained(
  session: RunSession,
  row: number,
  rules: RulesThatCount | null,
  count: number,
): Promise<DeliveredLists> {
  const key = JSON.stringify([row, rules?.rulesSha256, rules?.date, count]);
  const last = lastTrained.get(session);
  if (last?.key === key) return last.list;
  const list = deliveredLists(session, { rules }, { only: Int32Array.of(row), count });
  lastTrained.set(session, { key, list });
  // A failure is not kept: the next call may find what was missing.
  list.catch(() => lastTrained.delete(session));
  return list;
}

const withoutSet = ({ date, rulesSha256, revision, names }: RulesThatCount): TunedList['rules'] => ({
  date,
  rulesSha256,
  revision,
  names,
});

async function listIn({ session, rules }: Against, profile: string, count: number): Promise<NamedList> {
  const only = Int32Array.of(await session.profileRow(profile));
  return named(await deliveredLists(session, { rules }, { only, count }), count);
}

const named = ({ items, lists }: DeliveredLists, count: number): NamedList =>
  Array.from(listOf(lists, 0, count), (column) => ({ item: items.ids[column]!, title: items.titles[column]! }));

interface Beside {
  readonly count: number;
  /** Columns that count as watched under the tuning. */
  readonly watched: Int32Array;
  /** The list without the tuning, which shows what is there because of it. */
  readonly trained: NamedList;
  readonly before: NamedList;
}

async function shownItems(
  session: RunSession,
  { ranked, items, lists, under }: DeliveredLists,
  { count, watched, trained, before }: Beside,
): Promise<TunedItem[]> {
  const { dataset } = session;
  const data = await session.data();
  // Only rules bring in titles that the run does not know.
  const isBeyond = items.ids.length > data.items.ids.length;
  const { datasetItem } = isBeyond ? await session.withNewTitles() : data;
  const rankBefore = new Map(before.map(({ item }, place) => [item, place + 1]));
  const rankOf = new Map(
    Array.from(listOf(ranked.lists, 0, ranked.lists.count), (column, place) => [column, place + 1]),
  );
  const isTrained = new Set(trained.map(({ item }) => item));
  const isWatched = new Set(watched);
  return Array.from(listOf(lists, 0, count), (column, place): TunedItem => {
    const row = datasetItem[column]!;
    const item = items.ids[column]!;
    const newTitle = under === null ? null : newTitleReason(under.rules, ranked.rows[0]!, column);
    const badges: TunedItem['badges'] = [];
    if (isWatched.has(column)) badges.push('watched');
    if (dataset.isNew(row)) badges.push('new');
    if (dataset.isRare(row) && newTitle === null) badges.push('rare');
    if (!isTrained.has(item)) badges.push('tuned');
    const score = lists.scores[place]!;
    return {
      rank: place + 1,
      item,
      title: items.titles[column]!,
      score: Number.isNaN(score) ? null : score,
      watched: isWatched.has(column),
      group: dataset.groupOf(row),
      badges,
      before: rankBefore.get(item) ?? null,
      ranked: rankOf.get(column) ?? null,
      rules: namedRules(under, under?.ruled.rulesOf(0, column) ?? []),
      newTitle,
    };
  });
}

const namedRules = (under: DeliveredLists['under'], by: readonly number[]): TunedItem['rules'] =>
  by.map((index) => {
    const { id, name } = under!.rules.active[index]!.rule;
    return { id, name };
  });

/** What the model ranks among the first 25 and rules keep out. */
function takenOut({ ranked, items, lists, under }: DeliveredLists): TunedList['out'] {
  if (under === null) return [];
  const kept = new Set(listOf(lists, 0));
  return Array.from(listOf(ranked.lists, 0, LIST_LENGTH), (column, place) => ({ column, ranked: place + 1 }))
    .filter(({ column }) => !kept.has(column))
    .map(({ column, ranked: rank }) => ({
      item: items.ids[column]!,
      title: items.titles[column]!,
      ranked: rank,
      rules: namedRules(under, under.ruled.outBy(0, column)),
    }));
}

function goneFrom(before: NamedList, after: NamedList): TunedList['gone'] {
  const kept = new Set(after.map(({ item }) => item));
  return before
    .map(({ item, title }, place) => ({ item, title, before: place + 1 }))
    .filter(({ item }) => !kept.has(item));
}
