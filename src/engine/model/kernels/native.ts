/** Kernels from TensorFlow's own operations: sparse input, fused loss, Adam in place on resource variables. */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../data/tables';
import {
  ADAM,
  affineOf,
  biasCorrection,
  ROWS_OF_TENSORFLOW,
  rowSums,
  scoresOf,
  type AdamStep,
  type Kernels,
  type Parameter,
  type ParameterState,
  type PreparedRows,
} from './kernels';
import { plainLinear } from './linear/plain';
import {
  booleanAttribute,
  execute,
  executeMany,
  executeToTensor,
  freeRaw,
  int64Tensor,
  rawOf,
  type RawTensor,
  shapeAttribute,
  stringAttribute,
  typeAttribute,
} from './raw-operations';

/** The divisor for a row without targets, in 32 bits. */
const SMALLEST_SUM = Math.fround(1e-30);

export const nativeKernels: Kernels = {
  name: 'native',
  rowsAtATime: ROWS_OF_TENSORFLOW,
  linear: plainLinear,

  prepare: (rows) => new NativeRows(rows),

  multinomialLoss(code, decoder, bias, targets) {
    return softmaxLoss(scoresOf(code, decoder, bias), targets as NativeRows);
  },

  parameter: (name, shape, state) => new NativeParameter(name, shape, state),

  affine: affineOf,
  scores: scoresOf,
};

/**
 * SoftmaxCrossEntropyWithLogits takes targets that sum to 1 per row (its gradient is softmax - targets), so targets are divided by their sum, and
 * loss and gradient multiplied by it. Rows without targets have loss and gradient 0.
 */
function softmaxLoss(logits: tf.Tensor2D, targets: NativeRows): tf.Tensor1D {
  return withGradient<tf.Tensor1D>([logits], ([input]) => {
    const [loss, difference] = executeMany(
      'SoftmaxCrossEntropyWithLogits',
      [typeAttribute('T', 'float32')],
      [input!, targets.denseShares()],
      2,
    ) as [tf.Tensor1D, tf.Tensor2D];
    const targetSums = tf.tensor1d(targets.sums());
    return {
      value: tf.mul(loss, targetSums),
      saved: [difference, targetSums],
      gradient: (upstream, [kept, sums]) => [tf.mul(kept!, tf.mul(upstream, sums!).reshape([-1, 1]))],
    };
  });
}

