/** One interface for every model. A model is fitted on training data, scores all items for any history, and is kept as named tensors. */
import type { Scorer } from '../ranking/scorer';

/** A tensor as it is stored: float32 or int32, row-major. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}
export type NamedTensors = Record<string, NamedTensor>;

export interface Recommender extends Scorer {
  /** All that is needed to restore it; the order of names is the order in which they are hashed. */
  tensors(): NamedTensors;
  dispose(): void;
}
