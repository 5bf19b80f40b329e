/** The interface of every model. A model is fitted on training data, scores all items for any history, and is stored as named tensors. */
import type { Scorer } from './ranking/scorer';
import type { BestFinder, Shortlister } from './ranking/shortlists';

/** A stored tensor: float32 or int32, row-major. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}
export type NamedTensors = Record<string, NamedTensor>;

export interface Recommender extends Scorer {
  /** All tensors needed to restore it, in the order in which they are hashed. */
  tensors(): NamedTensors;
  /** Finds its lists through the short lists of a device, in the same bits; absent or null if only the processor can. */
  finderThrough?(shortlister: Shortlister): Promise<BestFinder | null>;
  /** Frees its tensors. */
  dispose(): void;
}
