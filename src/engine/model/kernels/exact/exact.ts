/**
 * The kernels as operations of the addon (addon/operations.cc): every number is one chain of operations in an order that depends on shapes alone, so
 * the bits are the same under every instruction set, for any number of threads, and for a row whatever other rows are computed with it.
 */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../../data/tables';
import type { BestItems } from '../../ranking/scorer';
import {
  ADAM,
  biasCorrection,
  denseValues,
  rowSums,
  type AdamStep,
  type Kernels,
  type Parameter,
  type ParameterState,
  type PreparedRows,
  type RowsToMix,
  valuesOf,
} from '../kernels';
import { placesOf } from '../../dae/companion';
import { exactLinear } from './linear';
import { execute, executeMany } from '../operations';
import { withGradient } from '../with-gradient';

export const exactKernels: Kernels = {
  name: 'exact',
  linear: exactLinear,

  prepare: (rows) => new ExactRows(rows),

  multinomialLoss: lossOf('ShelfwiseMultinomialLoss'),

  parameter: (name, shape, state) => new ExactParameter(name, shape, state),

  affine: (input, weights, bias) =>
    withGradient<tf.Tensor2D>([input, weights, bias], ([left, right, offset]) => ({
      value: execute('ShelfwiseScores', [left!, tf.transpose(right!), offset!]),
      saved: [left!, right!],
      gradient: (upstream, [kept, factor]) => [
        tf.matMul(upstream as tf.Tensor2D, factor as tf.Tensor2D, false, true),
        tf.matMul(kept as tf.Tensor2D, upstream as tf.Tensor2D, true, false),
        tf.sum(upstream, 0, true),
      ],
    })),

  scores: (code, decoder, bias) => execute('ShelfwiseScores', [code, decoder, bias]) as tf.Tensor2D,

  scoresOfItems(code, decoder, bias, items) {
    const asked = tf.tensor2d(items, [code.shape[0], items.length / code.shape[0]], 'int32');
    const made = execute('ShelfwiseScoresOfItems', [code, decoder, bias, asked]);
    const scores = made.dataSync() as Float32Array;
    tf.dispose([asked, made]);
    return scores;
  },

  best(code, decoder, bias, watched, count) {
    const made = [integers(watched.offsets), integers(watched.indices), integers([count])];
    const found = executeMany('ShelfwiseBestItems', [code, decoder, bias, ...made], 3);
    const [items, scores, broken] = found.map((tensor) => tensor.dataSync());
    tf.dispose([...made, ...found]);
    return { items, scores, broken } as BestItems;
  },

  bestOfMixtures({ own, others, trend, isOwnStandardised }, mixtures, watched, count, halfTrusted) {
    const rows = watched.offsets.length - 1;
    const companions = new Float32Array(others.length * own.length);
    others.forEach((scores, place) => companions.set(scores, place * own.length));
    const numbers = mixtures.flatMap(({ shares, strength }) => {
      const [first = -1, second = -1] = placesOf({ shares });
      return [first, second, shares[first] ?? 0, shares[second] ?? 0, strength];
    });
    const made = [
      tf.tensor2d(own, [rows, own.length / rows]),
      tf.tensor1d(companions),
      tf.tensor1d(trend ?? new Float32Array(0)),
      integers(watched.offsets),
      integers(watched.indices),
      inWords(numbers),
      integers([count, isOwnStandardised ? 1 : 0, halfTrusted]),
    ];
    const found = executeMany('ShelfwiseBestOfMixtures', made, 2);
    const [items, isLeft] = found.map((tensor) => tensor.dataSync() as Int32Array);
    tf.dispose([...made, ...found]);
    return { items: items!, isLeft: isLeft! };
  },

  mixedScores(rows, histories) {
    const made = toMix(rows, histories, []);
    const mixed = execute('ShelfwiseMixedScores', made);
    const scores = mixed.dataSync() as Float32Array;
    tf.dispose([...made, mixed]);
    return scores;
  },

  bestMixed(rows, histories, excluded, count) {
    const made = [...toMix(rows, histories, [count]), integers(excluded.offsets), integers(excluded.indices)];
    const found = executeMany('ShelfwiseBestMixed', made, 3);
    const [items, scores, broken] = found.map((tensor) => tensor.dataSync());
    tf.dispose([...made, ...found]);
    return { items, scores, broken } as BestItems;
  },
};