/** A function of tensors with its own gradient; `saved` passes tensors from the value to the gradient. */
export function withGradient<Result extends tf.Tensor>(
  inputs: readonly tf.Tensor[],
  compute: (inputs: tf.Tensor[]) => {
    value: tf.Tensor;
    saved: tf.Tensor[];
    /** One gradient per input. */
    gradient: (upstream: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[];
  },
): Result {
  const operation = tf.customGrad((...given) => {
    const save = given.pop() as tf.GradSaveFunc;
    const { value, saved, gradient } = compute(given as tf.Tensor[]);
    save(saved);
    return { value, gradFunc: gradient };
  });
  return operation(...inputs) as Result;
}

/** Creates the tensors of a batch on demand: inputs need one kind, targets another. */
export class NativeRows implements PreparedRows {
  readonly rows: number;
  readonly columns: number;
  #sparse: { coordinates: RawTensor; shape: RawTensor; values: tf.Tensor1D } | null = null;
  #places: tf.Tensor2D | null = null;

  constructor(readonly source: SparseRows) {
    this.rows = source.rows;
    this.columns = source.columns;
  }

  product(weights: tf.Tensor2D): tf.Tensor2D {
    return withGradient<tf.Tensor2D>([weights], ([input]) => ({
      value: this.#multiply(input!, false),
      saved: [],
      gradient: (upstream) => [this.#multiply(upstream, true)],
    }));
  }

  /** The rows (or, for the gradient, their transpose) times a dense matrix. */
  #multiply(dense: tf.Tensor, transposed: boolean): tf.Tensor2D {
    this.#sparse ??= {
      coordinates: int64Tensor([this.source.indices.length, 2], coordinatesOf(this.source)),
      shape: int64Tensor([2], Int32Array.of(this.rows, this.columns)),
      values: tf.keep(tf.tensor1d(this.source.values)),
    };
    const { coordinates, shape, values } = this.#sparse;
    return executeToTensor(
      'SparseTensorDenseMatMul',
      [
        typeAttribute('T', 'float32'),
        typeAttribute('Tindices', 'int64'),
        booleanAttribute('adjoint_a', transposed),
        booleanAttribute('adjoint_b', false),
      ],
      [coordinates, rawOf(values), shape, rawOf(dense)],
    ) as tf.Tensor2D;
  }

  /** (row, column) of every value, values x 2. */
  places(): tf.Tensor2D {
    this.#places ??= tf.keep(tf.tensor2d(coordinatesOf(this.source), [this.source.indices.length, 2], 'int32'));
    return this.#places;
  }

  dense(): tf.Tensor2D {
    return this.#scatter(this.source.values);
  }

  /** `dense` with each value divided by the sum of its row. */
  denseShares(): tf.Tensor2D {
    const { offsets, values } = this.source;
    const sums = this.sums();
    const shares = new Float32Array(values.length);
    for (let row = 0; row < this.rows; row++)
      for (let position = offsets[row]!; position < offsets[row + 1]!; position++)
        shares[position] = values[position]! / Math.max(sums[row]!, SMALLEST_SUM);
    return this.#scatter(shares);
  }

  #scatter(values: Float32Array): tf.Tensor2D {
    return tf.tidy(() => {
      const shape = tf.tensor1d([this.rows, this.columns], 'int32');
      const attributes = [typeAttribute('T', 'float32'), typeAttribute('Tindices', 'int32')];
      return execute('ScatterNd', attributes, [this.places(), tf.tensor1d(values), shape]) as tf.Tensor2D;
    });
  }

  sums(): Float32Array {
    return rowSums(this.source);
  }

  dispose(): void {
    if (this.#sparse !== null) {
      freeRaw(this.#sparse.coordinates);
      freeRaw(this.#sparse.shape);
      this.#sparse.values.dispose();
    }
    this.#places?.dispose();
  }
}

/** (row, column) of every value. */
function coordinatesOf(rows: SparseRows): Int32Array {
  const coordinates = new Int32Array(rows.indices.length * 2);
  for (let row = 0; row < rows.rows; row++)
    for (let position = rows.offsets[row]!; position < rows.offsets[row + 1]!; position++) {
      coordinates[position * 2] = row;
      coordinates[position * 2 + 1] = rows.indices[position]!;
    }
  return coordinates;
}

let variablesMade = 0;

/** A resource variable of TensorFlow: updated in place, without a copy of the weights in JavaScript. */
class ResourceVariable {
  readonly #handle: tf.Tensor;

  /** Shares the value without copying it; dispose of it, or the first update has to copy. */
  constructor(shape: readonly number[], value: tf.Tensor) {
    const attributes = [
      stringAttribute('container', ''),
      stringAttribute('shared_name', `shelfwise-${variablesMade++}`),
      typeAttribute('dtype', 'float32'),
      shapeAttribute('shape', shape),
    ];
    this.#handle = tf.keep(execute('VarHandleOp', attributes, []));
    this.assign(value);
  }

  get handle(): tf.Tensor {
    return this.#handle;
  }

  assign(value: tf.Tensor): void {
    executeMany('AssignVariableOp', [typeAttribute('dtype', 'float32')], [this.#handle, value], 0);
  }

  read(): tf.Tensor {
    return execute('ReadVariableOp', [typeAttribute('dtype', 'float32')], [this.#handle]);
  }

  values(): Float32Array {
    const value = this.read();
    const values = value.dataSync().slice() as Float32Array;
    value.dispose();
    return values;
  }

  dispose(): void {
    executeMany('DestroyResourceOp', [booleanAttribute('ignore_lookup_error', true)], [this.#handle], 0);
    this.#handle.dispose();
  }
}

class NativeParameter implements Parameter {
  readonly #value: ResourceVariable;
  readonly #firstMoment: ResourceVariable;
  readonly #secondMoment: ResourceVariable;

  constructor(
    readonly name: string,
    readonly shape: readonly [number, number],
    state: { values: Float32Array } & Partial<ParameterState>,
  ) {
    const variable = (values: Float32Array | undefined): ResourceVariable => {
      const initial = values === undefined ? tf.zeros([...shape]) : tf.tensor2d(values, [...shape]);
      const made = new ResourceVariable(shape, initial);
      initial.dispose();
      return made;
    };
    this.#value = variable(state.values);
    this.#firstMoment = variable(state.firstMoment);
    this.#secondMoment = variable(state.secondMoment);
  }

  read(): tf.Tensor2D {
    return this.#value.read() as tf.Tensor2D;
  }

  readForStep(): tf.Tensor2D {
    return this.read();
  }

  update(gradient: tf.Tensor2D, { step, rate, decay }: AdamStep): void {
    tf.tidy(() => {
      if (decay !== 0) this.#value.assign(tf.mul(this.#value.read(), 1 - rate * decay));
    });
    tf.tidy(() => {
      const scalars = [
        1 - biasCorrection(ADAM.beta1, step),
        1 - biasCorrection(ADAM.beta2, step),
        rate,
        ADAM.beta1,
        ADAM.beta2,
        ADAM.epsilon,
      ].map((value) => tf.scalar(value));
      executeMany(
        'ResourceApplyAdam',
        [
          typeAttribute('T', 'float32'),
          booleanAttribute('use_locking', false),
          booleanAttribute('use_nesterov', false),
        ],
        [this.#value.handle, this.#firstMoment.handle, this.#secondMoment.handle, ...scalars, gradient],
        0,
      );
    });
  }

  state(): ParameterState {
    return {
      values: this.values(),
      firstMoment: this.#firstMoment.values(),
      secondMoment: this.#secondMoment.values(),
    };
  }

  values(): Float32Array {
    return this.#value.values();
  }

  dispose(): void {
    for (const variable of [this.#value, this.#firstMoment, this.#secondMoment]) variable.dispose();
  }
}
