/** What lists are made from: anything that scores all items of the catalogue for any history. */
import { selectRows } from '../../data/histories';
import type { Histories, SparseRows } from '../../data/tables';

/** Rows to score. Histories go in whole; `conditions` is made by `encodeConditions` (rows x condition width). */
export interface ScoringRows {
  readonly histories: SparseRows;
  readonly conditions: Float32Array;
  /** Which profile of the run each row is, -1 for none: read where profiles are compared with one another. */
  readonly profiles?: Int32Array;
}

/**
 * The rows of some profiles.
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
  /** Best first, ties to the lower item; -1 behind the end. */
  readonly items: Int32Array;
  /** 0 behind the end. */
  readonly scores: Float32Array;
  /** An item of each row whose score is no finite number, or -1. */
  readonly broken: Int32Array;
};

export interface Scorer {
  /** Scores of all items, rows x items, row-major; higher is better. Finite numbers only. */
  score(rows: ScoringRows): Float32Array;
  /**
   * The best items of each row by the same scores, found without handing all of them out; watched ones are left out where so asked, and
   * a list may end early. Absent or null where the scores have to be searched.
   */
  best?(rows: ScoringRows, count: number, excludeWatched: boolean): BestItems | null;
}
