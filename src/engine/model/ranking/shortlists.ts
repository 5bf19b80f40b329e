/** Lists that another device finds, through short lists: the same lists, but asynchronously. */
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

/** Some items of each row, rows x places, each once and in any order: on the device, no other item of the row had a higher score. */
export interface Shortlist {
  readonly items: Int32Array;
  /** The device's scores; EXCLUDED_SCORE for an excluded item. */
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
   * @throws ShelfwiseError `usage` if the device is lost or has too little memory
   */
  of(code: Float32Array, excluded: Pick<SparseRows, 'offsets' | 'indices'> | null, places: number): Promise<Shortlist>;
  dispose(): void;
}

export interface Shortlister {
  /** Null if the layer is too large for the device. */
  shortlists(layer: ScoreLayer): Promise<Shortlists | null>;
}

/** The best items of rows, as `Scorer.best` finds them. */
export interface BestFinder {
  /** The best items of each row, rows x count. @throws ShelfwiseError `usage` if the device is lost or has too little memory */
  best(rows: ScoringRows, count: number, excludeWatched: boolean): Promise<BestItems>;
  dispose(): void;
}
