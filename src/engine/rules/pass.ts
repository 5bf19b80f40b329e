/** Applies rules to lists of a run: one pass over the ranked places, then a second one with full rankings for profiles that need them. */
import type { BrokenReason, UnmetReasons } from '../../shared/contract/unmet-reasons';
import { LIST_LENGTH } from '../../shared/limits';
import type { Lists } from '../model/ranking/lists';
import { applyRules, type RuledList } from './apply';
import type { PreparedRules } from './prepared-rules';

/** Lists before the rules. All arguments and results count lists by their positions, which are those of `rows`. */
export interface RankedLists {
  /** Row of the run behind each list; the one after the last profile is that of a profile of which nothing is known. */
  readonly rows: Int32Array;
  /** With more than 25 places, so that most rules need no others. */
  readonly lists: Lists;
  /** What the profile of a list watched, where a tuning changes it. */
  watched(at: number): Int32Array | undefined;
  /** Ranks all titles for some of the lists, in any order. */
  rank(places: Int32Array): AsyncIterable<FullRanking>;
}

/** All titles that the run knows for one list, best first. */
export interface FullRanking {
  readonly at: number;
  readonly items: Int32Array;
  /** In the same order. */
  readonly scores: Float32Array;
}

/** Lists of a rule that are told apart from their number. */
const MOST_TOUCHED_SHOWN = 20;

export interface RuledLists {
  /** 25 places; NaN is the unknown score of a title pinned from beyond the ranked places. */
  readonly lists: Lists;
  /** By row of the run. */
  readonly broken: readonly { readonly row: number; readonly index: number; readonly reason: BrokenReason }[];
  /** For each active rule, the number of lists that it touched, and the rows of the first of them. */
  readonly touched: readonly { readonly lists: number; readonly first: readonly number[] }[];
  /** Number of rows ranked again. */
  readonly rescored: number;
  /** The active rules that pinned or moved a title of a list. */
  rulesOf(at: number, column: number): readonly number[];
  /** The active rules that keep a title of the ranking out of a list, or moved it down; empty if it gave way to others. */
  outBy(at: number, column: number): readonly number[];
}

/** Why one of the active rules could not be kept. */
export const reasonsOf = (index: number, { broken }: Pick<RuledLists, 'broken'>): UnmetReasons =>
  countedReasons(broken.flatMap((one) => (one.index === index ? [one.reason] : [])));

/** Each reason with how often it is given, the most frequent first. */
export function countedReasons(reasons: readonly BrokenReason[]): UnmetReasons {
  const counts = new Map<BrokenReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Array.from(counts, ([reason, count]) => ({ reason, count })).sort((left, right) => right.count - left.count);
}

export async function ruledLists(rules: PreparedRules, ranked: RankedLists): Promise<RuledLists> {
  const { rows, lists } = ranked;
  const made = {
    count: LIST_LENGTH,
    items: new Int32Array(rows.length * LIST_LENGTH).fill(-1),
    scores: new Float32Array(rows.length * LIST_LENGTH),
  };
  const found: { at: number; list: RuledList }[] = [];
  const put = (at: number, list: RuledList, items: Int32Array, scores: Float32Array): void => {
    list.items.forEach((column, place) => {
      made.items[at * LIST_LENGTH + place] = column;
      const from = items.indexOf(column);
      made.scores[at * LIST_LENGTH + place] = from === -1 ? NaN : scores[from]!;
    });
    if (list.broken.length > 0 || list.touched.length > 0) found.push({ at, list });
  };
  const again: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const all = lists.items.subarray(at * lists.count, (at + 1) * lists.count);
    const end = all.indexOf(-1);
    const items = end === -1 ? all : all.subarray(0, end);
    const isComplete = end !== -1 || lists.count >= rules.columns;
    const list = applyRules(rules, rows[at]!, { items, isComplete, watched: ranked.watched(at) });
    if (list === null) again.push(at);
    else put(at, list, items, lists.scores.subarray(at * lists.count, (at + 1) * lists.count));
  }
  if (again.length > 0)
    for await (const { at, items, scores } of ranked.rank(Int32Array.from(again))) {
      const ranking = { items, isComplete: true, watched: ranked.watched(at) };
      put(at, applyRules(rules, rows[at]!, ranking)!, items, scores);
    }
  found.sort((left, right) => left.at - right.at);
  const touched = rules.active.map(() => ({ lists: 0, first: [] as number[] }));
  const listAt = new Map(found.map(({ at, list }) => [at, list]));
  for (const { at, list } of found)
    for (const index of list.touched) {
      const of = touched[index]!;
      of.lists++;
      if (of.first.length < MOST_TOUCHED_SHOWN) of.first.push(rows[at]!);
    }
  const movedBy = (at: number, column: number): readonly number[] => rules.planOf(rows[at]!)?.movedBy.get(column) ?? [];
  return {
    lists: made,
    broken: found.flatMap(({ at, list }) => list.broken.map((one) => ({ row: rows[at]!, ...one }))),
    touched,
    rescored: again.length,
    rulesOf(at, column) {
      const pin = listAt.get(at)?.pinned.get(column);
      return pin === undefined ? movedBy(at, column) : [pin];
    },
    outBy(at, column) {
      const by = listAt.get(at)?.refused.get(column);
      return by === undefined ? movedBy(at, column) : [by];
    },
  };
}
