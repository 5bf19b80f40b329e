/** Kernels from TensorFlow's own operations: sparse input, fused loss, Adam in place on resource variables. */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../data/tables';
import {
  ADAM,
  biasCorrection,
  type AdamStep,
  type Kernels,
  type Parameter,
  type ParameterState,
  type PreparedRows,
} from './kernels';
import {
  booleanAttribute,
  execute,
  executeMany,
  executeWithInt64,
  Int64Tensor,
  shapeAttribute,
  stringAttribute,
  typeAttribute,
} from './raw-operations';

export const nativeKernels: Kernels = {
  name: 'native',

  prepare: (rows) => new NativeRows(rows),

  /**
   * SoftmaxCrossEntropyWithLogits takes targets that sum to 1 a row (its gradient is softmax - targets), so targets are
   * divided by their sum and loss and gradient multiplied by it. Rows without targets have loss and gradient 0.
   */
  multinomialLoss(logits, targets, targetSums) {
    return withGradient<tf.Tensor1D>(logits, (input) => {
      const safeSums = tf.maximum(targetSums, 1e-30);
      const [loss, difference] = executeMany(
        'SoftmaxCrossEntropyWithLogits',
        [typeAttribute('T', 'float32')],
        [input, tf.div(targets, safeSums)],
        2,
      ) as [tf.Tensor1D, tf.Tensor2D];
      return {
        value: tf.mul(loss, targetSums.reshape([-1])),
        saved: [difference, targetSums],
        gradient: (upstream, [kept, sums]) => tf.mul(kept!, tf.mul(upstream.reshape([-1, 1]), sums!)),
      };
    });
  },

  parameter: (name, shape, state) => new NativeParameter(name, shape, state),
};

/** A function of one tensor that brings its own gradient; `saved` is kept from the value for the gradient. */
function withGradient<Result extends tf.Tensor>(
  input: tf.Tensor,
  compute: (input: tf.Tensor) => {
    value: tf.Tensor;
    saved: tf.Tensor[];
    gradient: (upstream: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor;
  },
): Result {
  const operation = tf.customGrad((tensor, save) => {
    const { value, saved, gradient } = compute(tensor as tf.Tensor);
    (save as tf.GradSaveFunc)(saved);
    return { value, gradFunc: gradient };
  });
  return operation(input) as Result;
}

class NativeRows implements PreparedRows {
  readonly rows: number;
  readonly columns: number;
  readonly #coordinates: Int64Tensor;
  readonly #shape: Int64Tensor;
  readonly #values: tf.Tensor1D;
  readonly #source: SparseRows;

  constructor(source: SparseRows) {
    this.rows = source.rows;
    this.columns = source.columns;
    this.#source = source;
    const coordinates = coordinatesOf(source);
    this.#coordinates = new Int64Tensor([source.indices.length, 2], coordinates);
    this.#shape = new Int64Tensor([2], Int32Array.of(source.rows, source.columns));
    this.#values = tf.keep(tf.tensor1d(source.values));
  }

  product(weights: tf.Tensor2D): tf.Tensor2D {
    return withGradient<tf.Tensor2D>(weights, (input) => ({
      value: this.#multiply(input, false),
      saved: [],
      gradient: (upstream) => this.#multiply(upstream, true),
    }));
  }

  /** The rows (or, for the gradient, their transpose) times a dense matrix. */
  #multiply(dense: tf.Tensor, transposed: boolean): tf.Tensor2D {
    return executeWithInt64(
      'SparseTensorDenseMatMul',
      [
        typeAttribute('T', 'float32'),
        typeAttribute('Tindices', 'int64'),
        booleanAttribute('adjoint_a', transposed),
        booleanAttribute('adjoint_b', false),
      ],
      [this.#coordinates, this.#values, this.#shape, dense],
    ) as tf.Tensor2D;
  }

  dense(): tf.Tensor2D {
    return tf.tidy(() => {
      const coordinates = tf.tensor2d(coordinatesOf(this.#source), [this.#source.indices.length, 2], 'int32');
      const shape = tf.tensor1d([this.rows, this.columns], 'int32');
      const attributes = [typeAttribute('T', 'float32'), typeAttribute('Tindices', 'int32')];
      return execute('ScatterNd', attributes, [coordinates, this.#values, shape]) as tf.Tensor2D;
    });
  }

  dispose(): void {
    this.#coordinates.dispose();
    this.#shape.dispose();
    this.#values.dispose();
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

  constructor(shape: readonly number[], values: Float32Array | undefined) {
    const attributes = [
      stringAttribute('container', ''),
      stringAttribute('shared_name', `shelfwise-${variablesMade++}`),
      typeAttribute('dtype', 'float32'),
      shapeAttribute('shape', shape),
    ];
    this.#handle = tf.keep(execute('VarHandleOp', attributes, []));
    tf.tidy(() => this.assign(values === undefined ? tf.zeros([...shape]) : tf.tensor(values, [...shape], 'float32')));
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
    this.#value = new ResourceVariable(shape, state.values);
    this.#firstMoment = new ResourceVariable(shape, state.firstMoment);
    this.#secondMoment = new ResourceVariable(shape, state.secondMoment);
  }

  read(): tf.Tensor2D {
    return this.#value.read() as tf.Tensor2D;
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
