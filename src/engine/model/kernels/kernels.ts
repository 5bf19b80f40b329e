/**
 * The small interface under the models: operations that plain tfjs does too slowly. Those for training have gradients, so that a model is written once.
 */
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { SparseRows } from '../../data/tables';
import type { BestItems } from '../ranking/scorer';
import type { LinearKernels } from './linear/linear-kernels';

/** A batch of sparse rows, prepared once and used for the input, its gradient and the targets. */
export interface PreparedRows {
  readonly rows: number;
  readonly columns: number;
  /** rows x columns times `weights` (columns x width): rows x width, with a gradient for the weights. */
  product(weights: Tensor2D): Tensor2D;
  /** The rows as a dense tensor, rows x columns. */
  dense(): Tensor2D;
  /** Sum of each row. */
  sums(): Float32Array;
  dispose(): void;
}

/** One step of Adam (Kingma and Ba 2015), with decay decoupled from the gradient (AdamW, Loshchilov and Hutter 2019). */
export interface AdamStep {
  /** Number of the step, from 1. */
  readonly step: number;
  readonly rate: number;
  /** A weight shrinks by rate * decay before the step; 0 is plain Adam. */
  readonly decay: number;
}

export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** Values of a parameter with the two moments of Adam: all that a checkpoint needs. */
export interface ParameterState {
  readonly values: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
}

/** A copy of the values of a tensor. */
export const valuesOf = (tensor: Tensor2D): Float32Array => tensor.dataSync().slice() as Float32Array;

/**
 * The values of a tensor that is not needed any more. `tf.tidy` must not return them: it would look for tensors in every
 * element, which takes longer than computing the scores.
 */
export function readOnce(tensor: Tensor2D): Float32Array {
  const values = tensor.dataSync() as Float32Array;
  tensor.dispose();
  return values;
}

/** Copies a parameter's values and moments out of their tensors. */
export const stateOf = (values: Tensor2D, firstMoment: Tensor2D, secondMoment: Tensor2D): ParameterState => ({
  values: valuesOf(values),
  firstMoment: valuesOf(firstMoment),
  secondMoment: valuesOf(secondMoment),
});

/** A trained tensor, updated in place. */
export interface Parameter {
  readonly name: string;
  readonly shape: readonly number[];
  /** The current value; dispose of it before the next update, which changes it in place or has to copy it. */
  read(): Tensor2D;
  /**
   * `read` if the following step is known and only the update needs the gradient: a kernel may then take the step while it computes the gradient.
   * The gradient that it returns is valid for `update` alone.
   */
  readForStep(step: AdamStep): Tensor2D;
  update(gradient: Tensor2D, step: AdamStep): void;
  state(): ParameterState;
  values(): Float32Array;
  dispose(): void;
}

/** Scores of rows, to mix in several ways. */
export interface ScoresToMix {
  /** rows x items. */
  readonly own: Float32Array;
  /** Scores of each companion, the same shape; standardised before they are mixed. */
  readonly others: readonly Float32Array[];
  /** Added after the mixture, the same in every row. */
  readonly trend?: Float32Array;
  /** Whether the own scores are standardised as well. */
  readonly isOwnStandardised: boolean;
}

/** The weights of a mixture. */
export interface Mixing {
  /** Share of each companion, 0 for all but two at most. */
  readonly shares: readonly number[];
  /** Strength of the trend, at least 0. */
  readonly strength: number;
}

/** The best unwatched items of rows by several mixtures. */
interface BestOfMixtures {
  /** rows x mixtures x count, best first. */
  readonly items: Int32Array;
  /** 1 for a row to process item by item: it has fewer unwatched items than places, or scores that are not numbers. */
  readonly isLeft: Int32Array;
}

/** Scores of rows, and all that is mixed into them for their lists (dae/mixed-scores.ts). */
export interface RowsToMix {
  /** rows x items, of the network. */
  readonly own: Float32Array;
  readonly peers: {
    /** (width + 1) x items: the scores of all profiles, and the addend of each column of the encoded profile. */
    readonly table: Float32Array;
    readonly width: number;
    /** rows x width */
    readonly conditions: Float32Array;
    /** Share in a row without a history. */
    readonly share: number;
    /** Number of titles in a history that leaves peers half their share. */
    readonly halfLeft: number;
  } | null;
  /** Up to two companions. */
  readonly others: readonly {
    /** rows x items, as the companion scored them. */
    readonly scores: Float32Array;
    readonly share: number;
  }[];
  /** Number of titles in a history that gives the companions half their shares. */
  readonly halfTrusted: number;
  /** Length items; added at the end. */
  readonly trend: Float32Array | null;
  /**
   * Whether rows with a history are scored by the companions, at least one, without the network: mean + deviation x (sum of share x other) /
   * (sum of shares) + trend, with the mean and deviation of the network's scores, so that the trend weighs as much as beside the network.
   */
  readonly isWithoutNetwork: boolean;
}

