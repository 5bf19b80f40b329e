/** The operations of the linear models, by our own kernels (exact/linear.ts); tests have the same definitions in JavaScript. */
import type { SparseRows } from '../../../data/tables';
import type { Pause } from '../../pause';
import type { LinkedTitles } from './links';

/** One side of a factorisation, held fixed while rows of the other side are fitted to it. */
export interface FactorSolver {
  /**
   * Takes steps of conjugate gradients towards the x of each row that minimises sum over its entries of value (1 - x.y)^2  +  unwatched * sum over
   * all y of (x.y)^2  +  ridge |x|^2.
   * @param own rows x factors: where each row starts
   * @param rows values > 0; columns are the rows of the other side
   * @param ridges one per row
   * @returns rows x factors; zeros for a row without entries
   */
  improve(own: Float32Array, rows: SparseRows, ridges: Float32Array, steps: number): Float32Array;
  dispose(): void;
}

/** The similarity of two titles is the sum over profiles of their product / (watched[i] * candidates[j] + damping). */
export interface NearestSettings {
  readonly watched: Float32Array;
  readonly candidates: Float32Array;
  readonly damping: number;
  /** Titles kept for each candidate. */
  readonly count: number;
}

export interface RegressionSettings {
  /** Added to the squares of each title, so that its weights stay small. */
  readonly ridge: number;
  /** Most weights to keep, over all titles. */
  readonly most: number;
}

/** Scores rows, rows x titles, with data that was prepared once. */
export interface SparseScorer {
  score(rows: SparseRows): Float32Array;
  dispose(): void;
}

export interface LinearKernels {
  /** @param others columns x factors */
  factorSolver(others: Float32Array, factors: number, unwatched: number): FactorSolver;
  /** Row j: the titles most similar to candidate j, ascending, with their similarities (not 0). */
  nearestTitles(histories: SparseRows, settings: NearestSettings): SparseRows;
  /** The most titles, or profiles if they are fewer, that `titleRegression` takes. */
  readonly mostInverted: number;
  /**
   * Finds the weights with which the other titles of a history best predict a title (least squares with a ridge), and keeps those with the greatest
   * links. The cost is the cube of the number of titles, or of profiles if they are fewer.
   * @returns null if the ridge is too small to tell titles apart
   */
  titleRegression(histories: SparseRows, settings: RegressionSettings, pause: Pause): Promise<LinkedTitles | null>;
  /** rows . weights, in single precision: the same bits in either implementation. */
  linkedScorer(weights: LinkedTitles): SparseScorer;
  /** rows . weights. @param weights titles x titles */
  sparseScorer(weights: SparseRows): SparseScorer;
  /** rows . there . back, without computing there . back. @param there titles x profiles @param back profiles x titles */
  walkScorer(there: SparseRows, back: SparseRows): SparseScorer;
}
