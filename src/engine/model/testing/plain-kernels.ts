/**
 * The kernels from plain tfjs operations, and the backend of tfjs that is written in JavaScript: the reference for tests of ours. Nothing of the addon
 * takes part in what it computes.
 */
import * as tf from '@tensorflow/tfjs';
import type { SparseRows } from '../../data/tables';
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
  stateOf,
  valuesOf,
} from '../kernels/kernels';
import { plainLinear } from './plain-linear/plain-linear';

/** Computes on tfjs's own backend. What is computed has to be disposed of there, or read. */
export async function onPlainBackend<Result>(compute: () => Result | Promise<Result>): Promise<Result> {
  await tf.setBackend('cpu');
  try {
    return await compute();
  } finally {
    await tf.setBackend('tensorflow');
  }
}

/** code . decoder^T + bias, rows x items. */
const scoresOf = (code: tf.Tensor2D, decoder: tf.Tensor2D, bias: tf.Tensor2D): tf.Tensor2D =>
  tf.add(tf.matMul(code, decoder, false, true), bias);

export const plainKernels: Kernels = {
  name: 'plain',
  linear: plainLinear,

  prepare(rows: SparseRows): PreparedRows {
    const dense = tf.keep(tf.tensor2d(denseValues(rows), [rows.rows, rows.columns]));
    return {
      rows: rows.rows,
      columns: rows.columns,
      product: (weights) => tf.matMul(dense, weights),
      dense: () => dense.clone(),
      sums: () => rowSums(rows),
      dispose: () => dense.dispose(),
    };
  },

  multinomialLoss(code, decoder, bias, targets) {
    return tf.neg(tf.sum(tf.mul(targets.dense(), tf.logSoftmax(scoresOf(code, decoder, bias))), 1));
  },

  parameter: (name, shape, state) => new PlainParameter(name, shape, state),

  affine: (input, weights, bias) => tf.add(tf.matMul(input, weights), bias),
  scores: scoresOf,
};

class PlainParameter implements Parameter {
  #value: tf.Tensor2D;
  #firstMoment: tf.Tensor2D;
  #secondMoment: tf.Tensor2D;

  constructor(
    readonly name: string,
    readonly shape: readonly [number, number],
    state: { values: Float32Array } & Partial<ParameterState>,
  ) {
    const kept = (values: Float32Array | undefined): tf.Tensor2D =>
      tf.keep(values === undefined ? tf.zeros<tf.Rank.R2>([...shape]) : tf.tensor2d(values, [...shape]));
    this.#value = kept(state.values);
    this.#firstMoment = kept(state.firstMoment);
    this.#secondMoment = kept(state.secondMoment);
  }

  read(): tf.Tensor2D {
    return this.#value.clone();
  }

  readForStep(): tf.Tensor2D {
    return this.read();
  }

  update(gradient: tf.Tensor2D, { step, rate, decay }: AdamStep): void {
    const alpha = (rate * Math.sqrt(biasCorrection(ADAM.beta2, step))) / biasCorrection(ADAM.beta1, step);
    const next = tf.tidy(() => {
      const shrunk = decay === 0 ? this.#value : tf.mul(this.#value, 1 - rate * decay);
      const first = tf.add(this.#firstMoment, tf.mul(tf.sub(gradient, this.#firstMoment), 1 - ADAM.beta1));
      const second = tf.add(
        this.#secondMoment,
        tf.mul(tf.sub(tf.mul(gradient, gradient), this.#secondMoment), 1 - ADAM.beta2),
      );
      const change = tf.div(tf.mul(first, alpha), tf.add(tf.sqrt(second), ADAM.epsilon));
      return [tf.sub(shrunk, change), first, second].map((tensor) => tf.keep(tensor as tf.Tensor2D));
    });
    this.dispose();
    [this.#value, this.#firstMoment, this.#secondMoment] = next as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
  }

  state(): ParameterState {
    return stateOf(this.#value, this.#firstMoment, this.#secondMoment);
  }

  values(): Float32Array {
    return valuesOf(this.#value);
  }

  dispose(): void {
    tf.dispose([this.#value, this.#firstMoment, this.#secondMoment]);
  }
}