/** The inputs of the mixing operations. */
function toMix(
  { own, peers, others: [first, second], halfTrusted, trend, isWithoutNetwork }: RowsToMix,
  { offsets }: { readonly offsets: Int32Array },
  more: readonly number[],
): tf.Tensor[] {
  const rows = offsets.length - 1;
  const items = own.length / rows;
  const none = new Float32Array(0);
  const width = peers?.width ?? 0;
  const shares = [peers?.share ?? 0, first?.share ?? 0, second?.share ?? 0];
  return [
    tf.tensor2d(own, [rows, items]),
    tf.tensor1d(first?.scores ?? none),
    tf.tensor1d(second?.scores ?? none),
    tf.tensor2d(peers?.table ?? none, peers === null ? [0, 0] : [width + 1, items]),
    tf.tensor2d(peers?.conditions ?? none, [peers === null ? 0 : rows, width]),
    tf.tensor1d(trend ?? none),
    integers(offsets),
    inWords(shares),
    integers([peers?.halfLeft ?? 1, halfTrusted, isWithoutNetwork ? 1 : 0, ...more]),
  ];
}

/** The same with the products of the last layer in bfloat16 and their sums in 32 bits, in an order that also depends on shapes alone. */
export const loweredKernels: Kernels = {
  ...exactKernels,
  name: 'exact-bfloat16',
  multinomialLoss: lossOf('ShelfwiseLoweredMultinomialLoss'),
};

/** @param operation name of the loss; with the suffix `Gradient` it computes the gradient, with `Step` it also steps the decoder */
function lossOf(operation: string): Kernels['multinomialLoss'] {
  return (code, decoder, bias, targets) => {
    const { offsets, indices, values } = (targets as ExactRows).tensors();
    const step = steps.get(decoder);
    return withGradient<tf.Tensor1D>([code, decoder, bias], ([whole, items, offset]) => {
      const inputs = [whole!, items!, offset!, offsets, indices, values];
      const [losses, factors, bracket] = executeMany(operation, inputs, 3);
      return {
        value: losses!,
        saved: [whole!, items!, bracket!, factors!],
        gradient: (upstream, [kept, weights, slope, scale]) => {
          const given = [kept!, weights!, slope!, tf.mul(upstream, scale!)];
          if (step === undefined) return executeMany(`${operation}Gradient`, given, 3);
          const [ofCode, ofBias] = step((own) => executeMany(`${operation}Step`, [...given, ...own], 2));
          // tfjs requires a tensor of the decoder's shape; this one takes no memory.
          return [ofCode!, weights!.clone(), ofBias!];
        },
      };
    });
  };
}

/** Takes a step with an operation that gets the moments and the numbers of the step after its other inputs. */
type TakeStep = (operation: (own: tf.Tensor[]) => tf.Tensor[]) => tf.Tensor[];

/** For a tensor that was read for a step: how a kernel takes that step. */
const steps = new WeakMap<tf.Tensor, TakeStep>();

/** Numbers in double precision, for which tfjs has no tensors. */
const inWords = (numbers: readonly number[]): tf.Tensor1D =>
  integers(new Int32Array(Float64Array.from(numbers).buffer));

const integers = (values: ArrayLike<number>): tf.Tensor1D => tf.tensor1d(Int32Array.from(values), 'int32');

/** Sparse rows as three tensors, made when they are first needed and freed with the batch: an input needs them, and not always a target. */
class ExactRows implements PreparedRows {
  readonly rows: number;
  readonly columns: number;
  #tensors: { offsets: tf.Tensor1D; indices: tf.Tensor1D; values: tf.Tensor1D } | null = null;

  constructor(readonly source: SparseRows) {
    this.rows = source.rows;
    this.columns = source.columns;
  }

