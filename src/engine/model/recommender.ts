/** One interface for every model. A model is fitted on training data, scores all items for any history, and is kept as named tensors. */
import type { Recipe } from '../../shared/recipe/table';
import type { Interactions, ItemTable, ProfileTable, SparseRows } from '../data/tables';
import type { ModelSizes, TensorDeclaration } from './declaration';
import type { BestItems, Kernels } from './kernels/kernels';
import type { RandomStreams } from './random';

export interface TrainingData {
  readonly interactions: Interactions;
  /** profiles x items, valued as the recipe's counting says. */
  readonly histories: SparseRows;
  readonly profiles: ProfileTable;
  readonly items: ItemTable;
  /** The moment recommendations are made for: seconds since 1970, just after the last event; null without times. */
  readonly now: number | null;
}

/** Rows to score. Histories go in whole; `conditions` is made by `encodeConditions` (rows x condition width). */
export interface ScoringRows {
  readonly histories: SparseRows;
  readonly conditions: Float32Array;
  /** Which profile of the run each row is, -1 for none: read where profiles are compared with one another. */
  readonly profiles?: Int32Array;
}

/** A tensor as it is stored: float32 or int32, row-major. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}
export type NamedTensors = Record<string, NamedTensor>;

export interface Recommender {
  /** Scores of all items, rows x items, row-major; higher is better. Finite numbers only. */
  score(rows: ScoringRows): Float32Array;
  /**
   * The best items of each row by the same scores, found without handing all of them out; watched ones are left out where so asked, and
   * a list may end early. Absent or null where the scores have to be searched.
   */
  best?(rows: ScoringRows, count: number, excludeWatched: boolean): BestItems | null;
  /** All that is needed to restore it; the order of names is the order in which they are hashed. */
  tensors(): NamedTensors;
  dispose(): void;
}

/** A model that is fitted in one go: the baselines. (The DAE is fitted by train/, epoch by epoch.) */
export interface BaselineDefinition {
  /** Whether another seed gives another model of the same data. */
  readonly usesChance: boolean;
  fit(data: TrainingData, recipe: Recipe, random: RandomStreams, kernels: Kernels): Recommender;
  /** What its tensors are, for whoever reads a file that may be anybody's. */
  declare(recipe: Recipe, sizes: ModelSizes): readonly TensorDeclaration[];
  /** @param tensors as declared */
  restore(tensors: NamedTensors, recipe: Recipe, kernels: Kernels): Recommender;
}