export interface Kernels {
  /** `plain` is the reference of tests. */
  readonly name: 'exact' | 'exact-bfloat16' | 'plain';
  /** The operations of the linear models. */
  readonly linear: LinearKernels;
  prepare(rows: SparseRows): PreparedRows;
  /**
   * Multinomial negative log-likelihood of each row: -sum(targets * logSoftmax(code . decoder^T + bias)), length rows (Liang et al. 2018, eq. 2).
   * The kernel includes the last product, so that it can store scores and their gradient in the fastest form.
   * @param code rows x width
   * @param decoder items x width
   * @param bias 1 x items
   */
  multinomialLoss(code: Tensor2D, decoder: Tensor2D, bias: Tensor2D, targets: PreparedRows): Tensor1D;
  /** input . weights + bias, rows x width. */
  affine(input: Tensor2D, weights: Tensor2D, bias: Tensor2D): Tensor2D;
  /** A parameter with zero moments, or with those of a checkpoint. */
  parameter(
    name: string,
    shape: readonly [number, number],
    state: { values: Float32Array } & Partial<ParameterState>,
  ): Parameter;
  /** One score per item: code . decoder^T + bias, rows x items. Without a gradient. */
  scores(code: Tensor2D, decoder: Tensor2D, bias: Tensor2D): Tensor2D;
  /**
   * Scores of some items of each row, in the bits of `scores`; absent if the bits of a score depend on the number of items computed with it.
   * @param items rows x count, -1 for none
   * @returns rows x count, 0 for none
   */
  scoresOfItems?(code: Tensor2D, decoder: Tensor2D, bias: Tensor2D, items: Int32Array): Float32Array;
  /** The best items that a row has not watched, directly from the code; absent if scores have to be searched row by row. */
  best?(
    code: Tensor2D,
    decoder: Tensor2D,
    bias: Tensor2D,
    watched: Pick<SparseRows, 'offsets' | 'indices'>,
    count: number,
  ): BestItems;
  /**
   * Lists for several mixtures of the same scores (fit/mixed-lists defines the mixture); absent if each is made item by item.
   * @param halfTrusted number of titles in a history that gives the companions half their share
   */
  bestOfMixtures?(
    scores: ScoresToMix,
    mixtures: readonly Mixing[],
    watched: Pick<SparseRows, 'offsets' | 'indices'>,
    count: number,
    halfTrusted: number,
  ): BestOfMixtures;
  /** The mixed scores of at least one row; absent if they are mixed row by row. */
  mixedScores?(rows: RowsToMix, histories: Pick<SparseRows, 'offsets'>): Float32Array;
  /**
   * The best items of each row by the same scores, without returning the scores.
   * @param excluded items to leave out of a list, ascending
   */
  bestMixed?(
    rows: RowsToMix,
    histories: Pick<SparseRows, 'offsets'>,
    excluded: Pick<SparseRows, 'offsets' | 'indices'>,
    count: number,
  ): BestItems;
}

/** 1 - beta^step for the bias correction, by repeated multiplication: Math.pow differs between versions of Node. */
export function biasCorrection(beta: number, step: number): number {
  let power = 1;
  for (let factor = beta, left = step; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= factor;
    factor *= factor;
  }
  return 1 - power;
}

/** Sum of the values of each row, length rows. */
export function rowSums(rows: SparseRows): Float32Array {
  const sums = new Float32Array(rows.rows);
  for (let row = 0; row < rows.rows; row++) {
    let sum = 0;
    for (let position = rows.offsets[row]!; position < rows.offsets[row + 1]!; position++)
      sum += rows.values[position]!;
    sums[row] = sum;
  }
  return sums;
}

/** The values of each row at their columns, zeros between them: rows x columns. */
export function denseValues({ rows, columns, offsets, indices, values }: SparseRows): Float32Array {
  const dense = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let position = offsets[row]!; position < offsets[row + 1]!; position++)
      dense[row * columns + indices[position]!] = values[position]!;
  return dense;
}
