/** Makes lists from scores and histories, in chunks, so that only one chunk of scores is in memory and progress can be reported. */
import { selectRows } from '../../data/histories';
import type { Histories } from '../../data/tables';
import { type BestItems, type Scorer, type ScoringRows, selectScoringRows } from './scorer';
import type { BestFinder } from './shortlists';
import { notFinite, topK, topKOf } from './top-k';

/** Rows that are scored, or encoded, at a time and before other calls get their turn; the last chunk is smaller. */
export const SCORING_ROWS = 64;
/** The same if the model finds the best items itself: enough for all threads of a large machine. */
const BEST_ROWS = 4096;

/** One list per row. */
export interface Lists {
  /** Number of places of a list. */
  readonly count: number;
  /** rows x count, best first, -1 if the catalogue has fewer items than places. */
  readonly items: Int32Array;
  /** rows x count, in the same order; 0 after the end of a list. */
  readonly scores: Float32Array;
}

/** The rows to make lists for. */
export interface ListRows {
  readonly histories: Histories;
  /** rows x conditionWidth, row-major; further rows are ignored. */
  readonly conditions: Float32Array;
  readonly conditionWidth: number;
  /** The row of the run for each row, -1 for none; absent if no scorer needs it. */
  readonly profiles?: Int32Array;
  /** Makes lists for these rows only, which are profiles of the run, in this order; for all where absent. */
  readonly chosen?: Int32Array;
}

export interface ListOptions {
  /** Number of places of a list. */
  readonly count: number;
  /** False: watched and unwatched items compete on equal terms. */
  readonly excludeWatched: boolean;
  /** Called after each chunk with the number of finished rows. */
  readonly onRows?: (done: number) => void;
}

/**
 * Makes lists for the given rows. Unwatched items first, by score; if there are fewer than `count` of them, watched ones by score fill the list.
 * Ties go to the lower index.
 */
export function makeLists(scorer: Scorer, of: ListRows, options: ListOptions): Lists {
  const { count, excludeWatched } = options;
  const making = listing(scorer, of, options, scorer.best === undefined ? SCORING_ROWS : BEST_ROWS);
  let step = making.next(null);
  while (step.done !== true) step = making.next(scorer.best?.(step.value, count, excludeWatched) ?? null);
  return step.value;
}

/** The same lists, with the best items found by `finder`. @throws whatever it throws */
export async function makeListsThrough(
  finder: Pick<BestFinder, 'best'>,
  scorer: Scorer,
  of: ListRows,
  options: ListOptions,
): Promise<Lists> {
  const { count, excludeWatched } = options;
  const making = listing(scorer, of, options, BEST_ROWS);
  let step = making.next(null);
  while (step.done !== true) step = making.next(await finder.best(step.value, count, excludeWatched));
  return step.value;
}

/** Yields `size` rows at a time, and receives their best items, or null if all their scores have to be searched. */
function* listing(
  scorer: Scorer,
  of: ListRows,
  options: ListOptions,
  size: number,
): Generator<ScoringRows, Lists, BestItems | null> {
  const { histories, conditions, conditionWidth, profiles, chosen } = of;
  const { count, excludeWatched, onRows } = options;
  const all = chosen?.length ?? histories.rows;
  const lists = { count, items: new Int32Array(all * count).fill(-1), scores: new Float32Array(all * count) };
  const rowsOf = (start: number, end: number): ScoringRows => {
    if (chosen !== undefined)
      return selectScoringRows(histories, conditions, conditionWidth, chosen.subarray(start, end));
    const rows = Int32Array.from({ length: end - start }, (_, row) => start + row);
    return {
      histories: selectRows(histories, rows),
      conditions: conditions.subarray(start * conditionWidth, end * conditionWidth),
      ...(profiles && { profiles: profiles.subarray(start, end) }),
    };
  };
  for (let from = 0; from < all; from += size) {
    const to = Math.min(from + size, all);
    const best = yield rowsOf(from, to);
    if (best === null)
      for (let start = from; start < to; start += SCORING_ROWS) {
        const end = Math.min(start + SCORING_ROWS, to);
        const rows = rowsOf(start, end);
        putRanked(lists, scorer.score(rows), rows.histories, start, excludeWatched);
      }
    else {
      putBest(lists, best, from);
      for (let row = from; row < to; row++)
        if (excludeWatched && lists.items[(row + 1) * count - 1] === -1) {
          const rows = rowsOf(row, row + 1);
          putRanked(lists, scorer.score(rows), rows.histories, row, excludeWatched);
        }
    }
    onRows?.(to);
  }
  return lists;
}

/** Writes the items that the model found as the lists of the rows from `start` on. */
function putBest({ count, items, scores }: Lists, best: BestItems, start: number): void {
  best.broken.forEach((item) => {
    if (item >= 0) throw notFinite(item, Number.NaN);
  });
  items.set(best.items, start * count);
  scores.set(best.scores, start * count);
}

/** Writes the best of the scores of some rows as the lists from `start` on. */
function putRanked(
  { count, items, scores }: Lists,
  found: Float32Array,
  histories: Histories,
  start: number,
  excludeWatched: boolean,
): void {
  for (let row = 0; row < histories.rows; row++) {
    const rowStart = row * histories.columns;
    const watched = watchedOf(histories, row);
    const list = rankedItems(found, rowStart, histories.columns, count, watched, excludeWatched);
    const at = (start + row) * count;
    items.set(list, at);
    for (let place = 0; place < list.length; place++) scores[at + place] = found[rowStart + list[place]!]!;
  }
}

/** The items of one history, ascending; a view. */
export function watchedOf(histories: Histories, row: number): Int32Array {
  return histories.indices.subarray(histories.offsets[row]!, histories.offsets[row + 1]!);
}

/** The best items of one row of scores: unwatched first and watched ones to fill up, or all on equal terms. */
export function rankedItems(
  scores: Float32Array,
  rowStart: number,
  columns: number,
  count: number,
  watched: Int32Array,
  excludeWatched: boolean,
): Int32Array {
  if (!excludeWatched) return topK(scores, rowStart, columns, count);
  const unwatched = topK(scores, rowStart, columns, count, watched);
  if (unwatched.length === count) return unwatched;
  return Int32Array.of(...unwatched, ...topKOf(scores, rowStart, watched, count - unwatched.length));
}
