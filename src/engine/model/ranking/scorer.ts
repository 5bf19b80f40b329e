/** Scores all items of the catalogue for any history: the interface behind lists. */
import { selectRows } from '../../data/histories';
import type { Histories, SparseRows } from '../../data/tables';

/** Rows to score. Histories are complete; `conditions` comes from `encodeConditions` (rows x condition width). */
export interface ScoringRows {
  readonly histories: SparseRows;
  readonly conditions: Float32Array;
  /** The row of the run for each row, -1 for none: used where profiles are compared with one another. */
  readonly profiles?: Int32Array;
}

/**
 * Selects the rows of some profiles.
 * @param conditions of all profiles, profiles x width
 */
export function selectScoringRows(
  histories: Histories,
  conditions: Float32Array,
  width: number,
  profiles: Int32Array,
): ScoringRows & { readonly profiles: Int32Array } {
  const selected = new Float32Array(profiles.length * width);
  profiles.forEach((profile, row) =>
    selected.set(conditions.subarray(profile * width, (profile + 1) * width), row * width),
  );
  return { histories: selectRows(histories, profiles), conditions: selected, profiles };
}

/** The best items of each row, rows x count. */
export type BestItems = {
  /** Best first, ties to the lower item; -1 after the end. */
  readonly items: Int32Array;
  /** 0 after the end. */
  readonly scores: Float32Array;
  /** For each row an item whose score is not finite, or -1. */
  readonly broken: Int32Array;
};

export interface Scorer {
  /** Scores of all items, rows x items, row-major; higher is better. Finite numbers only. */
  score(rows: ScoringRows): Float32Array;
  /**
   * The best items of each row by the same scores, without returning all of them; leaves watched ones out on request, and a list may end early.
   * Absent or null if the scores have to be searched.
   */
  best?(rows: ScoringRows, count: number, excludeWatched: boolean): BestItems | null;
}
