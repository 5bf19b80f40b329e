/** Applies rules to all lists of a run: one pass over the stored places, then a second one with full rankings for profiles that need them. */
import type { BrokenReason } from '../../shared/contract/rule-answers';
import { LIST_LENGTH } from '../../shared/limits';
import type { Lists } from '../model/ranking/lists';
import { applyRules, type RuledList } from './apply';
import type { PreparedRules } from './prepared-rules';

/** All titles that the run knows for one row of the lists, best first. */
export interface FullRanking {
  readonly row: number;
  readonly items: Int32Array;
  /** In the same order. */
  readonly scores: Float32Array;
}

export interface RuledLists {
  /** 25 places; NaN is the unknown score of a title pinned from beyond the stored places. */
  readonly lists: Lists;
  readonly broken: readonly { readonly row: number; readonly index: number; readonly reason: BrokenReason }[];
  /** For each active rule, the number of lists that it touched. */
  readonly touched: Int32Array;
  /** Number of rows ranked again. */
  readonly rescored: number;
  /** The active rules that pinned or moved a title of a list. */
  rulesOf(row: number, column: number): readonly number[];
}

/**
 * @param lists of every profile and the one of which nothing is known, as stored
 * @param rank ranks all titles for the requested rows, in any order
 * @param only the one row to compute; the others stay empty
 */
export async function ruledLists(
  rules: PreparedRules,
  lists: Lists,
  rank: (rows: Int32Array) => AsyncIterable<FullRanking>,
  only?: number,
): Promise<RuledLists> {
  const rows = lists.count === 0 ? 0 : lists.items.length / lists.count;
  const made = {
    count: LIST_LENGTH,
    items: new Int32Array(rows * LIST_LENGTH).fill(-1),
    scores: new Float32Array(rows * LIST_LENGTH),
  };
  const found: { row: number; list: RuledList }[] = [];
  const put = (row: number, list: RuledList, items: Int32Array, scores: Float32Array): void => {
    list.items.forEach((column, place) => {
      made.items[row * LIST_LENGTH + place] = column;
      const at = items.indexOf(column);
      made.scores[row * LIST_LENGTH + place] = at === -1 ? NaN : scores[at]!;
    });
    if (list.broken.length > 0 || list.touched.length > 0) found.push({ row, list });
  };
  const again: number[] = [];
  for (let row = only ?? 0; row < (only === undefined ? rows : only + 1); row++) {
    const all = lists.items.subarray(row * lists.count, (row + 1) * lists.count);
    const end = all.indexOf(-1);
    const items = end === -1 ? all : all.subarray(0, end);
    const isComplete = end !== -1 || lists.count >= rules.columns;
    const list = applyRules(rules, row, { items, isComplete });
    if (list === null) again.push(row);
    else put(row, list, items, lists.scores.subarray(row * lists.count, (row + 1) * lists.count));
  }
  if (again.length > 0)
    for await (const { row, items, scores } of rank(Int32Array.from(again)))
      put(row, applyRules(rules, row, { items, isComplete: true })!, items, scores);
  found.sort((left, right) => left.row - right.row);
  const touched = new Int32Array(rules.active.length);
  const pinned = new Map(found.map(({ row, list }) => [row, list.pinned]));
  for (const { list } of found) for (const index of list.touched) touched[index]!++;
  return {
    lists: made,
    broken: found.flatMap(({ row, list }) => list.broken.map((one) => ({ row, ...one }))),
    touched,
    rescored: again.length,
    rulesOf: (row, column) => {
      const pin = pinned.get(row)?.get(column);
      return pin === undefined ? (rules.planOf(row)?.movedBy.get(column) ?? []) : [pin];
    },
  };
}
