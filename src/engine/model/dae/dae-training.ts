/** Training the autoencoder, one epoch at a time. State is the parameters, their moments and the step; chance comes from streams named by epoch. */
import * as tf from '@tensorflow/tfjs';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import type { Conditions } from '../../data/conditions';
import { selectRows } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { Kernels, Parameter, ParameterState } from '../kernels/kernels';
import type { RandomStreams } from '../random';
import type { NamedTensors } from '../recommender';
import { itemWeights, lossOfRows, rowWeights, weighRows, weighVisible } from './loss';
import { encodeWhole, type Weights } from './network';
import { corrupt, normaliseRows } from './noise';
import { SampledDecoder, sampleItems, type SampledItems } from './sampling';
import { initialValues, parameterShapes, type ParameterName } from './structure';

export interface TrainingInput {
  readonly kernels: Kernels;
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  /** Names the streams, so that each stage of a run has chance of its own. */
  readonly stage: string;
  /** profiles x items; profiles with an empty history are not trained on. */
  readonly histories: SparseRows;
  readonly conditions: Conditions;
}

/** A parameter and, where epochs are averaged, its average. */
export interface TrainedParameter extends ParameterState {
  readonly average?: Float32Array;
}

/** All that a training needs to go on as if it had not been broken off. */
export interface TrainingState {
  readonly steps: number;
  readonly parameters: Readonly<Record<string, TrainedParameter>>;
}

export class DaeTraining {
  readonly #parameters: Parameter[];
  readonly #trained: Int32Array;
  readonly #inputs: SparseRows;
  readonly #targets: SparseRows;
  /** By name of the parameter; empty before the first epoch, and where epochs are not averaged. */
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
    this.#trained = Int32Array.from({ length: histories.rows }, (_, row) => row).filter(
      (row) => histories.offsets[row + 1]! > histories.offsets[row]!,
    );
    this.#inputs = normaliseRows(histories, recipe['structure.input']);
    this.#targets = weighRows(
      histories,
      itemWeights(histories, recipe['loss.popularity']),
      rowWeights(histories, recipe['loss.history']),
    );
  }

  /** Steps in one epoch. */
  get stepsPerEpoch(): number {
    return Math.ceil(this.#trained.length / this.input.recipe['optimiser.batch']);
  }

  /**
   * One pass over the profiles, in an order drawn for this epoch.
   * @param epoch number of the epoch, from 1
   * @param betweenSteps is awaited after each step, with the share of the epoch that is done; it may throw to break off
   * @returns mean loss of the rows
   * @throws ShelfwiseError `diverged` where the loss is not a number
   */
  async runEpoch(epoch: number, betweenSteps: (share: number) => Promise<void>): Promise<number> {
    const { recipe, random, stage } = this.input;
    const order = random.stream(`order/${stage}/${epoch}`).shuffle(this.#trained.slice());
    const noise = random.stream(`noise/${stage}/${epoch}`);
    const draw = random.stream(`sample/${stage}/${epoch}`);
    const batch = recipe['optimiser.batch'];
    let total = 0;
    for (let from = 0; from < order.length; from += batch) {
      const rows = order.subarray(from, Math.min(from + batch, order.length));
      const { inputs, profileHidden } = corrupt(selectRows(this.#inputs, rows), recipe, noise);
      const targets = weighVisible(selectRows(this.#targets, rows), inputs, recipe['loss.visible']);
      const sampled = recipe['loss.sample'] > 0 && recipe['loss.kind'] === 'multinomial';
      const sample = sampled ? sampleItems(targets, recipe['loss.sample'], draw) : null;
      const losses = this.#step(inputs, targets, this.#conditionsOf(rows, profileHidden), sample);
      for (const loss of losses) total += loss;
      if (!Number.isFinite(total)) throw divergence(recipe, epoch);
      await betweenSteps((from + rows.length) / order.length);
    }
    this.#averageEpoch();
    return total / order.length;
  }

  /** Takes the weights as they are now into the averages: what a step adds by chance goes out of them again. */
  #averageEpoch(): void {
    const remembered = this.input.recipe['optimiser.averaging'];
    if (remembered === 0) return;
    for (const parameter of this.#parameters) {
      const now = parameter.values();
      const average = this.#averages.get(parameter.name);
      // Into the copy: a call a number would take as long as some steps.
      if (average !== undefined)
        for (let at = 0; at < now.length; at++) now[at] = remembered * average[at]! + (1 - remembered) * now[at]!;
      this.#averages.set(parameter.name, now);
    }
  }

  /** Encoded profiles of the rows, hidden ones replaced by the profile about which nothing is known. */
  #conditionsOf(rows: Int32Array, hidden: Uint8Array): Float32Array {
    const { width, values } = this.input.conditions;
    const unknown = values.length / Math.max(1, width) - 1;
    const selected = new Float32Array(rows.length * width);
    rows.forEach((row, at) => {
      const source = hidden[at] === 1 ? unknown : row;
      selected.set(values.subarray(source * width, (source + 1) * width), at * width);
    });
    return selected;
  }

  /** @returns the loss of each row */
  #step(
    inputRows: SparseRows,
    targetRows: SparseRows,
    conditionValues: Float32Array,
    sample: SampledItems | null,
  ): Float32Array {
    const { kernels, recipe, conditions } = this.input;
    const inputs = kernels.prepare(inputRows);
    const targets = kernels.prepare(sample?.targets ?? targetRows);
    const decoder = sample === null ? null : new SampledDecoder(kernels, sample, targetRows.columns);
    this.#steps++;
    const step = {
      step: this.#steps,
      rate: recipe['optimiser.rate'],
      decay: recipe['optimiser.kind'] === 'adamw' ? recipe['optimiser.decay'] : 0,
    };
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

  /** The weights as they are now or, where epochs are averaged, their averages, for a recommender or a hash. */
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

/** What a loss or weights that are not numbers mean, and what to try. */
export function divergence(recipe: Recipe, epoch: number): ShelfwiseError {
  const { 'optimiser.rate': rate, 'optimiser.decay': decay } = recipe;
  return new ShelfwiseError(
    'diverged',
    decay * rate > 0.5 ? say('model.diverged-decay', { epoch, rate, decay }) : say('model.diverged', { epoch, rate }),
  );
}
