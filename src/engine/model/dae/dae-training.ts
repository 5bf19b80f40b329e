/**
 * Trains the autoencoder, one epoch at a time. The state is the parameters, their moments and the step; randomness comes from streams named by
 * epoch.
 */
import * as tf from '@tensorflow/tfjs';
import type { Shortlister } from '../ranking/shortlists';
import type { Kernels, Parameter, ParameterState } from '../kernels/kernels';
import type { NamedTensors } from '../recommender';
import { averageOf } from './averaging';
import { type Batch, Batches, type BatchesInput } from './batches';
import { lossOfRows } from './loss';
import { encodeWhole, type Weights } from './network';
import { adamStep, divergence } from './optimiser';
import { SampledDecoder } from './sampling';
import { initialValues, parameterShapes, type ParameterName } from './structure';

export interface TrainingInput extends BatchesInput {
  readonly kernels: Kernels;
  /** Trains instead of the kernels, if set. */
  readonly accelerator?: Accelerator | null;
}

/** Trains an autoencoder, and finds short lists with it, somewhere other than on this process's processor. */
export interface Accelerator extends Shortlister {
  training(input: TrainingInput, state?: TrainingState): Promise<MemberTraining>;
}

/** The training of one autoencoder, on any device. */
export interface MemberTraining {
  /** @param epoch from 1 @param betweenSteps awaited after each step, with the finished fraction of the epoch @returns mean loss of the rows */
  runEpoch(epoch: number, betweenSteps: (share: number) => Promise<void>): Promise<number>;
  /** The tensors of the network, averaged over the epochs if the recipe says so. */
  weights(): NamedTensors | Promise<NamedTensors>;
  /** All that a checkpoint needs to continue with the same bits. */
  state(): TrainingState | Promise<TrainingState>;
  dispose(): void;
}

/** A parameter and, if epochs are averaged, its average. */
interface TrainedParameter extends ParameterState {
  readonly average?: Float32Array;
}

/** All that an interrupted training needs to continue with the same bits. */
export interface TrainingState {
  readonly steps: number;
  readonly parameters: Readonly<Record<string, TrainedParameter>>;
}

/** Trains one autoencoder with kernels, on the processor. */
export class DaeTraining implements MemberTraining {
  readonly #parameters: Parameter[];
  readonly #batches: Batches;
  /** By name of the parameter; empty before the first epoch, and if epochs are not averaged. */
  readonly #averages = new Map<string, Float32Array>();
  #steps: number;

  constructor(
    private readonly input: TrainingInput,
    state?: TrainingState,
  ) {
    const { kernels, recipe, random, stage, histories, conditions } = input;
    this.#steps = state?.steps ?? 0;
    this.#parameters = parameterShapes(recipe, { items: histories.columns, conditions: conditions.width }).map(
      (shape) =>
        kernels.parameter(
          shape.name,
          shape.shape,
          state?.parameters[shape.name] ?? { values: initialValues(shape, random, stage) },
        ),
    );
    for (const [name, { average }] of Object.entries(state?.parameters ?? {}))
      if (average !== undefined) this.#averages.set(name, average);
    this.#batches = new Batches(input);
  }

  /** Steps in one epoch. */
  get stepsPerEpoch(): number {
    return this.#batches.count;
  }

  /**
   * One pass over the profiles, in an order drawn for this epoch.
   * @param epoch number of the epoch, from 1
   * @param betweenSteps awaited after each step, with the finished fraction of the epoch; may throw to break off
   * @returns mean loss of the rows
   * @throws ShelfwiseError `diverged` if the loss is not a number
   */
  async runEpoch(epoch: number, betweenSteps: (share: number) => Promise<void>): Promise<number> {
    let total = 0;
    for (const batch of this.#batches.ofEpoch(epoch)) {
      for (const loss of this.#step(batch)) total += loss;
      if (!Number.isFinite(total)) throw divergence(this.input.recipe, epoch);
      await betweenSteps(batch.share);
    }
    this.#averageEpoch();
    return total / this.#batches.rows;
  }

  /** Updates the moving averages with the current weights, which averages out step noise. */
  #averageEpoch(): void {
    const remembered = this.input.recipe['optimiser.averaging'];
    if (remembered === 0) return;
    for (const parameter of this.#parameters)
      this.#averages.set(parameter.name, averageOf(parameter.values(), this.#averages.get(parameter.name), remembered));
  }

  /** @returns the loss of each row */
  #step({ inputs: inputRows, targets: targetRows, conditions: conditionValues, sample }: Batch): Float32Array {
    const { kernels, recipe, conditions } = this.input;
    const inputs = kernels.prepare(inputRows);
    const targets = kernels.prepare(sample?.targets ?? targetRows);
    const decoder = sample === null ? null : new SampledDecoder(kernels, sample, targetRows.columns);
    this.#steps++;
    const step = adamStep(recipe, this.#steps);
    try {
      const { value, grads } = tf.tidy(() => {
        const joined = conditions.width === 0 ? null : tf.tensor2d(conditionValues, [inputRows.rows, conditions.width]);
        const names = this.#parameters.map(({ name }) => name as ParameterName);
        const current = this.#parameters.map((parameter) => parameter.readForStep(step));
        const rowLoss = (...tensors: tf.Tensor2D[]): tf.Tensor1D => {
          const weights = Object.fromEntries(names.map((name, index) => [name, tensors[index]])) as Weights;
          return lossOfRows(
            kernels,
            encodeWhole(kernels, inputs, joined, weights, recipe),
            decoder?.of(weights) ?? weights,
            targets,
            recipe['loss.kind'],
          );
        };
        // Each row's loss has the weight 1 / rows: the mean, without the whole-tensor sum that tf.valueAndGrads would need.
        const upstream = tf.fill([inputRows.rows], 1 / inputRows.rows);
        return tf.engine().gradients(() => rowLoss(...current), current, upstream);
      });
      const losses = (value.dataSync() as Float32Array).slice();
      value.dispose();
      this.#parameters.forEach((parameter, index) => {
        const gradient = grads[index] as tf.Tensor2D;
        parameter.update(gradient, step);
        gradient.dispose();
      });
      return losses;
    } finally {
      inputs.dispose();
      targets.dispose();
      decoder?.dispose();
    }
  }

  /** The current weights or, if epochs are averaged, their averages, for a recommender or a hash. */
  weights(): NamedTensors {
    return Object.fromEntries(
      this.#parameters.map((parameter) => [
        parameter.name,
        { shape: parameter.shape, values: this.#averages.get(parameter.name) ?? parameter.values() },
      ]),
    );
  }

  state(): TrainingState {
    return {
      steps: this.#steps,
      parameters: Object.fromEntries(
        this.#parameters.map((parameter) => {
          const average = this.#averages.get(parameter.name);
          return [parameter.name, { ...parameter.state(), ...(average !== undefined && { average }) }];
        }),
      ),
    };
  }

  dispose(): void {
    for (const parameter of this.#parameters) parameter.dispose();
  }
}