  tensors(): { offsets: tf.Tensor1D; indices: tf.Tensor1D; values: tf.Tensor1D } {
    const { offsets, indices, values } = this.source;
    this.#tensors ??= {
      offsets: tf.keep(tf.tensor1d(offsets, 'int32')),
      indices: tf.keep(tf.tensor1d(indices, 'int32')),
      values: tf.keep(tf.tensor1d(values)),
    };
    return this.#tensors;
  }

  product(weights: tf.Tensor2D): tf.Tensor2D {
    const { offsets, indices, values } = this.tensors();
    return withGradient<tf.Tensor2D>([weights], ([dense]) => ({
      value: execute('ShelfwiseSparseProduct', [offsets, indices, values, dense!]),
      saved: [],
      gradient: (upstream) => {
        const inputs = [offsets, indices, values, upstream, integers([this.columns])];
        return [execute('ShelfwiseSparseTransposedProduct', inputs)];
      },
    }));
  }

  dense(): tf.Tensor2D {
    return tf.tensor2d(denseValues(this.source), [this.rows, this.columns]);
  }

  sums(): Float32Array {
    return rowSums(this.source);
  }

  dispose(): void {
    if (this.#tensors !== null) tf.dispose(Object.values(this.#tensors));
  }
}

/** Values and moments that the update changes in place: nothing else holds them while it runs. */
class ExactParameter implements Parameter {
  readonly #value: tf.Tensor2D;
  readonly #firstMoment: tf.Tensor2D;
  readonly #secondMoment: tf.Tensor2D;
  /** Set once an operation has had them: `read` then returns a copy. Before, it returns the array that they were made from. */
  #isUpdated = false;
  /** A kernel took the step while it computed the gradient. */
  #isAhead = false;

  constructor(
    readonly name: string,
    readonly shape: readonly [number, number],
    state: { values: Float32Array } & Partial<ParameterState>,
  ) {
    // A copy: the addon may take over the memory of an array, and the caller's must not change.
    const kept = (values?: Float32Array): tf.Tensor2D =>
      tf.keep(tf.tensor2d(values?.slice() ?? new Float32Array(shape[0] * shape[1]), [...shape]));
    this.#value = kept(state.values);
    this.#firstMoment = kept(state.firstMoment);
    this.#secondMoment = kept(state.secondMoment);
  }

  read(): tf.Tensor2D {
    return this.#value.clone();
  }

  readForStep(step: AdamStep): tf.Tensor2D {
    const value = this.read();
    steps.set(value, (operation) => {
      const numbers = numbersOf(step);
      const made = operation([this.#firstMoment, this.#secondMoment, numbers]);
      numbers.dispose();
      this.#isUpdated = this.#isAhead = true;
      return made;
    });
    return value;
  }

  update(gradient: tf.Tensor2D, step: AdamStep): void {
    if (this.#isAhead) {
      this.#isAhead = false;
      return;
    }
    const numbers = numbersOf(step);
    executeMany('ShelfwiseAdam', [this.#value, this.#firstMoment, this.#secondMoment, gradient, numbers], 0);
    numbers.dispose();
    this.#isUpdated = true;
  }

  state(): ParameterState {
    return {
      values: this.values(),
      firstMoment: this.#copyOf(this.#firstMoment),
      secondMoment: this.#copyOf(this.#secondMoment),
    };
  }

  values(): Float32Array {
    return this.#copyOf(this.#value);
  }

  #copyOf(tensor: tf.Tensor2D): Float32Array {
    return this.#isUpdated ? (tensor.dataSync() as Float32Array) : valuesOf(tensor);
  }

  dispose(): void {
    tf.dispose([this.#value, this.#firstMoment, this.#secondMoment]);
  }
}

/** The numbers of an update, as the kernels take them. */
const numbersOf = ({ step, rate, decay }: AdamStep): tf.Tensor1D =>
  tf.tensor1d([
    (rate * Math.sqrt(biasCorrection(ADAM.beta2, step))) / biasCorrection(ADAM.beta1, step),
    1 - rate * decay,
    1 - ADAM.beta1,
    1 - ADAM.beta2,
    ADAM.epsilon,
  ]);
