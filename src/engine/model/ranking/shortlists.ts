/** Lists that are found elsewhere than in this process's processor, through short lists: the same lists, but they are awaited. */
import type { SparseRows } from '../../data/tables';
import type { BestItems, ScoringRows } from './scorer';

/** The last layer of a model: the score of an item is code . decoder + bias. */
export interface ScoreLayer {
  readonly items: number;
  readonly width: number;
  /** items x width */
  readonly decoder: Float32Array;
  /** items */
  readonly bias: Float32Array;
}

/** Some items of each row, rows x places, each once and in any order: no other item of the row had a higher score where they were found. */
export interface Shortlist {
  readonly items: Int32Array;
  /** The scores that they were found by; EXCLUDED_SCORE of an item that was to be left out. */
  readonly scores: Float32Array;
}

/** Below all scores. */
export const EXCLUDED_SCORE = Math.fround(-3.4e38);

/** Finds short lists by the scores of one layer. */
export interface Shortlists {
  /**
   * @param code rows x width
   * @param excluded items of each row that come last; null for none
   * @param places fewer than there are items
   * @throws ShelfwiseError `usage` where the device is lost or has too little memory
   */
  of(code: Float32Array, excluded: Pick<SparseRows, 'offsets' | 'indices'> | null, places: number): Promise<Shortlist>;
  dispose(): void;
}

export interface Shortlister {
  /** Null where the layer is too large for the device. */
  shortlists(layer: ScoreLayer): Promise<Shortlists | null>;
}

/** The best items of rows, as `Scorer.best` finds them. */
export interface BestFinder {
  best(rows: ScoringRows, count: number, excludeWatched: boolean): Promise<BestItems>;
  dispose(): void;
}
