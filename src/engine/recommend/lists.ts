/** From a model and histories to lists: scored in chunks, so that no more than a chunk of scores is in memory. */
import { selectRows } from '../data/histories';
import type { SparseRows } from '../data/tables';
import type { Recommender } from '../model/recommender';
import { topK, topKOf } from './top-k';

/** Rows that are scored at a time; the last chunk is smaller. */
export const SCORING_ROWS = 64;

/** One list a row. */
export interface Lists {
  /** Places of a list. */
  readonly count: number;
  /** rows x count, best first, -1 where the catalogue has fewer items than places. */
  readonly items: Int32Array;
  /** rows x count, alike; 0 where the list has ended. */
  readonly scores: Float32Array;
}

/**
 * Lists for the given rows. Unwatched items first, by score; where there are fewer than `count` of them, watched ones by
 * score fill the list. Ties go to the lower index.
 * @param conditions rows x conditionWidth, row-major (more rows do no harm)
 * @param excludeWatched false: watched and unwatched items compete on equal terms
 * @param onRows told after each chunk how many rows are done
 * @param profiles which profile of the run each row is, -1 for none
 */
export function makeLists(
  recommender: Recommender,
  histories: SparseRows,
  conditions: Float32Array,
  conditionWidth: number,
  count: number,
  excludeWatched: boolean,
  onRows?: (done: number) => void,
  profiles?: Int32Array,
): Lists {
  const items = new Int32Array(histories.rows * count).fill(-1);
  const scores = new Float32Array(histories.rows * count);
  for (let start = 0; start < histories.rows; start += SCORING_ROWS) {
    const rows = Math.min(SCORING_ROWS, histories.rows - start);
    const chunkScores = recommender.score({
      histories: selectRows(
        histories,
        Int32Array.from({ length: rows }, (_, row) => start + row),
      ),
      conditions: conditions.subarray(start * conditionWidth, (start + rows) * conditionWidth),
      ...(profiles && { profiles: profiles.subarray(start, start + rows) }),
    });
    for (let row = 0; row < rows; row++) {
      const watched = watchedOf(histories, start + row);
      const rowStart = row * histories.columns;
      const list = rankedItems(chunkScores, rowStart, histories.columns, count, watched, excludeWatched);
      items.set(list, (start + row) * count);
      for (let place = 0; place < list.length; place++)
        scores[(start + row) * count + place] = chunkScores[rowStart + list[place]!]!;
    }
    onRows?.(start + rows);
  }
  return { count, items, scores };
}

/** The items of one history, ascending; a view. */
export function watchedOf(histories: SparseRows, row: number): Int32Array {
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
